import type { WorkingCalendar } from '@lianban/domain/calendar';
import { epochMs, instant, startOfDay, type CivilDate, type Instant } from '@lianban/domain/civil-date';
import { items } from '@lianban/domain/items';
import type { Province } from '@lianban/domain/province';
import type { Pool } from 'pg';
import type { TakenMessage } from '../outbox.ts';
import { selectOne } from '../queryable.ts';
import { agendaOf, type Agenda, type Dated } from './agenda.ts';
import { demoId, enterpriseOf } from './cast.ts';
import { Course, nextAmong, type Happening } from './course.ts';
import type { Life } from './life.ts';
import { PastLadder } from './past-ladder.ts';
import { PastCase, type Driving } from './past-case.ts';
import { fileInThePast, fileSequel } from './past-filing.ts';

/** Where and for which day lives are played. */
export interface Stage {
  readonly pool: Pool;
  /** The day of installation: all lives happen before it. */
  readonly day: CivilDate;
  readonly calendars: Readonly<Record<Province, WorkingCalendar>>;
  readonly driving: Driving;
}

/** The case of the life of that number, counted from 1. */
export const caseOfLife = (number: number): string => demoId('c00', number);

/**
 * Plays lives side by side in the order of time, in which numbers are drawn and cards are sent. Repeatable for the same day: what is
 * recorded stays as it is. @throws Error naming the life that runner or record refused.
 */
export async function playLives(stage: Stage, lives: readonly Life[]): Promise<void> {
  const courses: Course[] = [];
  for (const [at, life] of lives.entries()) courses.push(await beginLife(stage, life, at + 1));
  const ladder = new PastLadder(stage.pool);
  for (let next = nextAmong(courses); next !== undefined; next = nextAmong(courses)) {
    const { course, at } = next;
    await ladder.goOnUntil(at);
    const sequel = await course.goOn();
    if (sequel !== null) courses.push(sequel);
    await ladder.notice(at);
  }
  await ladder.goOnUntil(startOfDay(stage.day));
  await ladder.readBefore(stage.day, stage.calendars.CQ);
}

/** What an application for that item by that route begins. */
function procedureFor({ route, item }: Life): string {
  if (route === 'commitment') return 'informed-commitment';
  return items.find(({ code }) => code === item)?.procedure ?? 'ordinary-permit';
}

async function beginLife(stage: Stage, life: Life, number: number): Promise<Course> {
  const { pool, day, calendars, driving } = stage;
  const calendar = calendars[enterpriseOf(life.enterprise).province];
  const caseId = caseOfLife(number);
  const procedure = driving.procedureOf(procedureFor(life));
  const past = await PastCase.load(pool, { caseId, life, procedure }, driving);
  const agenda = agendaOf(life, number, { day, calendar });
  const conditionsMetOn = promisedDay(life, day, calendar);
  const filing: Happening = {
    at: agenda.filing.at,
    what: 'filing',
    run: () => past.open(() => fileInThePast(pool, { caseId, life, procedure, conditionsMetOn, ...agenda.filing })),
  };
  const happenings = [filing, ...happeningsOf(past, agenda.past)];
  const sequel = (): Promise<Course> => beginSequel(stage, life, { agenda, caseId });
  return new Course({ story: life.story, past, happenings, sequel }, startOfDay(day));
}

function promisedDay({ promised }: Life, day: CivilDate, calendar: WorkingCalendar): CivilDate | null {
  if (promised === undefined) return null;
  return promised < 0 ? calendar.subtractWorkingDays(day, -promised) : calendar.addWorkingDays(day, promised);
}

const happeningsOf = (past: PastCase, dated: readonly Dated[]): readonly Happening[] =>
  dated.map(({ happening, requestId, at }) => ({
    at,
    what: `${happening.kind} ${happening.step}`,
    run: () => past.happen(happening, { requestId, at }),
  }));

/** How long the relay needs until a case goes on under its other procedure. */
const RELAY_MS = 20_000;

/** The course of the case that continues `caseId`, opened by the message that the record holds. */
async function beginSequel(
  { pool, day, driving }: Stage,
  life: Life,
  { agenda, caseId }: { readonly agenda: Agenda; readonly caseId: string },
): Promise<Course> {
  const { sentAt, ...message } = await selectOne<Pick<TakenMessage, 'id' | 'payload'> & { readonly sentAt: Instant }>(
    pool,
    {
      text: `SELECT o.id, o.payload, e.at AS "sentAt" FROM outbox o JOIN case_event e USING (case_id, version)
        WHERE o.case_id = $1 AND o.kind = 'openCase'`,
      values: [caseId],
    },
  );
  const procedure = driving.procedureOf(message.payload.procedure);
  const past = await PastCase.load(pool, { caseId: message.payload.caseId, life, procedure }, driving);
  const at = instant(epochMs(sentAt) + RELAY_MS);
  const filing: Happening = {
    at,
    what: 'filing of the sequel',
    run: () => past.open(() => fileSequel(pool, message, { life, procedure, at })),
  };
  const happenings = [filing, ...happeningsOf(past, agenda.sequel)];
  return new Course({ story: life.story, past, happenings, sequel: null }, startOfDay(day));
}

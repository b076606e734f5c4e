import { civilDateOf, instant, type CivilDate } from '@lianban/domain/civil-date';
import type { Pool } from 'pg';
import { recordAct } from '../audit.ts';
import { calendarOf } from '../calendar.ts';
import { openDatabase } from '../client.ts';
import { select, selectFirst, selectOne } from '../queryable.ts';
import { dayOfAgenda } from './agenda.ts';
import { seedAntecedents } from './antecedents.ts';
import { caseOfLife, playLives } from './chronicle.ts';
import { playOut } from './course.ts';
import { driving } from './driving.ts';
import { seedLetters } from './letters.ts';
import { livesAfterDecision } from './lives-after-decision.ts';
import { livesBeforeDecision } from './lives-before-decision.ts';
import { livesSideBySide } from './lives-side-by-side.ts';
import { PastLadder } from './past-ladder.ts';
import { coursesOfPeriods } from './periods.ts';
import { coursesOfRequests } from './requests.ts';
import { seedSecrecy } from './secrecy.ts';
import { seedStandIn } from './stand-in.ts';
import { seedWorkAmongPeople } from './work-among-people.ts';

const lives = [...livesBeforeDecision, ...livesAfterDecision, ...livesSideBySide];

/** Stream of the audit that says when the cases of the demonstration were made. */
const STREAM = 'demonstration';

/**
 * Makes cases that look back on a past before `today`, driven by the real runner over the real record; no engine is
 * needed, and one that looks for its open cases afterwards finds them. A head of section is away, and somebody stands in.
 * Once per database: a second call changes nothing, one after an interruption goes on where it was. The people of the
 * demonstration must be installed.
 * @throws Error naming the life that could not be played.
 */
export async function seedDemoCases(
  databaseUrl: string,
  today: CivilDate = civilDateOf(instant(Date.now())),
): Promise<{ readonly opened: number }> {
  const database = openDatabase(databaseUrl, 4);
  const { pool } = database;
  try {
    if (await isMade(pool)) return { opened: 0 };
    const before = await countOfCases(pool);
    const day = (await dayBegun(pool)) ?? today;
    const calendars = { CQ: await calendarOf(pool, 'CQ'), SC: await calendarOf(pool, 'SC') };
    await seedAntecedents(database, day, calendars.CQ);
    await playLives({ pool, day, calendars, driving }, lives);
    await seedLetters({ pool, day, calendar: calendars.CQ, driving });
    const liaison = { pool, day, calendar: calendars.CQ, driving };
    await playOut([...(await coursesOfRequests(liaison)), ...(await coursesOfPeriods(liaison))]);
    await new PastLadder(pool).readBefore(day, calendars.CQ);
    await seedWorkAmongPeople(pool, driving); // before the head of section goes away, who asks for signatures
    await seedStandIn(pool);
    await seedSecrecy(pool);
    const opened = (await countOfCases(pool)) - before;
    const act = { stream: STREAM, at: instant(Date.now()), action: 'demonstration.cases', by: null };
    await recordAct(pool, { ...act, detail: { day, opened } });
    return { opened };
  } finally {
    await database.close();
  }
}

const isMade = async (pool: Pool): Promise<boolean> =>
  (await select(pool, { text: 'SELECT FROM audit WHERE stream = $1', values: [STREAM] })).length > 0;

async function countOfCases(pool: Pool): Promise<number> {
  const { cases } = await selectOne<{ cases: number }>(pool, { text: 'SELECT count(*) AS cases FROM case_file' });
  return cases;
}

/** The day for which an interrupted call began; null when none did. */
async function dayBegun(pool: Pool): Promise<CivilDate | null> {
  const filed = await selectFirst<{ requestId: string }>(pool, {
    text: `SELECT request_id AS "requestId" FROM submission WHERE case_id = ANY($1) AND kind = 'open' LIMIT 1`,
    values: [lives.map((_, at) => caseOfLife(at + 1))],
  });
  return filed === undefined ? null : dayOfAgenda(filed.requestId);
}

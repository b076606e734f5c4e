import { instant, startOfDay, type CivilDate, type Instant } from '@lianban/domain/civil-date';
import { letterSchema, type Letter } from '@lianban/domain/letter';
import type { WorkingCalendar } from '@lianban/domain/calendar';
import type { Pool } from 'pg';
import { letterCaseId } from '../child-case-id.ts';
import { receiveAskedCase } from '../letters/asked-case.ts';
import { letterWorked, type ReceivedLetter } from '../letters/in-tray.ts';
import { sendLetters } from '../letters/out-tray.ts';
import { receiveLetter } from '../letters/receive-letter.ts';
import { select, selectOne } from '../queryable.ts';
import { did, type Deed, type Life } from './life.ts';
import { PastCase, type Driving } from './past-case.ts';
import { momentOfDay, workingDayBefore } from './working-hours.ts';

/** Where and for which day the letters go. */
interface Post {
  readonly pool: Pool;
  readonly day: CivilDate;
  readonly calendar: WorkingCalendar;
  readonly driving: Driving;
}

/** What Sichuan has done about a letter, by the working days since it was written; newest letters first. */
const courses: Readonly<Record<number, readonly Deed[]>> = {
  6: [did(5, 'signFor', 'accept', '材料齐全，签收。'), did(4, 'assign', 'assign', '请检查二局两名检查员核查。')],
  12: [
    did(11, 'signFor', 'accept', '材料齐全，签收。'),
    did(10, 'assign', 'assign', '请检查二局两名检查员核查。'),
    did(6, 'lookInto', 'complete', '经查，该培训机构具备药品管理培训资质，三名学员均有培训记录。'),
    did(5, 'signReply', 'sign', '同意函复。'),
  ],
};

/** The exchange takes so long. */
const EXCHANGE_MS = 40_000;

/**
 * Carries the letters of the demonstration: one that is being looked into in Sichuan, one that was answered. As of the past and
 * repeatable, like the lives that wrote them. @throws Error when the lives wrote other letters.
 */
export async function seedLetters(post: Post): Promise<void> {
  const written = await select<{ caseId: string; at: Instant }>(post.pool, {
    text: `SELECT case_id AS "caseId", (letter ->> 'at')::timestamptz AS at FROM letter_out WHERE kind = 'request' ORDER BY 2`,
  });
  for (const { caseId, at } of written) {
    const [daysAgo, deeds] = Object.entries(courses).find(([days]) => isOn(post, Number(days), at)) ?? [];
    if (daysAgo === undefined || deeds === undefined) throw new Error(`nobody answers the letter of ${caseId}`);
    const there = await openThere(post, await carry(post, caseId, { sequence: 1, at: later(at) }));
    const number = 90 + Number(daysAgo);
    for (const [nth, deed] of deeds.entries()) await happen(post, there, { deed, number, nth });
    if (there.committed.closed !== null) await answerBack(post, there.caseId, caseId);
  }
}

const later = (at: Instant): Instant => instant(Date.parse(at) + EXCHANGE_MS);

const isOn = ({ calendar, day }: Post, daysAgo: number, at: Instant): boolean => {
  const on = workingDayBefore(calendar, day, daysAgo);
  return at >= startOfDay(on) && at < startOfDay(workingDayBefore(calendar, day, daysAgo - 1));
};

/** The life of a case in Sichuan; its officers are those of that province. */
const LIFE: Life = {
  story: 'assistance to Chongqing',
  ...{ enterprise: 4, item: 'otc-retail', route: 'commitment', filed: 1, past: [] },
};

function happen(
  { day, calendar }: Post,
  there: PastCase,
  { deed, number, nth }: { readonly deed: Deed; readonly number: number; readonly nth: number },
): Promise<void> {
  const at = momentOfDay(workingDayBefore(calendar, day, deed.daysAgo), number, nth);
  return there.happen(deed, { requestId: `demo:${day}:${number}:letter-${nth + 1}`, at });
}

/** The letter as the other side has it since that instant. */
async function carry(
  { pool }: Post,
  caseId: string,
  { sequence, at }: { readonly sequence: number; readonly at: Instant },
): Promise<ReceivedLetter> {
  const { letter: written } = await selectOne<{ letter: unknown }>(pool, {
    text: 'SELECT letter FROM letter_out WHERE case_id = $1 AND sequence = $2',
    values: [caseId, sequence],
  });
  const letter = letterSchema.parse(written);
  const deliver = (one: Letter) => receiveLetter(pool, one, at);
  const receipt = await deliver(letter);
  await sendLetters(pool, { deliver }, { caseId, sequences: [sequence] });
  await select(pool, {
    text: `UPDATE outbox SET done_at = $2 WHERE case_id = $1 AND kind = 'sendLetters' AND done_at IS NULL`,
    values: [caseId, at],
  });
  const { content, from } = letter;
  const receiver = content.kind === 'reply' ? content.regards.caseId : letterCaseId({ from, caseId, sequence });
  return { letter, caseId: receiver, sm3: receipt.sm3, receivedAt: instant(receipt.at) };
}

async function openThere({ pool, driving }: Post, received: ReceivedLetter): Promise<PastCase> {
  const { content } = received.letter;
  if (content.kind !== 'request') throw new Error(`asks nothing: ${received.letter.number}`);
  const procedure = driving.procedureOf(content.procedure);
  const past = await PastCase.load(pool, { caseId: received.caseId, life: LIFE, procedure }, driving);
  await past.open(async () => void (await receiveAskedCase(pool, { ...received, content }, procedure)));
  await letterWorked(pool, received, { note: null });
  return past;
}

/** The answer of the case there goes back to the case that asked. */
async function answerBack(post: Post, there: string, caseId: string): Promise<void> {
  const { pool, driving } = post;
  const { at } = await selectOne<{ at: Instant }>(pool, {
    text: `SELECT (letter ->> 'at')::timestamptz AS at FROM letter_out WHERE case_id = $1 AND kind = 'reply'`,
    values: [there],
  });
  const received = await carry(post, there, { sequence: 1, at: later(at) });
  const { content, number, from, reference } = received.letter;
  if (content.kind !== 'reply') throw new Error(`answers nothing: ${number}`);
  const { outcome, flow, closes, regards } = content;
  const procedure = driving.procedureOf('informed-commitment');
  const asking = await PastCase.load(pool, { caseId, life: { ...LIFE, enterprise: 1 }, procedure }, driving);
  await asking.hear({
    ...{ kind: 'letterAnswered', requestId: `letter:${from}:${reference.caseId}:${reference.sequence}` },
    ...{ at: received.receivedAt, letter: { number, sm3: received.sm3 } },
    ...{ regards: regards.sequence, outcome, flow, closes },
  });
  await letterWorked(pool, received, { note: null });
}

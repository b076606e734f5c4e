import type { SigningRule } from '@lianban/domain/countersign';
import { LianbanError } from '@lianban/domain/error';
import type { Pool } from 'pg';
import { select } from '../queryable.ts';
import { refuseConflict } from '../separation/relations.ts';
import { fulfil, type Requirements } from '../separation/requirements.ts';
import type { AnswerSubmission } from '../submission.ts';
import { named } from './ask.ts';
import { chosen, colleaguesFor, type Colleague } from './colleagues.ts';
import { involving, noteInvolving, requireHolder, type Involving, type InvolveReach } from './involving.ts';
import { tellNews } from './news.ts';
import { dueOfRequest, isRepeated, writeRequests } from './requests.ts';
import { closeSheet, refusers, standingSheet } from './sheet.ts';

/** A draft that is sent round (会签), or an answer that is kept until it is signed (后加签). */
export interface NewSheet {
  /** Of an answer that is kept also the request id under which it is sent. */
  readonly requestId: string;
  readonly rule: SigningRule;
  readonly outcome: string;
  readonly opinion: string;
  /** The answer as it was checked; null for a draft. */
  readonly answer: (Pick<AnswerSubmission, 'form' | 'flow'> & { readonly requirements: Requirements }) | null;
  /** Those who sign, in their order. */
  readonly posts: readonly string[];
  readonly note: string | null;
}

/**
 * Opens the sheet of a duty, by whoever has taken it. One that was refused makes room for a new draft, on which those who did not
 * agree stand again, unless they may not act any more. The same request again has no second effect.
 * @throws LianbanError NOT_CLAIMED, PERSON_UNFIT, RECUSED and what `fulfil` refuses with of an answer that is kept, DELEGATED, SHEET_STANDS, SIGNATURE_REFUSED naming who has to be asked again,
 * REQUEST_REUSED, and what `involving` refuses.
 */
export const openSheet = (pool: Pool, reach: InvolveReach, sheet: NewSheet): Promise<void> =>
  involving(pool, reach, async (of) => {
    const { requestId, note, posts, outcome, rule } = sheet;
    if (await isRepeated(of, requestId, 'sign')) return;
    const people = await chosen(of, 'sign', { posts, notBy: [] });
    requireHolder(of);
    if (sheet.answer !== null) await refuseUnentitled(of, sheet.answer.requirements);
    await refuseWhilePrepared(of);
    await makeRoom(of, people);
    await insertSheet(of, sheet);
    const due = await dueOfRequest(pool, of);
    const on = { id: requestId, from: 1, isAdded: false };
    const ids = await writeRequests(of, { requestId, kind: 'sign', note, due, sheet: on }, people);
    const action = sheet.answer === null ? 'duty.countersign' : 'duty.holdAnswer';
    await noteInvolving(of, action, { requestId, outcome, rule, to: people.map(named) });
    const tellings = ids.map((involvementId) => ({ involvementId, news: 'asked', to: 'asked' }) as const);
    await tellNews(of.client, tellings, { at: of.now, except: reach.by.postId });
  });

/** An answer that is kept is held against all that one is held against which is given at once; once more when it goes out. */
async function refuseUnentitled({ client, reach, today, relations }: Involving, required: Requirements): Promise<void> {
  const { caseId, duty, by } = reach;
  refuseConflict(relations, today);
  await fulfil(client, { caseId, duty, by, on: today }, required);
}

async function refuseWhilePrepared({ client, reach }: Involving): Promise<void> {
  const text = `SELECT person_name AS name FROM involvement WHERE case_id = $1 AND key = $2 AND kind = 'delegate' AND state = 'open'`;
  const [known] = await select<{ name: string }>(client, { text, values: [reach.caseId, reach.duty] });
  if (known !== undefined) throw new LianbanError('DELEGATED', { to: known.name });
}

async function makeRoom(of: Involving, people: readonly Colleague[]): Promise<void> {
  const { client, reach, now, actor } = of;
  const before = await standingSheet(client, reach.caseId, reach.duty);
  if (before === undefined) return;
  if (before.state !== 'refused') throw new LianbanError('SHEET_STANDS');
  const present = await colleaguesFor(client, { ...reach, notBy: [] });
  const left = refusers(before).filter(
    ({ personId }) =>
      present.some((one) => one.personId === personId) && people.every((one) => one.personId !== personId),
  );
  if (left.length > 0) throw new LianbanError('SIGNATURE_REFUSED', { by: left.map(({ name }) => name) });
  await closeSheet(client, before.id, { at: now, by: actor, reason: null });
}

async function insertSheet({ client, reach, now }: Involving, sheet: NewSheet): Promise<void> {
  const { requestId, rule, outcome, opinion, answer } = sheet;
  const { caseId, duty, province, by } = reach;
  await select(client, {
    name: 'sheet-insert',
    text: `INSERT INTO sheet (id, case_id, key, province, timing, rule, outcome, opinion, form, flow, requirements, person_id, post_id, role, standing_in_for, opened_at)
      VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16)`,
    values: [
      ...[
        requestId,
        caseId,
        duty,
        province,
        answer === null ? 'before' : 'after',
        JSON.stringify(rule),
        outcome,
        opinion,
      ],
      ...(answer === null
        ? [null, null, null]
        : [answer.form, answer.flow, answer.requirements].map((kept) => JSON.stringify(kept))),
      ...[by.personId, by.postId, by.role, by.standingInFor ?? null, now],
    ],
  });
}

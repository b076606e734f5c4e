import { civilDateOf, type CivilDate, type Instant } from '@lianban/domain/civil-date';
import type { Item } from '@lianban/domain/item';
import type { Province } from '@lianban/domain/province';
import { receivedOn } from '@lianban/domain/receipt';
import type { Opening, SignedCommitment } from '@lianban/workflows/vocabulary/opening';
import type { AnyProcedure } from '@lianban/workflows/vocabulary/procedure';
import type { Pool, PoolClient } from 'pg';
import { copyAttachments } from '../attachments/of-case.ts';
import { calendarOf } from '../calendar.ts';
import { eligibilityOf } from '../eligibility.ts';
import { itemOn } from '../items.ts';
import { holdCalendar, lockCase } from '../locks.ts';
import { filingOf, termsOn, withFiles } from '../opening.ts';
import { outboxDone, type TakenMessage } from '../outbox.ts';
import { selectOne } from '../queryable.ts';
import type { Moment } from '../arrival.ts';
import { keepApplication, type FormValues } from '../submission.ts';
import { inTransaction } from '../transaction.ts';
import { agentOf, enterpriseOf } from './cast.ts';
import type { Life } from './life.ts';
import { attachInThePast, filesFor } from './past-files.ts';

/** An application to be received as of an instant of the past. */
export interface PastApplication {
  readonly caseId: string;
  readonly requestId: string;
  readonly life: Life;
  readonly procedure: AnyProcedure;
  readonly at: Instant;
  /** The day by which open conditions are promised. */
  readonly conditionsMetOn: CivilDate | null;
}

/** Which notice was signed. The wording of the day belongs to the service; nothing reads it again. */
const NOTICE_VERSION = 'demonstration';

/**
 * Receives an application as of its instant: gate and window are judged by the record, which must hold nothing later.
 * Repeatable. @throws Error when the enterprise could not have applied that way.
 */
export async function fileInThePast(pool: Pool, application: PastApplication): Promise<void> {
  const { caseId, requestId, life, procedure, at, conditionsMetOn } = application;
  const { id: enterpriseId, province } = enterpriseOf(life.enterprise);
  await inTransaction(pool, `${holdCalendar}; ${lockCase(caseId)}`, async (client) => {
    const on = civilDateOf(at);
    const item = await itemOn(client, on, { item: life.item, province });
    const { gate, obstacle } = await eligibilityOf(pool, { item, enterpriseId, on }, { db: client });
    const commitment = life.route === 'commitment' ? { noticeVersion: NOTICE_VERSION, conditionsMetOn } : null;
    if (obstacle !== null || (gate === 'barred' && commitment !== null))
      throw new Error(`no application possible: ${obstacle ?? gate}`);
    const moment = await momentAt(pool, client, { province, at });
    const { receivedOn } = moment;
    const terms = await termsOn(client, { item, on, procedure });
    const begun: Opening = { item: frozen(item), terms, receivedOn, gate, commitment, convertedFrom: null };
    const { actor: by, name } = agentOf(enterpriseId);
    const handing = { caseId, enterpriseId, personId: by.personId, at };
    const files = life.onFile === true ? filesFor(item, enterpriseOf(life.enterprise).name) : [];
    const opening = withFiles(begun, await attachInThePast(client, handing, files));
    const form = applicationForm(life, { item, name, commitment });
    const filing = filingOf(procedure, opening.item, enterpriseId);
    const content = { kind: 'open', personId: by.personId, filing, commitment, form };
    return keepApplication(client, { requestId, caseId, by, filing, opening, form }, { moment, content });
  });
}

/**
 * Receives the application of a case once more, as of an instant of the past, under the procedure in which it goes on,
 * and marks the message done. Repeatable.
 */
export async function fileSequel(
  pool: Pool,
  { id, payload }: Pick<TakenMessage, 'id' | 'payload'>,
  { life, procedure, at }: Pick<PastApplication, 'life' | 'procedure' | 'at'>,
): Promise<void> {
  const { caseId, requestId, conversion } = payload;
  const { id: enterpriseId, province } = enterpriseOf(life.enterprise);
  await inTransaction(pool, `${holdCalendar}; ${lockCase(caseId)}`, async (client) => {
    const { item, form } = await selectOne<{ item: Opening['item']; form: FormValues }>(client, {
      text: `SELECT payload -> 'item' AS item, form FROM submission WHERE case_id = $1 AND kind = 'open'`,
      values: [conversion.caseId],
    });
    const terms = await termsOn(client, { item, on: civilDateOf(at), procedure });
    const moment = await momentAt(pool, client, { province, at });
    const { receivedOn } = moment;
    const begun: Opening = { item, terms, receivedOn, gate: 'clear', commitment: null, convertedFrom: conversion };
    const opening = withFiles(begun, await copyAttachments(client, conversion.caseId, caseId));
    const filing = filingOf(procedure, item, enterpriseId);
    const { actor: by } = agentOf(enterpriseId);
    await keepApplication(client, { requestId, caseId, by, filing, opening, form }, { moment, content: payload });
    await outboxDone(client, [id]);
  });
}

async function momentAt(
  pool: Pool,
  client: PoolClient,
  { province, at }: { readonly province: Province; readonly at: Instant },
): Promise<Moment> {
  return { at, receivedOn: receivedOn(at, await calendarOf(pool, province, client)) };
}

const frozen = ({
  code,
  province,
  edition,
  field,
  kind,
  verification,
  laterConditions,
  course,
}: Item): Opening['item'] => ({
  ...{ code, province, edition, field, kind, verification, laterConditions },
  ...(course === undefined ? {} : { course }),
});

/** The form of an application with everything that is required handed in. */
function applicationForm(
  { enterprise, route, onFile }: Life,
  {
    item,
    name,
    commitment,
  }: { readonly item: Item; readonly name: string; readonly commitment: SignedCommitment | null },
): FormValues {
  const { address, province } = enterpriseOf(enterprise);
  const required = item.materials.filter(({ need }) => need === 'required');
  return {
    ...{ route, contact: name, premises: address },
    phone: `${province === 'CQ' ? '023' : '028'}-6000 ${String(200 + enterprise).padStart(4, '0')}`,
    materials: Object.fromEntries(required.map(({ key }) => [key, { provided: onFile !== true, note: '' }])),
    ...(commitment === null
      ? {}
      : {
          conditionsMetOn: commitment.conditionsMetOn,
          signature: { noticeVersion: commitment.noticeVersion, name },
        }),
  };
}

import { civilDateOf, type Instant } from '@lianban/domain/civil-date';
import { LianbanError } from '@lianban/domain/error';
import type { LiaisonRequest, RequestCategory, RequestSource } from '@lianban/domain/liaison';
import { LIAISON_REQUEST } from '@lianban/domain/matters';
import type { Province } from '@lianban/domain/province';
import type { AttachedFile, Opening } from '@lianban/workflows/vocabulary/opening';
import type { AnyProcedure } from '@lianban/workflows/vocabulary/procedure';
import type { Actor } from '@lianban/workflows/vocabulary/step';
import type { Pool, PoolClient } from 'pg';
import { submitWithRequest } from '../attachments/of-request.ts';
import { momentInProvince, momentOfReceipt } from '../arrival.ts';
import { matterOn } from '../items.ts';
import { holdCalendar, isUuid, lockCase, lockRequestFiles } from '../locks.ts';
import { filingOf, frozenItem, termsOn, withFiles } from '../opening.ts';
import { selectFirst } from '../queryable.ts';
import { keepApplication, receiptOf, type FormValues, type Receipt } from '../submission.ts';
import { inTransaction } from '../transaction.ts';
import { districtOf, liaisonUnits } from './units.ts';

/** A request as it is put to the bureau, or entered by whoever was told of it. */
export interface PutRequest {
  readonly requestId: string;
  /** Id of the case that it opens; of a repeated request the first one counts. */
  readonly caseId: string;
  readonly by: Actor;
  readonly province: Province;
  readonly source: RequestSource;
  readonly district: string;
  readonly category: RequestCategory;
  readonly sensitive: boolean;
  /** The unit that is asked; null for the one that answers for the district. */
  readonly unit: string | null;
  /** Whoever asks, where they ask for themselves. */
  readonly requesterId: string | null;
  /** Credit code of the enterprise that somebody else asks for; null when it is about none, or one that is not registered. */
  readonly creditCode: string | null;
  readonly form: FormValues;
  /** Files that wait for it, in the order of their ids; absent when there are none. */
  readonly attachmentIds?: readonly string[];
  readonly procedure: AnyProcedure;
  /** When it came in, for one that is entered as of the past; now when absent. */
  readonly at?: Instant;
}

/**
 * Receives a liaison request (渝药监〔2024〕69号, 三（四）): by the unit that was asked, in the ledger of the region of its district. It is the
 * requester's own, be that the enterprise or the body of the district. A repeated request gives the receipt of the first one.
 * @throws LianbanError MALFORMED naming `district` where nobody liaises for it, `unit` for one without a liaison officer, or
 * `creditCode`; REQUEST_REUSED; FILES_CHANGED.
 */
export function receiveRequest(pool: Pool, put: PutRequest): Promise<Receipt> {
  const locks = [holdCalendar, lockCase(put.caseId), lockRequestFiles(put.requestId)].join('; ');
  return inTransaction(pool, locks, async (client) => {
    const content = contentOf(put);
    const before = await receiptOf(client, put.requestId, content);
    if (before !== null) return before;
    const { province, procedure, requestId, caseId, by, form } = put;
    const { request, requesterId } = await factsOf(client, put);
    const moment = await (put.at === undefined
      ? momentOfReceipt(pool, client, province)
      : momentInProvince(pool, client, { province, at: put.at }));
    const on = civilDateOf(moment.at);
    const item = frozenItem(await matterOn(client, on, { item: LIAISON_REQUEST, province }));
    const opening: Opening = {
      ...{ item, terms: await termsOn(client, { item, on, procedure }), receivedOn: moment.receivedOn },
      ...{ gate: 'clear', commitment: null, convertedFrom: null, request },
    };
    const filing = filingOf(procedure, item, requesterId);
    const attachments = await filesOf(client, put, requesterId);
    const application = { requestId, caseId, by, filing, opening: withFiles(opening, attachments), form };
    return keepApplication(client, application, { moment, content });
  });
}

function filesOf(client: PoolClient, put: PutRequest, requesterId: string): Promise<readonly AttachedFile[]> {
  const { attachmentIds = [], requestId: registration, caseId, by } = put;
  if (!isUuid(registration)) return Promise.resolve([]); // of the demonstration, or of what one request leads to
  const registrar = { personId: by.personId, enterpriseId: put.requesterId };
  return submitWithRequest(client, { registration, caseId, requesterId, by: registrar }, attachmentIds);
}

const contentOf = ({ requestId: _id, caseId: _case, procedure, by, ...sent }: PutRequest): unknown => ({
  ...{ kind: 'open', procedure: procedure.id, personId: by.personId, ...sent },
});

const malformed = (field: string): LianbanError => new LianbanError('MALFORMED', { fields: [field] });

async function factsOf(
  client: PoolClient,
  put: PutRequest,
): Promise<{ readonly request: LiaisonRequest; readonly requesterId: string }> {
  const { province, source, category, sensitive } = put;
  const district = await districtOf(client, put.district);
  if (district === undefined) throw malformed('district');
  const units = await liaisonUnits(client, province);
  const receivedBy = put.unit ?? district.regionalUnit;
  if (!units.some(({ id }) => id === receivedBy) || receivedBy === null) throw malformed('unit');
  const requesterId = put.requesterId ?? (await enterpriseOf(client, put.creditCode)) ?? district.bodyId;
  if (requesterId === null) throw malformed('district');
  const request = {
    ...{ source, category, sensitive, receivedBy, district: district.id, districtProvince: district.province },
    // A district of the other province is in no region of this one: whoever was asked keeps it.
    regionalUnit: district.regionalUnit ?? receivedBy,
    regionalUnits: units.flatMap(({ id, isRegional }) => (isRegional ? [id] : [])),
  };
  return { request, requesterId };
}

async function enterpriseOf(client: PoolClient, creditCode: string | null): Promise<string | null> {
  if (creditCode === null) return null;
  const text = 'SELECT id FROM enterprise WHERE credit_code = $1';
  const found = await selectFirst<{ id: string }>(client, { text, values: [creditCode] });
  if (found === undefined) throw malformed('creditCode');
  return found.id;
}

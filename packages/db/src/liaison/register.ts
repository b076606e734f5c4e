import { civilDateOf, type Instant } from '@lianban/domain/civil-date';
import { LianbanError } from '@lianban/domain/error';
import type { LiaisonRequest, RequestCategory, RequestSource } from '@lianban/domain/liaison';
import { LIAISON_REQUEST } from '@lianban/domain/matters';
import type { Province } from '@lianban/domain/province';
import type { AttachedFile } from '@lianban/workflows/vocabulary/opening';
import type { AnyProcedure } from '@lianban/workflows/vocabulary/procedure';
import type { Actor } from '@lianban/workflows/vocabulary/step';
import type { Pool, PoolClient } from 'pg';
import { submitWithRequest } from '../attachments/of-request.ts';
import { momentInProvince, momentOfReceipt } from '../arrival.ts';
import { matterOn } from '../items.ts';
import { isUuid, lockRequestFiles } from '../locks.ts';
import { frozenItem, withFiles } from '../opening.ts';
import { selectFirst } from '../queryable.ts';
import { receiveOpening } from '../receive-opening.ts';
import type { FormValues, Receipt } from '../submission.ts';
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
  const { province, procedure, requestId, caseId, by, form } = put;
  return receiveOpening(pool, {
    ...{ requestId, caseId, content: contentOf(put), procedure, locks: [lockRequestFiles(requestId)] },
    start: async (client) => {
      const { request, requesterId } = await factsOf(client, put);
      const moment = await (put.at === undefined
        ? momentOfReceipt(pool, client, province)
        : momentInProvince(pool, client, { province, at: put.at }));
      const item = frozenItem(await matterOn(client, civilDateOf(moment.at), { item: LIAISON_REQUEST, province }));
      const facts = withFiles({ request }, await filesOf(client, put, requesterId));
      return { moment, item, enterpriseId: requesterId, by, form, facts };
    },
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

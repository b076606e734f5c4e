import { LianbanError } from '@lianban/domain/error';
import { ownerIn } from '@lianban/workflows/vocabulary/step';
import type { Pool } from 'pg';
import { select } from '../queryable.ts';
import { chosen, type Colleague } from './colleagues.ts';
import { involving, noteInvolving, requireHolder, type Involving, type InvolveReach } from './involving.ts';
import { tellNews } from './news.ts';
import { dueOfRequest, isRepeated, writeRequests, type Asked, type WholeUnit } from './requests.ts';
import { settleSheet, standingSheet } from './sheet.ts';

/** Colleagues are asked about a duty, or told of it. */
export interface Asking {
  readonly requestId: string;
  /** `sign` asks for one more signature on the sheet that stands (加签). */
  readonly kind: 'delegate' | 'assist' | 'sign' | 'copy';
  readonly posts: readonly string[];
  /** Whole units, which may only be told. */
  readonly units: readonly string[];
  readonly note: string | null;
  /** Steps that whoever prepares the duty may have no part in. */
  readonly notBy: readonly string[];
}

/**
 * Asks colleagues of the province, by whoever has taken the duty; one more signature also by whoever is asked to sign. The same
 * request again has no second effect.
 * @throws LianbanError NOT_CLAIMED, PERSON_UNFIT, SEPARATION, DELEGATED when somebody prepares it already, NOT_ASKED for a
 * signature without a sheet, NO_SUCH_UNIT, REQUEST_REUSED, and what `involving` refuses.
 */
export const askColleagues = (pool: Pool, reach: InvolveReach, asking: Asking): Promise<void> =>
  involving(pool, reach, async (of) => {
    const { kind, requestId, note } = asking;
    if (await isRepeated(of, requestId, kind)) return;
    const people = await chosen(of, kind, asking);
    const sheet = kind === 'sign' ? await sheetToSign(of) : undefined;
    if (sheet === undefined) requireHolder(of);
    if (kind === 'delegate') await refuseSecondDelegate(of, people);
    const asked: readonly Asked[] = [...people, ...(kind === 'copy' ? await unitsNamed(of, asking.units) : [])];
    const due = kind === 'copy' ? {} : { due: await dueOfRequest(pool, of) };
    const ids = await writeRequests(
      of,
      { requestId, kind, note, ...due, ...(sheet === undefined ? {} : { sheet }) },
      asked,
    );
    if (sheet !== undefined) await settleSheet(of.client, { ...reach, at: of.now });
    await noteInvolving(of, `duty.${kind}`, { requestId, to: asked.map(named), note });
    const tellings = ids.map((involvementId) => ({ involvementId, news: 'asked', to: 'asked' }) as const);
    await tellNews(of.client, tellings, { at: of.now, except: reach.by.postId });
  });

/** Somebody, or a unit, as the trail names them. */
export const named = (one: Asked) =>
  'personId' in one
    ? { personId: one.personId, postId: one.postId, name: one.name, role: one.role, unit: one.unitId }
    : { unit: one.unitId };

async function refuseSecondDelegate({ client, reach }: Involving, people: readonly Colleague[]): Promise<void> {
  const text = `SELECT person_name AS name FROM involvement WHERE case_id = $1 AND key = $2 AND kind = 'delegate' AND state = 'open'`;
  const [known] = await select<{ name: string }>(client, { text, values: [reach.caseId, reach.duty] });
  if (known !== undefined) throw new LianbanError('DELEGATED', { to: known.name });
  if (people.length !== 1) throw new LianbanError('MALFORMED', { fields: ['posts'] });
}

/** Where a signature is added: after those who are on the sheet, by the holder or by one who is asked to sign it. */
async function sheetToSign(of: Involving): Promise<{ id: string; from: number; isAdded: true }> {
  const { client, reach } = of;
  const sheet = await standingSheet(client, reach.caseId, reach.duty);
  if (sheet === undefined || sheet.state === 'refused') throw new LianbanError('NOT_ASKED');
  const isSigning = sheet.signatories.some(({ personId, state }) => personId === ownerIn(reach.by) && state === 'open');
  if (!isSigning) requireHolder(of);
  const from = Math.max(0, ...sheet.signatories.map(({ position }) => position)) + 1;
  return { id: sheet.id, from, isAdded: true };
}

/** @throws LianbanError NO_SUCH_UNIT for one that is not of the province. */
async function unitsNamed({ client, reach }: Involving, unitIds: readonly string[]): Promise<readonly WholeUnit[]> {
  if (unitIds.length === 0) return [];
  const found = await select<WholeUnit>(client, {
    text: `SELECT id AS "unitId", jsonb_build_object('zh', name_zh, 'en', name_en) AS unit FROM unit WHERE province = $1 AND id = ANY($2)`,
    values: [reach.province, unitIds],
  });
  const missing = unitIds.find((id) => found.every(({ unitId }) => unitId !== id));
  if (missing !== undefined) throw new LianbanError('NO_SUCH_UNIT', { unitId: missing });
  return found;
}

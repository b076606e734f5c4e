import { LianbanError } from '@lianban/domain/error';
import type { Pool } from 'pg';
import { selectFirst, selectOne } from '../queryable.ts';
import { administer, noteAct, type Administrator, type Administration } from './administration.ts';
import { refusing } from './violation.ts';

/** An enterprise of the province. */
export interface NewEnterprise {
  readonly name: string;
  readonly creditCode: string;
  readonly legalPerson: string;
  readonly address: string;
  readonly districtId: string | null;
}

/** Registers an enterprise under its credit code. @throws LianbanError NO_SUCH_DISTRICT, CREDIT_CODE_TAKEN. */
export const registerEnterprise = (
  pool: Pool,
  administrator: Administrator,
  enterprise: NewEnterprise,
): Promise<{ readonly enterpriseId: string }> =>
  administer(pool, administrator, async (administration) => {
    const { name, creditCode, legalPerson, address, districtId } = enterprise;
    await refuseDistrict(administration, districtId);
    const { enterpriseId } = await refusing(
      'duplicate',
      'CREDIT_CODE_TAKEN',
      selectOne<{ enterpriseId: string }>(administration.client, {
        text: `INSERT INTO enterprise (name, credit_code, province, legal_person, address, district_id)
          VALUES ($1, $2, $3, $4, $5, $6) RETURNING id AS "enterpriseId"`,
        values: [name, creditCode, administration.province, legalPerson, address, districtId],
      }),
    );
    await noteAct(administration, 'registerEnterprise', { enterprise: enterpriseId, ...enterprise });
    return { enterpriseId };
  });

/** @throws LianbanError NO_SUCH_DISTRICT when the province has none of that code. */
export async function refuseDistrict({ client, province }: Administration, districtId: string | null): Promise<void> {
  const text = 'SELECT FROM district WHERE id = $1 AND province = $2';
  if (districtId === null || (await selectFirst(client, { text, values: [districtId, province] })) !== undefined)
    return;
  throw new LianbanError('NO_SUCH_DISTRICT', { districtId });
}

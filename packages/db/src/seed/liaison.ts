import { bureauBody, enterprisesOfDistricts, type LiaisonBodySeed } from './liaison-bodies.ts';
import type { Pool } from 'pg';
import { select } from '../queryable.ts';
import { inTransaction } from '../transaction.ts';

const BODIES = `
INSERT INTO enterprise (id, name, credit_code, province, legal_person, address, district_id, kind)
SELECT (b ->> 'id')::uuid, b ->> 'name', b ->> 'creditCode', b ->> 'province', '', '', b ->> 'district', 'authority' FROM jsonb_array_elements($1) b
ON CONFLICT DO NOTHING`;

// What administrators have named since stays as they left it.
const REGIONS = `
UPDATE district d SET liaison_body_id = coalesce(d.liaison_body_id, (b ->> 'id')::uuid), regional_unit_id = coalesce(d.regional_unit_id, b ->> 'regionalUnit')
FROM jsonb_array_elements($1) b WHERE d.id = b ->> 'district'`;

const OWN_BODY = 'UPDATE bureau SET body_id = coalesce(body_id, $2) WHERE province = $1';

/** Installs the liaison bodies of the districts, the bureau itself, and which unit of it answers for which district. Repeatable. */
export async function seedLiaison(pool: Pool): Promise<void> {
  const bodies: readonly LiaisonBodySeed[] = enterprisesOfDistricts;
  await inTransaction(pool, "SET LOCAL statement_timeout = '30s'", async (client) => {
    await select(client, { text: BODIES, values: [JSON.stringify([...bodies, bureauBody])] });
    await select(client, { text: OWN_BODY, values: [bureauBody.province, bureauBody.id] });
    await select(client, { text: REGIONS, values: [JSON.stringify(bodies)] });
  });
}

import type { Role } from '@lianban/domain/role';
import type { Pool, PoolClient, QueryConfig, QueryResult } from 'pg';

/** Who asks, as the record has to know it to show only what the post reaches. */
export interface Reach {
  readonly personId: string;
  readonly role: Role;
  /** Everything of a province, or everything of an enterprise. Of its secret cases, an office sees those that are its unit's. */
  readonly of: { readonly province: string; readonly unitId: string | null } | { readonly enterpriseId: string };
}

/** Role of the database under which the requests of people run: it owns nothing and sees nothing by itself. */
export const DESK_ROLE = 'lianban_desk';

/** Who was last named to a connection. */
const named = new WeakMap<PoolClient, string>();

/**
 * The pool of {@link DESK_ROLE} as this person uses it: whatever connection it lends, the row-level security of the record
 * knows who asks. A statement that forgets its scope finds nothing that the post does not reach (ADR 0020).
 */
export function deskOf(pool: Pool, reach: Reach): Pool {
  const name = nameOf(reach);
  const connect = async (): Promise<PoolClient> => {
    const client = await pool.connect();
    try {
      await tell(client, name);
      return client;
    } catch (failure) {
      client.release(true);
      throw failure;
    }
  };
  const query = async (asked: string | QueryConfig, values?: unknown[]): Promise<QueryResult> => {
    const client = await connect();
    let failed = true;
    try {
      const answer = await client.query(asked, values);
      failed = false;
      return answer;
    } finally {
      client.release(failed);
    }
  };
  return new Proxy(pool, {
    get(target, key) {
      if (key === 'connect') return connect;
      if (key === 'query') return query;
      const own: unknown = Reflect.get(target, key);
      return own;
    },
  });
}

/** The settings in one text, which is compared before it is told again. */
function nameOf({ personId, role, of }: Reach): string {
  const [province, enterpriseId, unitId] =
    'province' in of ? [of.province, '', of.unitId ?? ''] : ['', of.enterpriseId, ''];
  return [personId, role, province, enterpriseId, unitId].join(' ');
}

const SETTINGS = ['person', 'role', 'province', 'enterprise', 'unit'];
const TELL = {
  name: 'desk-reach',
  text: `SELECT ${SETTINGS.map((name, at) => `set_config('lianban.${name}', split_part($1, ' ', ${at + 1}), false)`).join(', ')}`,
};

async function tell(client: PoolClient, name: string): Promise<void> {
  if (named.get(client) === name) return;
  named.delete(client); // until it is told, nobody knows whom the connection takes the next statement for
  await client.query({ ...TELL, values: [name] });
  named.set(client, name);
}

import pg from 'pg';

/** How many connections at most, and how long a statement may take before its connection counts as lost. */
export interface PoolLimits {
  readonly max: number;
  readonly patienceMs: number;
  /** Role under which its statements run; the one that signs in when it is left out. */
  readonly role?: string;
  /** A statement with a name is planned once per connection, whatever its values; without it anew for each of the first five. */
  readonly plansOnce?: true;
}

/** After so long without a word the server, and we, ask whether the other side is still there. */
const QUIET_SECONDS = 10;

/** SQL settings: a session whose client is gone without a word ends within half a minute, and its locks with it. */
const ENDS_ORPHANED = [
  `tcp_keepalives_idle=${QUIET_SECONDS}`,
  'tcp_keepalives_interval=5',
  'tcp_keepalives_count=3',
  'tcp_user_timeout=30000',
];

/** SQL setting: planning the long statements of a page costs more than running them does. */
const PLANS_ONCE = 'plan_cache_mode=force_generic_plan';

/**
 * Connections to the record, each of which may die: what is under way on it fails, and the next query opens another.
 * Without a listener the driver ends the process instead. One that dies without a word, because something between here
 * and the server swallows what is sent, fails its query after `patienceMs`; without a limit it would wait for hours.
 */
export function openPool(databaseUrl: string, { max, patienceMs, role, plansOnce }: PoolLimits): pg.Pool {
  const pool = new pg.Pool({
    connectionString: databaseUrl,
    max,
    query_timeout: patienceMs,
    connectionTimeoutMillis: patienceMs,
    keepAlive: true,
    keepAliveInitialDelayMillis: QUIET_SECONDS * 1_000,
    options: [...ENDS_ORPHANED, ...(role === undefined ? [] : [`role=${role}`]), ...(plansOnce ? [PLANS_ONCE] : [])]
      .map((setting) => `-c ${setting}`)
      .join(' '),
  });
  pool.on('error', () => undefined); // died while idle
  pool.on('connect', (client) => client.on('error', () => undefined)); // died while lent: its query fails, or the next one
  return pool;
}

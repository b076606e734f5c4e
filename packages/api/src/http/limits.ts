const KIB = 1_024;
const SECOND_MS = 1_000;

/**
 * How much of anything one request may bring, and how long it may take to arrive. What exceeds a limit is refused with a
 * code; all of them are ours, as ASVS 5.0 15.2.2 leaves the numbers open.
 */
export const limits = {
  /** Longest body, in bytes: the longest form with room to spare. Files have a scope and a limit of their own. */
  bodyBytes: 256 * KIB,
  /** Longest address with its query: the console begins a new batch at 2,000 characters. */
  urlCharacters: 8 * KIB,
  /** All headers of a request together, its first line among them, in bytes: as Node has it, cookies of other products on the same site included. */
  headerBytes: 16 * KIB,
  /** Calls in one batch: a page of the console asks less than ten things at once, and sends ten at most. */
  callsInBatch: 20,
  /** For all headers to arrive; a browser sends them at once. */
  headersMs: 10 * SECOND_MS,
  /** For the whole request to arrive: the longest form over a bad line, the longest file over one of 3 Mbit/s. */
  requestMs: 30 * SECOND_MS,
  /** For the next request of a connection; longer than proxies keep theirs, so that they never use one that is just ending. */
  idleMs: 75 * SECOND_MS,
  /** How often connections are looked at for the three times above. */
  lookEveryMs: 2 * SECOND_MS,
  /** Live streams of one session: more pages than anybody has open, and all of them sharing the tabs of one browser. */
  streamsPerSession: 20,
  /** Live streams of one address: an office behind one address. Multiplied by LIANBAN_RATES. */
  streamsPerAddress: 500,
  /** Files that come in or go out at the same time: each may be held in memory whole. */
  filesAtOnce: 24,
  /** Of them those of one session: a browser opens six connections to one site. */
  filesAtOncePerSession: 6,
} as const;

/**
 * Calls per minute before they are answered with 429. Reading is what pages do by themselves whenever something happens;
 * changing is what people do. Those of an address are for an office behind it and multiplied by LIANBAN_RATES, as are
 * those of an account. Sign-in and tracking have limits of their own with their routes.
 */
export const perMinute = {
  address: { read: 3_000, change: 600, handIn: 200, download: 400 },
  account: { read: 900, change: 180, handIn: 40, download: 80 },
} as const;

/** Whether a request reads or changes, or carries a file in or out. */
export type Kind = keyof (typeof perMinute)['address'];

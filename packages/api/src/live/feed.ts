import { NOTICE_CHANNEL, readNotice, type Broadcast } from '@lianban/db/notice';
import pg from 'pg';
import type { Logger } from 'pino';
import { AwaitedTurns, type AwaitedTurn } from './awaited-turns.ts';
import { Mailbox } from './mailbox.ts';

/** A notice, and when it came in, in milliseconds of `performance.now()`. */
export interface Heard {
  readonly notice: Broadcast;
  readonly at: number;
}

/** Everything that PostgreSQL tells of committed turns, claims, releases, messages and ended sessions, as one stream per process. */
export interface LiveFeed {
  /** Notices from now on. Ends with the signal, and when notices may have been missed: listen and read again then. */
  listen(signal: AbortSignal): AsyncIterable<Heard>;
}

/** Single turns, heard as soon as they are committed, whoever committed them. */
export interface CommittedTurns {
  /** The turn to which this request leads, from now on. What is told while the feed is without a connection is not heard. */
  turnOf(requestId: string): AwaitedTurn;
}

const RECONNECT_MS = 1_000;

/** The feed over one connection of its own, which is opened again when it is lost. */
export class NoticeFeed implements LiveFeed, CommittedTurns {
  readonly #databaseUrl: string;
  readonly #log: Logger;
  readonly #mailboxes = new Set<Mailbox<Heard>>();
  readonly #awaited = new AwaitedTurns();
  #client: pg.Client | null = null;
  #closed = false;

  private constructor(databaseUrl: string, log: Logger) {
    this.#databaseUrl = databaseUrl;
    this.#log = log;
  }

  /** Connects and listens. @throws when the database cannot be reached. */
  static async open(databaseUrl: string, log: Logger): Promise<NoticeFeed> {
    const feed = new NoticeFeed(databaseUrl, log);
    await feed.#connect();
    return feed;
  }

  listen(signal: AbortSignal): AsyncIterable<Heard> {
    const mailbox = new Mailbox<Heard>();
    const leave = (): void => {
      this.#mailboxes.delete(mailbox);
      mailbox.close();
    };
    if (signal.aborted || this.#client === null) mailbox.close();
    else {
      this.#mailboxes.add(mailbox);
      signal.addEventListener('abort', leave, { once: true });
    }
    return mailbox;
  }

  turnOf(requestId: string): AwaitedTurn {
    return this.#awaited.turnOf(requestId);
  }

  async close(): Promise<void> {
    this.#closed = true;
    this.#endListeners();
    await this.#client?.end();
  }

  async #connect(): Promise<void> {
    const client = new pg.Client({ connectionString: this.#databaseUrl, keepAlive: true });
    client.on('notification', ({ payload }) => this.#post(payload));
    client.on('error', (err) => this.#log.warn({ err }, 'live feed lost its connection'));
    client.on('end', () => this.#lost());
    await client.connect();
    await client.query(`LISTEN ${NOTICE_CHANNEL}`);
    this.#client = client;
  }

  #post(payload: string | undefined): void {
    if (payload === undefined) return;
    const notice = readNotice(payload);
    if ('request' in notice && notice.request !== undefined) this.#awaited.tell(notice.request);
    const heard = { notice, at: performance.now() };
    for (const mailbox of this.#mailboxes) if (!mailbox.put(heard)) this.#mailboxes.delete(mailbox);
  }

  /** Whoever listened is told by the end of the stream that something may have been missed. */
  #lost(): void {
    this.#client = null;
    this.#endListeners();
    if (!this.#closed) setTimeout(() => void this.#reconnect(), RECONNECT_MS);
  }

  async #reconnect(): Promise<void> {
    if (this.#closed) return;
    try {
      await this.#connect();
    } catch (err) {
      this.#log.warn({ err }, 'live feed cannot reach the database');
      setTimeout(() => void this.#reconnect(), RECONNECT_MS);
    }
  }

  #endListeners(): void {
    for (const mailbox of this.#mailboxes) mailbox.close();
    this.#mailboxes.clear();
  }
}

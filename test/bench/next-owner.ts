import { NOTICE_CHANNEL, readNotice } from '@lianban/db/notice';
import pg from 'pg';
import { required } from './environment.ts';

/** From the commit of a decision, as PostgreSQL tells of it, to the next owner's browser. */
export class NextOwner {
  readonly ms: number[] = [];
  readonly #committed = new Map<string, number>();
  readonly #database = new pg.Client({ connectionString: required('DATABASE_URL') });
  readonly #ended = new AbortController();

  /** Listens as the person of that cookie; what is not for them is not counted. */
  async start(cookie: string): Promise<void> {
    await this.#database.connect();
    this.#database.on('notification', ({ payload = '{}' }) => {
      const notice = readNotice(payload);
      if (!('caseId' in notice)) return;
      this.#committed.set(`${notice.caseId}:${notice.version}`, performance.now());
    });
    await this.#database.query(`LISTEN ${NOTICE_CHANNEL}`);
    const response = await fetch(`${required('LIANBAN_BENCH_API')}/trpc/live.events?input=%7B%7D`, {
      ...{ headers: { cookie, accept: 'text/event-stream' }, signal: this.#ended.signal },
    });
    void this.#read(response);
  }

  async stop(): Promise<void> {
    this.#ended.abort();
    await this.#database.end();
  }

  async #read({ body }: Response): Promise<void> {
    let said = '';
    try {
      for await (const chunk of body ?? []) {
        said += new TextDecoder().decode(chunk);
        for (let end = said.indexOf('\n\n'); end >= 0; end = said.indexOf('\n\n')) {
          this.#hear(said.slice(0, end));
          said = said.slice(end + 2);
        }
      }
    } catch {
      // stopped
    }
  }

  #hear(event: string): void {
    const [, caseId, version] = /"caseId":"([^"]+)".*"version":(\d+)/.exec(event) ?? [];
    const committed = this.#committed.get(`${caseId}:${version}`);
    if (committed !== undefined) this.ms.push(Math.max(0, performance.now() - committed));
  }
}

import { request } from 'node:http';

/** Whether this system answers at every address of 127.0.0.0/8; elsewhere all browsers are at 127.0.0.1. */
export const hasAddresses = process.platform === 'linux';

/** What the service answered. */
export interface Answered {
  readonly status: number;
  /** Code of the refusal; null when there was none. */
  readonly code: string | null;
  readonly detail: Readonly<Record<string, unknown>>;
  readonly data: unknown;
  readonly retryAfter: string | null;
}

interface Body {
  readonly result?: { readonly data?: unknown };
  readonly error?: {
    readonly data?: {
      readonly lianban?: { readonly code: string; readonly detail: Readonly<Record<string, unknown>> };
    };
  };
}

const USER_AGENT =
  'Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0.0.0 Safari/537.36';

/** A browser as the service sees it: cookies of its own, at an address of its own on the loopback network. */
export class Browser {
  readonly cookies = new Map<string, string>();
  readonly #service: string;
  readonly #address: string;

  /** `address` is any of 127.0.0.0/8. */
  constructor(service: string, address = '127.0.0.1') {
    this.#service = service;
    this.#address = hasAddresses ? address : '127.0.0.1';
  }

  /** Another browser with the same cookies. */
  twin(): Browser {
    const twin = new Browser(this.#service, this.#address);
    for (const [name, value] of this.cookies) twin.cookies.set(name, value);
    return twin;
  }

  signIn(user: string, password: string): Promise<Answered> {
    return this.mutate('session.signIn', { user, password });
  }

  mutate(route: string, input?: object, more: Readonly<Record<string, string>> = {}): Promise<Answered> {
    return this.#send('POST', route, input === undefined ? '' : JSON.stringify(input), more);
  }

  /** The same with a body as it is. */
  mutateRaw(route: string, body: string): Promise<Answered> {
    return this.#send('POST', route, body);
  }

  query(route: string, more: Readonly<Record<string, string>> = {}): Promise<Answered> {
    return this.#send('GET', route, '', more);
  }

  /** Goes to an address as to a page, from another site; gives where it is sent on to, null for nowhere. */
  go(
    address: string,
    more: Readonly<Record<string, string>> = {},
  ): Promise<{ readonly status: number; readonly location: string | null }> {
    const headers = {
      ...{ cookie: this.#cookie(), 'user-agent': USER_AGENT, 'sec-fetch-site': 'cross-site' },
      ...{ 'sec-fetch-mode': 'navigate', 'sec-fetch-dest': 'document', ...more },
    };
    return new Promise((resolve, reject) => {
      const options = { headers, localAddress: this.#address, agent: false };
      const sent = request(new URL(address, this.#service), options, (response) => {
        for (const line of response.headers['set-cookie'] ?? []) this.#keep(line);
        response.resume();
        response.on('end', () =>
          resolve({ status: response.statusCode ?? 0, location: response.headers.location ?? null }),
        );
        response.on('error', reject);
      });
      sent.on('error', reject);
      sent.end();
    });
  }

  /** Listens to live events; `ended` resolves with everything that was said once the service has ended them. */
  async events(): Promise<{ readonly ended: Promise<string> }> {
    const response = await fetch(`${this.#service}/trpc/live.events?input=%7B%7D`, {
      headers: { cookie: this.#cookie(), accept: 'text/event-stream' },
    });
    return { ended: response.text() };
  }

  #cookie(): string {
    return [...this.cookies].map((pair) => pair.join('=')).join('; ');
  }

  #send(method: string, route: string, body: string, more: Readonly<Record<string, string>> = {}): Promise<Answered> {
    const headers = {
      cookie: this.#cookie(),
      'user-agent': USER_AGENT,
      ...{
        origin: this.#service,
        'sec-fetch-site': 'same-origin',
        'sec-fetch-mode': 'cors',
        'sec-fetch-dest': 'empty',
      },
      ...more,
      ...(method === 'GET' ? {} : { 'content-type': 'application/json' }),
    };
    const options = { method, headers, localAddress: this.#address, agent: false };
    return new Promise((resolve, reject) => {
      const sent = request(`${this.#service}/trpc/${route}`, options, (response) => {
        const chunks: Buffer[] = [];
        for (const line of response.headers['set-cookie'] ?? []) this.#keep(line);
        response.on('data', (chunk: Buffer) => chunks.push(chunk));
        response.on('end', () => {
          const parsed = JSON.parse(Buffer.concat(chunks).toString()) as Body; // the shapes of the service
          const refusal = parsed.error?.data?.lianban;
          resolve({
            ...{ status: response.statusCode ?? 0, code: refusal?.code ?? null, detail: refusal?.detail ?? {} },
            ...{ data: parsed.result?.data, retryAfter: response.headers['retry-after'] ?? null },
          });
        });
        response.on('error', reject);
      });
      sent.on('error', reject);
      sent.end(body);
    });
  }

  #keep(line: string): void {
    const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(line) ?? [];
    if (value === '') this.cookies.delete(name);
    else this.cookies.set(name, value);
  }
}

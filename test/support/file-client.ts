import { request, type IncomingHttpHeaders } from 'node:http';

/** What the door of files answered. */
export interface FileAnswer {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly body: Buffer;
  /** Code of the refusal; null when there was none. */
  readonly code: string | null;
}

type Headers = Readonly<Record<string, string>>;

/** A request to it, as a page of ours would send it unless `headers` say otherwise; an empty one is left out. */
export interface FileRequest {
  readonly method: 'GET' | 'POST' | 'PUT' | 'DELETE';
  readonly path: string;
  readonly headers?: Headers;
  readonly body?: Buffer;
  /** Any of 127.0.0.0/8. */
  readonly from?: string;
}

const fetched = { 'sec-fetch-site': 'same-origin', 'sec-fetch-mode': 'cors', 'sec-fetch-dest': 'empty' };

/** Somebody with a cookie, or nobody with an empty one, at the door of files. */
export class FileClient {
  readonly #service: string;
  readonly #cookie: string;

  constructor(service: string, cookie: string) {
    this.#service = service;
    this.#cookie = cookie;
  }

  /** Hands a file in; its name and material as told. */
  handIn(
    { draftId, material = 'application-form', name = '申请表.pdf', replaces }: HandIn,
    body: Buffer,
    more: Partial<FileRequest> = {},
  ): Promise<FileAnswer> {
    const query = new URLSearchParams({ draftId, material, ...(replaces === undefined ? {} : { replaces }) });
    const headers = {
      'content-type': 'application/octet-stream',
      'lianban-file-name': encodeURIComponent(name),
      ...more.headers,
    };
    return this.send({ method: 'POST', path: `/attachments?${query}`, body, ...more, headers });
  }

  /** Hands a file in for the answer to a duty, or with a request. */
  handInFor(
    of: Readonly<Record<'caseId' | 'duty', string>> | { readonly registration: string },
    name: string,
    body: Buffer,
  ): Promise<FileAnswer> {
    const headers = {
      'content-type': 'application/octet-stream',
      'lianban-file-name': encodeURIComponent(name),
    };
    return this.send({ method: 'POST', path: `/attachments?${new URLSearchParams(of)}`, body, headers });
  }

  download(attachmentId: string, headers: Headers = {}): Promise<FileAnswer> {
    return this.send({ method: 'GET', path: `/attachments/${attachmentId}`, headers });
  }

  remove(attachmentId: string, headers: Headers = {}): Promise<FileAnswer> {
    return this.send({ method: 'DELETE', path: `/attachments/${attachmentId}`, headers });
  }

  send({ method, path, headers = {}, body, from = '127.0.0.1' }: FileRequest): Promise<FileAnswer> {
    const own = { cookie: this.#cookie, origin: this.#service, ...fetched, ...headers };
    const sent = Object.fromEntries(Object.entries(own).filter(([, value]) => value !== ''));
    const length = body === undefined ? {} : { 'content-length': String(body.length) };
    return new Promise((resolve, reject) => {
      const options = { method, headers: { ...sent, ...length }, localAddress: from, agent: false };
      const asked = request(`${this.#service}${path}`, options, (response) => {
        const chunks: Buffer[] = [];
        response.on('data', (chunk: Buffer) => chunks.push(chunk));
        response.on('error', reject);
        response.on('end', () => {
          const answer = { status: response.statusCode ?? 0, headers: response.headers, body: Buffer.concat(chunks) };
          resolve({ ...answer, code: codeIn(answer.body) });
        });
      });
      asked.on('error', reject);
      asked.end(body);
    });
  }
}

interface HandIn {
  readonly draftId: string;
  readonly material?: string;
  readonly name?: string;
  readonly replaces?: string;
}

function codeIn(body: Buffer): string | null {
  if (body.at(0) !== '{'.charCodeAt(0)) return null;
  const { error } = JSON.parse(body.toString()) as { error?: { data: { lianban: { code: string } } } }; // the shape of refusals
  return error?.data.lianban.code ?? null;
}

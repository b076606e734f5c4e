import { connect } from 'node:net';

/** What came back over the wire. */
export interface RawAnswer {
  readonly status: number;
  readonly headers: ReadonlyMap<string, string>;
  readonly body: string;
}

const QUIET_MS = 15_000;

/**
 * Sends bytes as they are, past every client that would put them right, and reads until the service ends the connection.
 * Rejects when it does not within fifteen seconds.
 */
export function sendRaw(address: string, bytes: string): Promise<RawAnswer> {
  const { hostname, port } = new URL(address);
  return new Promise((resolve, reject) => {
    const socket = connect({ host: hostname, port: Number(port) }, () => socket.write(bytes));
    let said = '';
    socket.setTimeout(QUIET_MS, () => socket.destroy(new Error(`nothing more after: ${said}`)));
    socket.on('data', (chunk) => (said += chunk.toString()));
    socket.on('error', reject);
    socket.on('close', () => resolve(answerIn(said)));
  });
}

/** A request with the usual headers, `more` in place of them or besides; ends the connection. */
export function rawRequest(line: string, more: Readonly<Record<string, string>> = {}, body = ''): string {
  const length = body === '' ? {} : { 'content-length': String(Buffer.byteLength(body)) };
  const headers = { host: '127.0.0.1', connection: 'close', ...length, ...more };
  const lines = Object.entries(headers).map(([name, value]) => `${name}: ${value}`);
  return [`${line} HTTP/1.1`, ...lines, '', body].join('\r\n');
}

function answerIn(said: string): RawAnswer {
  const [head = '', ...body] = said.split('\r\n\r\n');
  const [first = '', ...lines] = head.split('\r\n');
  const headers = lines.map((line): [string, string] => {
    const [name = '', ...value] = line.split(': ');
    return [name.toLowerCase(), value.join(': ')];
  });
  const known = new Map(headers);
  const sent = body.join('\r\n\r\n');
  const isChunked = known.get('transfer-encoding') === 'chunked';
  return { status: Number(first.split(' ')[1]), headers: known, body: isChunked ? withoutChunks(sent) : sent };
}

/** What stands between the lengths of the chunks; enough for text without letters beyond ASCII. */
function withoutChunks(sent: string): string {
  const end = sent.indexOf('\r\n');
  const length = Number.parseInt(sent.slice(0, end), 16);
  if (end < 0 || !(length > 0)) return '';
  const from = end + 2;
  return sent.slice(from, from + length) + withoutChunks(sent.slice(from + length + 2));
}

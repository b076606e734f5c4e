import { connect, createServer } from 'node:net';
import { askSystem } from './ask-system.mjs';
import { StackError } from './stack-error.mjs';

const HOST = '127.0.0.1';

/** Whether a server could listen there now; nobody else can where the machine has no such address. */
function canListen(port, host) {
  return new Promise((resolve) => {
    const probe = createServer();
    probe.once('error', ({ code }) => resolve(code === 'EADDRNOTAVAIL' || code === 'EAFNOSUPPORT'));
    probe.listen({ port, host, exclusive: true }, () => probe.close(() => resolve(true)));
  });
}

/** Whether a server could listen on this port now, and whoever asks for localhost would find it and nobody else. */
const isFree = async (port) => (await canListen(port, HOST)) && (await canListen(port, '::1'));

/** Whether somebody answers there. */
export function answers(port, host = HOST) {
  return new Promise((resolve) => {
    const socket = connect({ port, host, timeout: 2_000 });
    const settle = (isThere) => {
      socket.destroy();
      resolve(isThere);
    };
    socket.once('connect', () => settle(true));
    socket.once('error', () => settle(false));
    socket.once('timeout', () => settle(false));
  });
}

// Below the range from which systems take ports for outgoing connections, so that nothing slips in between.
const FIRST = 20_000;
const LAST = 29_999;
const given = new Set();

/** A port that nobody listens on and that this process has not given before. */
export async function freePort() {
  for (;;) {
    const port = FIRST + Math.floor(Math.random() * (LAST - FIRST));
    if (given.has(port) || !(await isFree(port))) continue;
    given.add(port);
    return port;
  }
}

/** Who listens there, as far as this system tells. */
function holderOf(port) {
  const tools = [
    ['lsof', ['-nP', `-iTCP:${port}`, '-sTCP:LISTEN', '-Fpc'], /p(?<pid>\d+)\nc(?<name>.+)/],
    ['ss', ['-ltnpH', `sport = :${port}`], /\(\("(?<name>[^"]+)",pid=(?<pid>\d+)/],
  ];
  for (const [program, args, shape] of tools) {
    const found = shape.exec(askSystem(program, args).text)?.groups;
    if (found !== undefined) return `${found.name} (process ${found.pid})`;
  }
  return null;
}

/**
 * The port for a server: from the environment, or else the usual one.
 * @throws StackError saying who holds it and how to move, when it is taken
 */
export async function agreedPort({ variable, usual, purpose, usualHolder }) {
  const port = Number(process.env[variable] ?? usual);
  if (!Number.isInteger(port) || port < 1 || port > 65_535)
    throw new StackError(`${variable} is not a port: ${process.env[variable]}`);
  const isGiven = given.has(port);
  if (!isGiven && (await isFree(port))) {
    given.add(port);
    return port;
  }
  const holder = isGiven ? 'another server of this start' : (holderOf(port) ?? `probably ${usualHolder}`);
  throw new StackError(
    `Port ${port}, wanted for ${purpose}, is taken by ${holder}.\n${isGiven ? 'Choose' : 'Stop that, or choose'} another port: ${variable}=${
      port + 1
    } npm start`,
  );
}

import { noteRefusal, type Subject } from '@lianban/db/audit-note';
import { isSafeText } from '@lianban/domain/characters';
import type { ErrorCode, LianbanError } from '@lianban/domain/error';
import type { Services } from '../context.ts';
import type { Identity } from '../identity/identity.ts';
import { askerOf } from './asker.ts';

/** Refusals that say no to somebody, whatever the state of what they asked for, or hide from them that it exists. */
const keptRefusals = [
  'FORBIDDEN',
  'PASSWORD_CHANGE_REQUIRED',
  'WRONG_PASSWORD',
  'NO_SUCH_CASE',
  'NO_SUCH_DUTY',
  'NO_SUCH_DRAFT',
  'NO_SUCH_ATTACHMENT',
  'NO_SUCH_REVISION',
  'NO_SUCH_REQUEST',
  'NO_SUCH_SESSION',
  'NOT_ASKED',
  'SEPARATION',
  'RECUSED',
  'LEFT_POOL',
  'NOT_IN_TEAM',
  'NO_SUCH_INTEREST',
  'CLAIMED_BY_OTHER',
  'IDENTITY_TAKEN',
  'WRONG_IDENTITY',
  'PROVIDER_REFUSED',
  'ATTEMPT_OVER',
] as const satisfies readonly ErrorCode[];

/** A refusal that the trail tells of. */
export type KeptRefusal = (typeof keptRefusals)[number];

const kept: ReadonlySet<ErrorCode> = new Set(keptRefusals);

/** What requests name by these words is an id or a number, never anything personal. */
const named = [
  ...['accessId', 'attachmentId'],
  ...['caseId', 'caseNumber', 'draftId', 'duty', 'key', 'number', 'personId', 'postId', 'revisionId', 'sessionId'],
  ...['unitId', 'watch'],
];
const LONGEST = 100;

/** A request that was refused. */
interface Refused {
  readonly route: string;
  readonly refusal: LianbanError;
  /** The request as it came, unchecked. */
  readonly input: () => Promise<unknown>;
}

/**
 * Notes for the trail that somebody who is signed in was refused, before they are told so. When it cannot be noted, the
 * refusal stands all the same, and the failure is written down.
 */
export async function tellRefusal(
  { database, log }: Services,
  identity: Identity | null,
  { route, refusal, input }: Refused,
): Promise<void> {
  if (identity === null || !kept.has(refusal.code)) return;
  try {
    const subject = { ...namesIn(await input().catch(() => null)), ...namesIn(refusal.detail) };
    await noteRefusal(database.pool, askerOf(identity), { route, rule: refusal.code, subject });
  } catch (err) {
    log.error({ err, route, code: refusal.code }, 'a refusal could not be noted for the trail');
  }
}

/** Ids and numbers of the request; what PostgreSQL could not keep is left out, so that it keeps the rest. */
function namesIn(request: unknown): Subject {
  if (typeof request !== 'object' || request === null) return {};
  const values = request as Readonly<Record<string, unknown>>; // what is left is an object
  return Object.fromEntries(
    named.flatMap((name) => {
      const value = Object.hasOwn(values, name) ? values[name] : undefined;
      if (typeof value !== 'string' || !isSafeText(value)) return [];
      return [[name, [...value.slice(0, 2 * LONGEST)].slice(0, LONGEST).join('')]];
    }),
  );
}

import type { OpenAttachment } from '@lianban/db/attachments/of-case';
import { personStream, recordAct } from '@lianban/db/audit';
import { noteRead, noteSought, type Subject } from '@lianban/db/audit-note';
import { caseHead, type CaseRecord } from '@lianban/db/queries/case-page';
import { instant, type Instant } from '@lianban/domain/civil-date';
import { LianbanError } from '@lianban/domain/error';
import { mayCall } from '@lianban/domain/permission';
import { isSensitive } from '@lianban/domain/sensitive-read';
import type { SignedIn } from '../answering.ts';
import { actorOf, scopeOf } from '../identity/identity.ts';
import { askerOf } from './asker.ts';
import { tellRefusal } from './refusals.ts';

/** Notes that somebody opens a case with which their unit has nothing to do; without the note they are not shown it. */
export const tellCaseRead = (
  caller: SignedIn,
  { head: { caseId, letInUntil }, duties }: Pick<CaseRecord, 'head' | 'duties'>,
): Promise<void> => tellRead(caller, { subject: { caseId }, letInUntil, unitIds: duties.map(({ unitId }) => unitId) });

/** The same for a file that was handed in with the application of such a case; that of a draft is its enterprise's own. */
export async function tellFileRead(
  caller: SignedIn,
  { caseId, attachmentId, letInUntil, unitIds }: OpenAttachment,
): Promise<void> {
  if (caseId !== null) await tellRead(caller, { subject: { caseId, attachmentId }, letInUntil, unitIds });
}

/** What is read of which case, and how it is open to whoever reads. */
interface Read {
  readonly subject: { readonly caseId: string; readonly attachmentId?: string };
  readonly letInUntil: Instant | null;
  readonly unitIds: readonly (string | null)[];
}

async function tellRead({ services, identity }: SignedIn, { subject, letInUntil, unitIds }: Read): Promise<void> {
  const { role, unitId } = identity.post;
  if (letInUntil !== null) return tellEmergencyRead({ services, identity }, subject);
  if (!isSensitive('case', role) || unitIds.includes(unitId)) return;
  await noteRead(services.database.pool, askerOf(identity), { read: 'case', subject });
}

/** Writes into the trail at once that somebody reads a secret case that they were let into, every time that they do. */
async function tellEmergencyRead({ services, identity }: SignedIn, subject: Read['subject']): Promise<void> {
  const by = actorOf(identity);
  const detail = { read: 'emergency', ...subject } as const;
  const act = { stream: personStream(by.personId), at: instant(Date.now()), action: 'access.read', by, detail };
  await recordAct(services.database.pool, act);
}

/** Notes that somebody reads the trail, by what they look for; without the note they are not shown it. */
export async function tellTrailRead({ services, identity }: SignedIn, soughtFor: Subject): Promise<void> {
  if (!isSensitive('trail', identity.post.role)) return;
  await noteRead(services.database.pool, askerOf(identity), { read: 'trail', subject: soughtFor });
}

/** Notes a search that found nothing, whatever it was for; whether it names anything is looked up later. */
export async function tellSought(
  { services, identity }: SignedIn,
  { route, search }: { readonly route: string; readonly search: string | undefined },
): Promise<void> {
  const words = search?.trim() ?? '';
  if (words !== '') await noteSought(services.database.pool, askerOf(identity), { route, words });
}

/** Notes that somebody listens to a case that they may not see. They are not told that they may not, and hear nothing. */
export async function tellWatched({ services, identity }: SignedIn, route: string, watch: string): Promise<void> {
  const isSeen =
    mayCall(identity.post.role, 'case.page') &&
    (await caseHead(services.database.pool, watch, scopeOf(identity))) !== null;
  if (isSeen) return;
  const refusal = new LianbanError('NO_SUCH_CASE', { watch });
  await tellRefusal(services, identity, { route, refusal, input: () => Promise.resolve(null) });
}

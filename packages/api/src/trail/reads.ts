import { noteRead, noteSought, type Subject } from '@lianban/db/audit-note';
import { caseHead, type CaseRecord } from '@lianban/db/queries/case-page';
import { LianbanError } from '@lianban/domain/error';
import { mayCall } from '@lianban/domain/permission';
import { isSensitive } from '@lianban/domain/sensitive-read';
import type { SignedIn } from '../answering.ts';
import { scopeOf } from '../identity/identity.ts';
import { askerOf } from './asker.ts';
import { tellRefusal } from './refusals.ts';

/** Notes that somebody opens a case with which their unit has nothing to do; without the note they are not shown it. */
export async function tellCaseRead(
  { services, identity }: SignedIn,
  { head: { caseId }, duties }: CaseRecord,
): Promise<void> {
  const { role, unitId } = identity.post;
  if (!isSensitive('case', role) || duties.some((duty) => duty.unitId === unitId)) return;
  await noteRead(services.database.pool, askerOf(identity), { read: 'case', subject: { caseId } });
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

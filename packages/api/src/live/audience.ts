import type { Announcement } from '@lianban/db/notice';
import { mayCall, rowScope } from '@lianban/domain/permission';
import { covers } from '@lianban/domain/stand-in';
import { mailPostId, type Identity } from '../identity/identity.ts';

/**
 * Whether the post is told: of messages to it; of the secrecy of the case that it looks at; its person of a secret case that they were let into and no longer are; an enterprise of its own cases, supervisors and administrators of everything in their
 * province, officers of what touches duties of their unit and role, of what they did themselves, and of the case that
 * they are looking at. Nobody hears of a case that they may not see, and whoever stands in for single matters of nothing
 * else; of a secret one the record is asked besides ({@link maybeHidden}).
 */
export function hears({ person, post }: Identity, notice: Announcement, watched: string | null): boolean {
  if ('accessEnded' in notice) return notice.accessOf === person.id;
  if ('posts' in notice) return notice.posts.includes(mailPostId({ post }));
  if ('concealed' in notice) return watched !== null && notice.concealed.includes(watched);
  if (!mayCall(post.role, 'case.page')) return false;
  if (rowScope(post.role) === 'own-enterprise')
    return notice.enterprise !== null && notice.enterprise === post.enterpriseId;
  if (notice.province !== post.province || !covers(post.standingIn?.matters ?? null, notice)) return false;
  if (post.role === 'SUP' || post.role === 'ADM') return true;
  if (notice.by === person.id || notice.caseId === watched) return true;
  return post.unitId !== null && notice.units.includes(post.unitId) && notice.roles.includes(post.role);
}

/** Whether the case of the notice may be hidden from posts of its province: then the record is asked before they are told. */
export const maybeHidden = (
  { post }: Identity,
  notice: Announcement,
): notice is Extract<Announcement, { caseId: string }> =>
  'caseId' in notice && notice.secret && rowScope(post.role) !== 'own-enterprise';

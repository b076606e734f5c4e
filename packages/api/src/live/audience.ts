import type { Announcement } from '@lianban/db/notice';
import { mayCall, rowScope } from '@lianban/domain/permission';
import type { Identity } from '../identity/identity.ts';

/**
 * Whether the post is told: of messages to it; an enterprise of its own cases, supervisors and administrators of everything in their
 * province, officers of what touches duties of their unit and role, of what they did themselves, and of the case that
 * they are looking at. Nobody hears of a case that they may not see.
 */
export function hears({ person, post }: Identity, notice: Announcement, watched: string | null): boolean {
  if ('posts' in notice) return notice.posts.includes(post.id);
  if (!mayCall(post.role, 'case.page')) return false;
  if (rowScope(post.role) === 'own-enterprise')
    return notice.enterprise !== null && notice.enterprise === post.enterpriseId;
  if (notice.province !== post.province) return false;
  if (post.role === 'SUP' || post.role === 'ADM') return true;
  if (notice.by === person.id || notice.caseId === watched) return true;
  return post.unitId !== null && notice.units.includes(post.unitId) && notice.roles.includes(post.role);
}

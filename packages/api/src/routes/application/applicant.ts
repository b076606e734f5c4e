import { LianbanError } from '@lianban/domain/error';
import type { Identity } from '../../identity/identity.ts';

/** Whoever applies: a person in a post of an enterprise. */
export interface Applicant {
  readonly personId: string;
  readonly enterpriseId: string;
}

/** The enterprise that the caller's post acts for. @throws LianbanError FORBIDDEN when it acts for none. */
export function applicantOf({ person, post }: Identity): Applicant {
  if (post.enterpriseId === null) throw new LianbanError('FORBIDDEN', { postId: post.id });
  return { personId: person.id, enterpriseId: post.enterpriseId };
}

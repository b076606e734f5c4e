import type { Registrar } from '@lianban/db/attachments/of-request';
import type { Identity } from '../../identity/identity.ts';

/** Whose files the caller hands in: of the organisation of the post, or, of an officer, their own until the request is received. */
export const registrarOf = ({ person, post }: Identity): Registrar => ({
  personId: person.id,
  enterpriseId: post.enterpriseId,
});

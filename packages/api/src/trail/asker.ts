import type { Asker } from '@lianban/db/audit-note';
import { actorOf, type Identity } from '../identity/identity.ts';

/** The identity as the trail keeps it: person and post as they are now. */
export const askerOf = (identity: Identity): Asker => ({
  by: actorOf(identity),
  who: { name: identity.person.name, zh: identity.post.place.zh, en: identity.post.place.en },
  province: identity.post.province,
});

import type { Asker } from '@lianban/db/audit-note';
import { actorOf, type Identity } from '../identity/identity.ts';

/** The identity as the trail keeps it: person and post as they are now. */
export function askerOf(identity: Identity): Asker {
  const { person, post } = identity;
  const { place, province, standingIn } = post;
  const principal =
    standingIn === undefined ? {} : { standingInFor: { personId: standingIn.for.id, name: standingIn.for.name } };
  return { by: actorOf(identity), who: { name: person.name, zh: place.zh, en: place.en, ...principal }, province };
}

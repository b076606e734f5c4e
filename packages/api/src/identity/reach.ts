import type { Reach } from '@lianban/db/desk';
import { LianbanError } from '@lianban/domain/error';
import { rowScope } from '@lianban/domain/permission';
import type { Services } from '../context.ts';
import type { Identity } from './identity.ts';

/** The services of somebody who asks: their record holds what the post reaches, whatever a statement says (ADR 0020). */
export const withinReach = (services: Services, identity: Identity): Services => ({
  ...services,
  database: { ...services.database, pool: services.database.desk(reachOf(identity)) },
});

function reachOf({ person, post }: Identity): Reach {
  const { role, province, unitId, enterpriseId } = post;
  const who = { personId: person.id, role };
  if (rowScope(role) !== 'own-enterprise') return { ...who, of: { province, unitId } };
  if (enterpriseId === null) throw new LianbanError('INTERNAL', { reason: 'applicant without an enterprise' });
  return { ...who, of: { enterpriseId } };
}

import { caseHead, dutiesOf, type CaseHead, type DutyRow } from '@lianban/db/queries/case-page';
import type { InvolveReach } from '@lianban/db/involvement/involving';
import { LianbanError } from '@lianban/domain/error';
import type { StepSpec } from '@lianban/workflows/vocabulary/step';
import type { SignedIn } from '../../answering.ts';
import { actorOf, scopeOf } from '../../identity/identity.ts';
import { readerOf, type CatalogueReader } from '../../presentation/catalogue.ts';
import type { DutyReference } from '../duty/reference.ts';

/** A duty of the agency in a case that the caller sees, and the caller as somebody who involves others in it. */
export interface SeenDuty {
  readonly head: CaseHead;
  readonly duty: DutyRow;
  readonly spec: StepSpec;
  readonly catalogue: CatalogueReader;
  readonly reach: InvolveReach;
}

/** The case, if the caller may see it. @throws LianbanError NO_SUCH_CASE */
export async function seenHead({ services, identity }: SignedIn, caseId: string): Promise<CaseHead> {
  const head = await caseHead(services.database.pool, caseId, scopeOf(identity));
  if (head === null) throw new LianbanError('NO_SUCH_CASE', { caseId });
  return head;
}

/** @throws LianbanError NO_SUCH_CASE, NO_SUCH_DUTY */
export async function seenDuty(caller: SignedIn, { caseId, duty: key }: DutyReference): Promise<SeenDuty> {
  const { services, identity } = caller;
  const head = await seenHead(caller, caseId);
  const duty = (await dutiesOf(services.database.pool, caseId)).find((one) => one.key === key);
  if (duty === undefined || duty.unitId === null) throw new LianbanError('NO_SUCH_DUTY', { duty: key });
  const catalogue = readerOf(head.procedure, head.edition);
  const reach = { caseId, duty: key, by: actorOf(identity), province: identity.post.province };
  return { head, duty, spec: catalogue.spec(duty.step), catalogue, reach };
}

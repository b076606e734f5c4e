import { LianbanError } from '@lianban/domain/error';
import { mayReassign } from '@lianban/domain/involvement';
import type { Pool } from 'pg';
import { select } from '../queryable.ts';
import { named } from './ask.ts';
import { chosen, unitsHolding } from './colleagues.ts';
import { involving, noteInvolving, requireHolder, type Involving, type InvolveReach } from './involving.ts';
import { tellNews } from './news.ts';
import { isRepeated, writeRequests, type Asked } from './requests.ts';
import { passOn } from './pass-on.ts';

/** A duty is to go to another person in the same role and unit, or into the pool of another unit that has the role. */
export interface Reassignment {
  readonly requestId: string;
  readonly to: { readonly postId: string } | { readonly unitId: string };
  readonly reason: string;
  /** Steps that whoever takes it may have no part in. */
  readonly notBy: readonly string[];
}

/**
 * Hands a duty on (转办), by whoever has taken it or their superior. Its deadline stays, and what was asked about it goes with it.
 * @throws LianbanError PERSON_UNFIT, SEPARATION, NO_SUCH_UNIT when nobody there has the role, NOTHING_TO_CHANGE, NOT_CLAIMED,
 * REQUEST_REUSED, and what `involving` refuses.
 */
export const reassign = (
  pool: Pool,
  reach: InvolveReach,
  { requestId, to, reason, notBy }: Reassignment,
): Promise<void> =>
  involving(pool, reach, async (of) => {
    if (await isRepeated(of, requestId, 'reassign')) return;
    const { client, actor, holder, holderName, holderPost, unitId, now } = of;
    const target = await targetOf(of, to, notBy);
    if (!mayReassign({ role: reach.by.role, unitId: actor.unitId }, of)) requireHolder(of);
    const { caseId, duty } = reach;
    const person = 'personId' in target ? target : null;
    await passOn(client, { caseId, duty, to: person?.personId ?? null, at: now });
    await select(client, {
      name: 'duty-reassign',
      text: `UPDATE duty SET claimed_by_person = $3, claimed_by_post = $4, claimed_at = $5, unit_id = $6 WHERE case_id = $1 AND key = $2`,
      values: [
        caseId,
        duty,
        person?.personId ?? null,
        person?.postId ?? null,
        person === null ? null : now,
        target.unitId,
      ],
    });
    const [involvementId = ''] = await writeRequests(of, { requestId, kind: 'reassign', note: reason }, [target]);
    const from = { holder, name: holderName, unit: unitId };
    await noteInvolving(of, 'duty.reassign', { requestId, from, to: named(target), reason });
    const asked = { involvementId, news: 'asked', to: 'asked' } as const;
    const handedOn = { involvementId, news: 'handedOn', to: { postId: holderPost ?? '' } } as const;
    const tellings = holderPost === null ? [asked] : [asked, handedOn];
    await tellNews(client, tellings, { at: now, except: reach.by.postId });
  });

async function targetOf(of: Involving, to: Reassignment['to'], notBy: readonly string[]): Promise<Asked> {
  const { client, reach, role, unitId } = of;
  if ('postId' in to) {
    const [person] = await chosen(of, 'reassign', { posts: [to.postId], notBy });
    if (person === undefined) throw new LianbanError('PERSON_UNFIT', { postId: to.postId, why: 'notHeld' });
    return person;
  }
  if (to.unitId === unitId) throw new LianbanError('NOTHING_TO_CHANGE');
  const unit = (await unitsHolding(client, { province: reach.province, role })).find((one) => one.unitId === to.unitId);
  if (unit === undefined) throw new LianbanError('NO_SUCH_UNIT', { unitId: to.unitId });
  return unit;
}

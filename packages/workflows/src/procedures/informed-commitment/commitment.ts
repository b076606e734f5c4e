import type { CivilDate } from '@lianban/domain/civil-date';
import type { Text } from '@lianban/domain/text';
import type { Proceeding } from '../../vocabulary/proceeding.ts';
import { enoughReturns, grantDrafted, refusalDrafted } from '../building-blocks/draft.ts';
import type { commitmentSteps } from './commitment-steps.ts';

type P = Proceeding<typeof commitmentSteps>;

/** Under which procedure a case goes on that leaves the commitment route. */
const ORDINARY = 'ordinary-permit';

/** What the applicant committed to, and when the application was complete with it. */
export interface Commitment {
  /** The day by which open conditions are promised, if any are. */
  readonly conditionsMetOn: CivilDate | null;
  readonly receivedOn: CivilDate;
}

/** Steps 1–3: suitability, notice, commitment. */
export async function obtainCommitment(p: P): Promise<Commitment> {
  await establishSuitability(p);
  const signed = p.opening.commitment;
  if (p.opening.gate === 'clear' && signed !== null) {
    p.issue('commitment');
    return { conditionsMetOn: signed.conditionsMetOn, receivedOn: p.opening.receivedOn };
  }
  const commitment = await p.step('commit');
  switch (commitment.outcome) {
    case 'sign':
      return { conditionsMetOn: commitment.flow.conditionsMetOn ?? null, receivedOn: commitment.receivedOn };
    case 'decline':
      return p.transferTo(ORDINARY, 'converted', { acceptedOn: null, falsitySuspected: false });
    case 'abandon':
    case 'lapsed':
      return p.close('terminated');
  }
}

/** Catalogue and credit file decide at once where they can; the window decides the rest, and its silence is no consent. */
async function establishSuitability(p: P): Promise<void> {
  if (p.opening.gate === 'clear') {
    p.issue('creditCheckRecord');
    p.issue('notice');
    return;
  }
  if (p.opening.gate === 'barred') {
    p.issue('creditCheckRecord');
    p.issue('conversionNotice');
    p.transferTo(ORDINARY, 'converted', { acceptedOn: null, falsitySuspected: false });
  }
  const check = await p.step('checkSuitability');
  if (check.outcome !== 'suitable') p.transferTo(ORDINARY, 'converted', { acceptedOn: null, falsitySuspected: false });
  await p.step('serveNotice', { since: check.on });
}

/**
 * Step 5: the officer proposes and the head of section decides, on the day of acceptance. Gives the day of the grant.
 * What was not proposed is sent back and not decided, until two returns have led to the joint discussion of 10.B.
 */
export async function decideOnTheSpot(p: P, acceptedOn: CivilDate): Promise<CivilDate> {
  for (;;) {
    const proposal = await p.step('propose', { since: acceptedOn });
    if (proposal.outcome === 'doubt') p.transferTo(ORDINARY, 'converted', { acceptedOn, falsitySuspected: true });
    const decision = await p.step('decide', { since: acceptedOn, without: barred(p, proposal.outcome) });
    switch (decision.outcome) {
      case 'grant':
        return decision.on;
      case 'refuse':
        return p.close('refused');
      case 'doubt':
        return p.transferTo(ORDINARY, 'converted', { acceptedOn, falsitySuspected: true });
      case 'sendBack':
        continue;
    }
  }
}

function barred(p: P, proposed: 'proposeGrant' | 'proposeRefusal'): Readonly<Record<string, Text>> {
  if (p.times('decide', 'sendBack') >= 2) return { sendBack: enoughReturns };
  return proposed === 'proposeRefusal' ? { grant: refusalDrafted } : { refuse: grantDrafted };
}

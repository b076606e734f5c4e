import { isCivilDate, type CivilDate } from '@lianban/domain/civil-date';
import { cite } from '@lianban/domain/law';
import { text, type Text } from '@lianban/domain/text';
import { procedure } from '../../vocabulary/procedure.ts';
import type { Offer, Proceeding } from '../../vocabulary/proceeding.ts';
import { decide, type Decision } from '../building-blocks/decision-chain.ts';
import { decisionSteps } from '../building-blocks/decision-steps.ts';
import { deliver, deliverySteps, refusalServiceSteps, serveRefusal } from '../building-blocks/delivery.ts';
import { extensionSteps, offerExtension } from '../building-blocks/extension.ts';
import { falsitySteps, offerSuspicion, type Suspicion } from '../building-blocks/falsity.ts';
import { offerWithdrawal, withdrawalSteps } from '../building-blocks/withdrawal.ts';
import { hearSite, join, review, standStill, type Site } from './joining.ts';
import { varietySteps } from './variety-steps.ts';

const steps = {
  ...varietySteps,
  ...withdrawalSteps,
  ...extensionSteps,
  ...falsitySteps,
  ...decisionSteps,
  ...deliverySteps,
  ...refusalServiceSteps,
};
type P = Proceeding<typeof steps>;

const reviewFailed = text('技术审查不通过', 'The technical review was not passed');

/** 厂外车间品种: one variety of an off-site workshop, from its technical review to the decision. */
export const offSiteVariety = procedure({
  id: 'off-site-variety',
  edition: '2024-05',
  title: text('厂外车间品种审查', 'Variety of an off-site workshop'),
  series: '异品',
  basis: [cite('INSP', '56'), cite('CHG', ''), cite('LIC', '42')],
  steps,
  endings: {
    granted: text('准予变更', 'Change granted'),
    refused: text('不予变更', 'Change refused'),
    withdrawn: text('撤回', 'Withdrawn'),
    discontinued: text('随原案终结', 'Ended with the case that opened it'),
  },
  clockRules: ['permit.decide', 'permit.extend', 'hearing.notice'],
  flow: async (p) => {
    const site = hearSite(p);
    const withdrawal = offerWithdrawal(p);
    p.clock.start('decision', 'permit.decide', acceptedOn(p));
    const decision = await handle(p, site, withdrawal);
    p.clock.stop('decision');
    withdrawal.end();
    if (decision.outcome === 'refused') {
      await serveRefusal(p, decision.on);
      return p.close('refused');
    }
    await deliver(p, decision.on);
    return p.close('granted', { decidedOn: decision.on });
  },
});

/** The clock counts from the acceptance of the application for the site. */
function acceptedOn({ opening, today }: P): CivilDate {
  const day = opening.childOf?.matter['acceptedOn'];
  return typeof day === 'string' && isCivilDate(day) ? day : today;
}

/** Review, J1 and decision; beside them the clock stands still while the site is inspected. */
async function handle(p: P, site: Site, withdrawal: Offer): Promise<Decision> {
  const extension = offerExtension(p);
  const suspicion = offerSuspicion(p, withdrawal);
  let isDecided = false;
  const { decision } = await p.inParallel({
    clock: () =>
      p.until(
        'awaitSite',
        () => isDecided,
        () => standStill(p, site),
      ),
    decision: async () => {
      const decided = await decideOn(p, site, suspicion);
      isDecided = true;
      return decided;
    },
  });
  suspicion.end();
  extension?.end();
  return decision;
}

/** A site that stands otherwise before the seal leads back to J1, whatever the decision had come to. */
async function decideOn(p: P, site: Site, { settle: found, isRaised: isShaken }: Suspicion): Promise<Decision> {
  if (!(await review(p))) {
    site.matters = false;
    return decide(p, async () => (await found()) ?? reviewFailed, { isShaken });
  }
  for (;;) {
    const objection = await join(p, site);
    const { standing } = site;
    const changed = (): boolean => site.standing !== standing;
    const barred = async (): Promise<Text | null> => (await found()) ?? objection;
    const decision = await p.until('draft', changed, () => decide(p, barred, { isShaken }));
    if (decision !== null) return decision;
  }
}

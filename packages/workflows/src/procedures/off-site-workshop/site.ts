import { text } from '@lianban/domain/text';
import type { Proceeding } from '../../vocabulary/proceeding.ts';
import type { Standing } from '../off-site-variety/standing.ts';
import { climb, seekOpinion, settleConditions, type Opinion, type Sent } from './consent.ts';
import type { ladderSteps, replySteps } from './consent-steps.ts';
import type { siteSteps, varietyCaseSteps } from './site-steps.ts';

type P = Proceeding<typeof replySteps & typeof ladderSteps & typeof siteSteps & typeof varietyCaseSteps>;

const notPassed = text('现场检查或者整改的结论为不符合', 'Inspection or rectification failed');

/** What is known of the site, and what its varieties were told last. */
export class Site {
  consent: 'awaited' | 'afterInspection' | 'conditional' | 'disputed' | 'given' | 'refused' = 'awaited';
  inspection: 'ahead' | 'underWay' | 'passed' | 'failed' = 'ahead';
  told: Standing = 'awaiting';
  admitted = false;

  /** While the two sides disagree the clock runs, whatever was ordered: nothing of it is an inspection (许可法45). */
  get standing(): Standing {
    if (this.consent === 'refused') return 'noConsent';
    if (this.inspection === 'failed') return 'notPassed';
    if (this.inspection === 'underWay' && this.consent !== 'disputed') return 'inspecting';
    return this.consent === 'given' && this.inspection === 'passed' ? 'cleared' : 'awaiting';
  }

  get isInspected(): boolean {
    return this.inspection === 'passed' || this.inspection === 'failed';
  }
}

/** Consent and inspection side by side: the inspection is planned meanwhile, and made once the other side is not against it. */
export async function settleSite(p: P, site: Site, sent: Sent): Promise<void> {
  await p.inParallel({
    consent: async () => {
      const opinion = await seekOpinion(p, sent, {
        isInspected: () => site.isInspected,
        admitFirst: () => {
          site.consent = 'afterInspection';
          announce(p, site);
        },
      });
      hearChanges(p, site);
      await take(p, site, opinion);
    },
    inspection: () => inspectSite(p, site),
  });
}

/** A changed opinion is a new version of the answer; J1 of every variety that is not decided is looked at again. */
function hearChanges(p: P, site: Site): void {
  p.offer('changedOpinion', async ({ outcome }) => {
    if (outcome !== 'repeated' && outcome !== holdsAlready(site)) await take(p, site, outcome);
  });
}

const holdsAlready = ({ consent }: Site): Opinion =>
  consent === 'disputed' || consent === 'refused'
    ? 'disagree'
    : consent === 'conditional'
      ? 'agreeConditionally'
      : 'agree';

/** What an opinion leads to; whatever an earlier one had led to ends. */
async function take(p: P, site: Site, opinion: Opinion): Promise<void> {
  const stands = ({ agree: 'given', agreeConditionally: 'conditional', disagree: 'disputed' } as const)[opinion];
  site.consent = stands;
  announce(p, site);
  if (stands === 'given') return;
  const settled = await p.until(
    stands === 'disputed' ? 'negotiate' : 'meetConditions',
    () => site.consent !== stands,
    () => (stands === 'disputed' ? climb(p) : settleConditions(p)),
  );
  if (settled === null) return;
  site.consent = settled;
  announce(p, site);
}

/** B3, until there is an assessment. */
async function inspectSite(p: P, site: Site): Promise<void> {
  for (;;) {
    await p.step('orderInspection');
    site.inspection = 'underWay';
    site.admitted = isAdmitted(site);
    announce(p, site);
    const inspection = await p.child('inspectSite', { purpose: 'site', admitted: site.admitted });
    if (inspection.outcome === 'notApproved') {
      site.inspection = 'ahead';
      announce(p, site);
      continue;
    }
    const isPending = inspection.outcome === 'toRectify';
    const passed = isPending
      ? (await p.child('rectify', inspection.flow)).outcome === 'rectified'
      : inspection.outcome === 'conforms';
    await p.step('opineOnAssessment', { share: { asks: 'assessment', passed } });
    const assessment = await p.step('assess', {
      limit: isPending ? 'insp.eval.pending' : 'insp.eval.clear',
      without: passed ? {} : { conforms: notPassed },
    });
    site.inspection = assessment.outcome === 'conforms' ? 'passed' : 'failed';
    return announce(p, site);
  }
}

const isAdmitted = ({ consent }: Site): boolean =>
  consent === 'given' || consent === 'afterInspection' || consent === 'conditional';

/** Tells the varieties how the site stands, and the team whether it may go there, where that is new. */
function announce(p: P, site: Site): void {
  const { standing } = site;
  if (standing !== site.told) p.tell('decideVariety', { step: 'hearSite', outcome: standing });
  site.told = standing;
  const admitted = isAdmitted(site);
  if (admitted !== site.admitted) p.tell('inspectSite', { step: 'hearConsent', outcome: admitted ? 'admit' : 'hold' });
  site.admitted = admitted;
}

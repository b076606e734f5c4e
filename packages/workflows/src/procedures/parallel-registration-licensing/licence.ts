import { text, type Text } from '@lianban/domain/text';
import { decide, type Decision } from '../building-blocks/decision-chain.ts';
import { serveRefusal } from '../building-blocks/delivery.ts';
import { stillWhile } from '../building-blocks/stillness.ts';
import { enterFalsity, type Rights } from './falsity.ts';
import { barToLicence, isLicenceReady, type Standing } from './standing.ts';
import type { ParallelProceeding } from './steps.ts';

type P = ParallelProceeding;

const recorded = text('企业有逾期未整改记录，不再支持并联', 'Recorded for a rectification that was not made in time');
const requestedOnce = text('补正只能一次性告知', 'A supplement may be requested once only');
const rectifying = {
  reason: { key: 'rectification', kind: 'excluded', title: text('企业整改', 'Rectification') },
} as const;

/**
 * The licence beside the registration: taken in ahead without the certificate, examined, accepted on the day of the registration,
 * decided on. Withdrawn, it leaves the registration as it is.
 */
export async function licenseProduction(p: P, s: Standing, rights: Rights): Promise<void> {
  const withdrawn = (): boolean => s.licence === 'withdrawn';
  const takenIn = await p.until('judgeParallel', withdrawn, () => takeIn(p));
  if (takenIn === false) s.licence = 'apart';
  if (takenIn === true) {
    s.licence = 'takenIn';
    await p.inParallel({
      preview: () => p.until('previewLicence', withdrawn, () => preview(p, s)),
      decision: () => acceptAndDecide(p, s, rights),
    });
  }
  if (takenIn === false) rights.licenceWithdrawal.end();
}

/** Steps 0 and 1b, within the limit of the intake. */
async function takeIn(p: P): Promise<boolean> {
  const since = p.opening.receivedOn;
  const without = p.opening.gate === 'barred' ? { suitable: recorded } : {};
  const judged = await p.step('judgeParallel', { since, without });
  return judged.outcome === 'suitable' && (await p.step('takeInLicence', { since })).outcome === 'takeIn';
}

/** B3: what it concludes can be put right once. */
async function preview(p: P, s: Standing): Promise<void> {
  for (let supplemented = false; ;) {
    const finding = await p.step('previewLicence', { without: supplemented ? { requestMore: requestedOnce } : {} });
    if (finding.outcome !== 'requestMore') {
      s.preview = finding.outcome;
      return;
    }
    supplemented = true;
    await p.step('supplementLicence');
  }
}

/** Steps 3 and J2: accepted of itself once the device is registered; rectification is not counted (总局令53第13条). */
async function acceptAndDecide(p: P, s: Standing, rights: Rights): Promise<void> {
  const withdrawn = (): boolean => s.licence === 'withdrawn';
  await p.when('draft', () => s.registration === 'granted' || withdrawn());
  if (withdrawn()) return;
  p.issue('acceptanceNotice');
  p.clock.start('decision', 'permit.decide');
  const decision = await p.until('draft', withdrawn, () => decideLicence(p, s));
  p.clock.stop('decision');
  if (decision === null) return;
  rights.licenceWithdrawal.end();
  if (decision.outcome === 'refused') {
    enterFalsity(p, s);
    await serveRefusal(p, decision.on);
  }
  s.licence = decision.outcome;
}

const decideLicence = (p: P, s: Standing): Promise<Decision> =>
  stillWhile(
    p,
    { step: 'draft', clock: 'decision', when: [{ ...rectifying, holds: () => s.inspection === 'rectifying' }] },
    async () => {
      await p.when('draft', () => isLicenceReady(s));
      const barred = async (): Promise<Text | null> => {
        await p.when('draft', () => s.falsity !== 'suspected');
        return barToLicence(s);
      };
      return decide(p, barred, { isShaken: () => s.falsity === 'suspected' });
    },
  );

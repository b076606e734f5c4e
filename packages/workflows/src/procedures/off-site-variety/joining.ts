import { text, type Text } from '@lianban/domain/text';
import type { Proceeding } from '../../vocabulary/proceeding.ts';
import { standingOf, type Standing } from './standing.ts';
import type { varietySteps } from './variety-steps.ts';

type P = Proceeding<typeof varietySteps>;

/** The site as this variety has last heard of it. */
export interface Site {
  standing: Standing;
  /** The decision rests on it: not where the variety itself has failed. */
  matters: boolean;
}

const technicalReview = {
  key: 'technicalReview',
  kind: 'excluded',
  title: text('技术审查', 'Technical review'),
} as const;
const inspection = { key: 'inspection', kind: 'excluded', title: text('联合检查', 'Joint inspection') } as const;
const supplement = { key: 'supplement', kind: 'excluded', title: text('补充资料', 'Supplement') } as const;
const supplementedOnce = text('发补以一次为限', 'Once only');

const noConsentInTime = text('决定期限届满，仍未取得对方同意', 'No consent of the other side when the limit ended');
const noConsent = text('对方不同意，经各级协商未果', 'No consent of the other side after every level');
const notPassed = text('联合检查综合评定为不符合要求', 'The assessment of the joint inspection: fails');

/** Hears of the site from the first moment on. */
export function hearSite(p: P): Site {
  const site = { standing: standingOf(p.opening.childOf?.matter['standing'] ?? 'awaiting'), matters: true };
  p.offer('hearSite', async ({ outcome }) => {
    site.standing = outcome;
  });
  return site;
}

/** B2: whether the technical review is passed. It is not counted, nor is the time for what was asked for. */
export async function review(p: P): Promise<boolean> {
  await p.step('referToReview');
  for (let supplemented = false; ;) {
    const without = supplemented ? { requestMore: supplementedOnce } : {};
    const finding = await p.clock.pause('decision', technicalReview, () => {
      p.issue('excludedTimeNotice');
      return p.step('review', { without });
    });
    if (finding.outcome !== 'requestMore') return finding.outcome === 'pass';
    supplemented = true;
    await p.clock.pause('decision', supplement, () => p.step('supplementReview'));
  }
}

/** While the joint inspection that the decision waits for is under way the clock stands still, as often as it is. */
export async function standStill(p: P, site: Site): Promise<never> {
  const isInspected = (): boolean => site.matters && site.standing === 'inspecting';
  for (;;) {
    await p.when('awaitSite', isInspected);
    await p.clock.pause('decision', inspection, () => {
      p.issue('excludedTimeNotice');
      return p.when('awaitSite', () => !isInspected());
    });
  }
}

/** J1: why this variety may not be granted; null when consent and assessment are there. Silence is no consent, ever. */
export async function join(p: P, site: Site): Promise<Text | null> {
  if (!isSettled(site.standing)) {
    const ended = await p.within('awaitSite', {}, async () => {
      await p.when('awaitSite', () => isSettled(site.standing));
      return 'settled' as const;
    });
    if (ended !== 'settled') return noConsentInTime;
  }
  return site.standing === 'cleared' ? null : site.standing === 'notPassed' ? notPassed : noConsent;
}

const isSettled = (standing: Standing): boolean => standing !== 'awaiting' && standing !== 'inspecting';

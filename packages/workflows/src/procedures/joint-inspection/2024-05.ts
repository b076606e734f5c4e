import type { RowValue } from '@lianban/domain/field';
import type { Conclusion } from '@lianban/domain/inspection';
import type { CivilDate } from '@lianban/domain/civil-date';
import { cite } from '@lianban/domain/law';
import { text } from '@lianban/domain/text';
import { procedure } from '../../vocabulary/procedure.ts';
import type { Offer, Proceeding } from '../../vocabulary/proceeding.ts';
import { isCritical } from '../building-blocks/defects.ts';
import { fill, formTeam, type JointTeam } from './joint-team.ts';
import { arrivalSteps, reportSteps } from './report-steps.ts';
import { teamSteps } from './team-steps.ts';

const steps = { ...teamSteps, ...arrivalSteps, ...reportSteps };
type P = Proceeding<typeof steps>;

/** What the other side says to the team's going on site. */
interface Consent {
  given: boolean;
}

/** What both sides found, before it is signed. */
interface Finding {
  readonly conclusion: Conclusion;
  readonly found: readonly RowValue[];
  readonly on: CivilDate;
}

const criticalFound = text(
  '有严重缺陷，非经调整等级不得为符合或待整改',
  'A critical defect: it fails unless the grade is lowered',
);
const unsigned = text('对方未签署报告，须退回补充或者调整', 'Not signed by the other side: return it or re-grade');

/** 联合检查 of a site in the other province: opened by the case that needs it, led by the home province. */
export const jointInspection = procedure({
  id: 'joint-inspection',
  edition: '2024-05',
  title: text('联合检查', 'Joint inspection'),
  series: '联检',
  basis: [cite('INSP', '53'), cite('INSP', '56')],
  steps,
  endings: {
    conforms: text('符合要求', 'Conforms'),
    toRectify: text('待整改', 'To be rectified'),
    fails: text('不符合要求', 'Fails'),
    notApproved: text('检查未获批准', 'Inspection not approved'),
    discontinued: text('随原案终结', 'Ended with the case that opened it'),
  },
  clockRules: ['insp.planAndSite.production'],
  flow: async (p) => {
    const consent = hearConsent(p);
    p.clock.start('site', 'insp.planAndSite.production');
    const approval = await p.step('approveInspection');
    if (approval.outcome === 'refuse') p.close('notApproved');
    const team = await formTeam(p);
    const arrival = await arrive(p, team, consent);
    p.outlive();
    if (arrival.outcome === 'refusedAccess') p.close('fails', { defects: [], endedOn: arrival.on, reissued: false });
    const risk = offerRiskReport(p);
    const { conclusion, found, on: endedOn, reissued } = await report(p, team);
    risk.end();
    return p.close(conclusion, { defects: found, endedOn, reissued });
  },
});

function hearConsent(p: P): Consent {
  const consent = { given: p.opening.childOf?.matter['admitted'] === true };
  p.offer('hearConsent', async ({ outcome }) => {
    consent.given = outcome === 'admit';
  });
  return consent;
}

/** Nobody goes on site without the consent of the other side, or with fewer than two of either. */
async function arrive(p: P, team: JointTeam, consent: Consent) {
  const mayBegin = (): boolean => consent.given && team.isComplete;
  for (;;) {
    await fill(p, team);
    if (!consent.given) await p.within('awaitConsent', {}, () => p.when('beginInspection', () => consent.given));
    const arrival = await p.until(
      'beginInspection',
      () => !mayBegin(),
      () => p.step('beginInspection'),
    );
    if (arrival !== null) return arrival;
  }
}

/** What was found, signed by both sides and audited, as often as that comes back. */
async function report(p: P, team: JointTeam): Promise<Finding & { readonly reissued: boolean }> {
  for (;;) {
    const finding = await find(p, team);
    const { conclusion, found, on } = finding;
    const signature = await p.step('signReport', {
      since: on,
      share: { asks: 'signature', conclusion, defects: found },
    });
    const lenient = conclusion !== 'fails' && isCritical(found);
    const barred = signature.outcome === 'declined' ? { uphold: unsigned } : lenient ? { uphold: criticalFound } : {};
    const audit = await p.step('auditReport', { since: on, without: barred });
    switch (audit.outcome) {
      case 'returnReport':
        continue;
      case 'uphold':
        return { ...finding, reissued: false };
      case 'regrade':
        return { conclusion: concludedAs(audit.flow.conclusion), found: audit.flow.defects, on, reissued: true };
    }
  }
}

/** The work on the spot stops whenever a side falls below two; a grade in dispute is settled by the side that leads. [design] */
async function find(p: P, team: JointTeam): Promise<Finding> {
  for (;;) {
    await fill(p, team);
    const site = await p.until(
      'inspectJointly',
      () => !team.isComplete,
      () => p.step('inspectJointly'),
    );
    if (site === null) continue;
    const { on } = site;
    if (site.outcome !== 'gradeDisputed') return { conclusion: site.outcome, found: site.flow.defects ?? [], on };
    await p.step('opineOnGrade', { since: on, share: { asks: 'grade', defects: site.flow.defects } });
    const { flow } = await p.step('settleGrade', { since: on });
    return { conclusion: concludedAs(flow.conclusion), found: flow.defects, on };
  }
}

/** The choice of the form; anything else than its options does not pass the form. */
const concludedAs = (chosen: string): Conclusion =>
  chosen === 'conforms' ? 'conforms' : chosen === 'toRectify' ? 'toRectify' : 'fails';

/** A risk is told to the other side the same day and assessed within three days, as often as one is found. */
function offerRiskReport(p: P): Offer {
  return p.offer('reportRisk', async () => {
    await p.step('assessRisk');
  });
}

import type { RowValue } from '@lianban/domain/field';
import type { Conclusion } from '@lianban/domain/inspection';
import { cite } from '@lianban/domain/law';
import type { RuleKey } from '@lianban/domain/rule';
import { text } from '@lianban/domain/text';
import { procedure } from '../../vocabulary/procedure.ts';
import type { Proceeding } from '../../vocabulary/proceeding.ts';
import type { Settlement } from '../../vocabulary/step.ts';
import { isCritical } from '../building-blocks/defects.ts';
import { inspectionSteps } from './inspection-steps.ts';

type P = Proceeding<typeof inspectionSteps>;

/** What the team found. */
interface Report extends Settlement {
  readonly outcome: Conclusion;
  readonly flow: { readonly defects?: readonly RowValue[] };
}

const criticalFound = text(
  '有严重缺陷，非经调整等级不得为符合或待整改',
  'A critical defect: it fails unless the grade is lowered',
);
const siteRules = {
  drug: 'insp.planAndSite.production',
  device: 'insp.planAndSite.device',
  cosmetics: 'insp.planAndSite.device',
  other: 'insp.planAndSite.device',
} as const satisfies Record<string, RuleKey>;

/** 检查任务: opened by the case that needs it; tells that case its conclusion and the defects. */
export const inspectionTask = procedure({
  id: 'inspection-task',
  edition: '2023-07',
  title: text('检查任务', 'Inspection task'),
  series: '检',
  basis: [cite('INSP', '15'), cite('INSP', '33')],
  steps: inspectionSteps,
  endings: {
    conforms: text('符合要求', 'Conforms'),
    toRectify: text('待整改', 'To be rectified'),
    fails: text('不符合要求', 'Fails'),
    notApproved: text('检查未获批准', 'Inspection not approved'),
    discontinued: text('随原案终结', 'Ended with the case that opened it'),
  },
  clockRules: ['insp.planAndSite.production', 'insp.planAndSite.device'],
  flow: async (p) => {
    p.clock.start('site', siteRules[p.opening.item.field]);
    const approval = await p.step('approveInspection');
    if (approval.outcome === 'refuse') p.close('notApproved');
    await p.step('planInspection');
    const arrival = await p.step('beginInspection');
    p.outlive();
    if (arrival.outcome === 'refusedAccess') p.close('fails', { defects: [], endedOn: arrival.on, reissued: false });
    const risk = offerRiskReport(p);
    const { conclusion, found, endedOn, reissued } = await report(p);
    risk.end();
    return p.close(conclusion, { defects: found, endedOn, reissued });
  },
});

/** The work on the spot and the audit of its report, as often as that comes back. */
async function report(p: P) {
  for (;;) {
    const site = await inspect(p);
    const found = site.flow.defects ?? [];
    const lenient = site.outcome !== 'fails' && isCritical(found);
    const audit = await p.step('auditReport', { since: site.on, without: lenient ? { uphold: criticalFound } : {} });
    switch (audit.outcome) {
      case 'returnReport':
        continue;
      case 'uphold':
        return { conclusion: site.outcome, found, endedOn: site.on, reissued: false };
      case 'regrade': {
        const { conclusion, defects } = audit.flow;
        return { conclusion: concludedAs(conclusion), found: defects, endedOn: site.on, reissued: true };
      }
    }
  }
}

/** The step in the words of the model that the item follows. */
function inspect(p: P): Promise<Report> {
  switch (p.opening.item.course?.conclusions ?? 'GENERIC') {
    case 'DRUG_2023':
      return p.step('inspectDrug');
    case 'DEVICE_QMS':
      return p.step('inspectDevice');
    case 'GENERIC':
      return p.step('inspectGeneric');
  }
}

/** The choice of the form; anything else than its options does not pass the form. */
const concludedAs = (chosen: string): Conclusion =>
  chosen === 'conforms' ? 'conforms' : chosen === 'toRectify' ? 'toRectify' : 'fails';

/** A risk is told at once and assessed within three days, as often as one is found. */
function offerRiskReport(p: P) {
  return p.offer('reportRisk', async () => {
    await p.step('assessRisk');
  });
}

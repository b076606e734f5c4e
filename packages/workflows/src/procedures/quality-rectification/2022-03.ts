import { isCivilDate } from '@lianban/domain/civil-date';
import { cite } from '@lianban/domain/law';
import { text } from '@lianban/domain/text';
import { procedure } from '../../vocabulary/procedure.ts';
import { qualityRectificationSteps } from './rectification-steps.ts';

/**
 * 体系核查整改: opened by the case whose verification found what is to be rectified. Once the report is there it is checked to the end
 * and filed, whatever has become of that case.
 */
export const qualityRectification = procedure({
  id: 'quality-rectification',
  edition: '2022-03',
  title: text('体系核查整改', 'Rectification after the verification'),
  series: '核改',
  basis: [cite('QMS63', '')],
  steps: qualityRectificationSteps,
  endings: {
    passed: text('复查通过', 'Passed'),
    failed: text('整改后未通过核查', 'Not passed after rectification'),
    overdue: text('逾期未整改', 'Not rectified in time'),
    discontinued: text('随原案终结', 'Ended with the case that opened it'),
  },
  clockRules: [],
  flow: async (p) => {
    const endedOn = p.opening.childOf?.matter['endedOn'];
    const since = typeof endedOn === 'string' && isCivilDate(endedOn) ? endedOn : p.today;
    const report = await p.step('rectifyQuality', { since });
    if (report.outcome === 'abandon') p.close('failed');
    if (report.outcome === 'lapsed') {
      p.recordBreach('rectificationOverdue');
      p.close('overdue');
    }
    p.outlive();
    const check = await p.step('recheckQuality', { since: report.receivedOn });
    await p.step('tellResult', { since: check.on });
    return p.close(check.outcome);
  },
});

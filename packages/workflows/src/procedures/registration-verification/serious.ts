import { text } from '@lianban/domain/text';
import type { Offer } from '../../vocabulary/proceeding.ts';
import type { VerificationProceeding } from './steps.ts';

const weighed = text(
  '严重问题正在核实，核实期间不得撤回',
  'A serious problem is being weighed: nothing is withdrawn meanwhile',
);
const reported = text('已报告，正在研判', 'Reported, and being weighed');

/** A serious problem common to both may lead to an inspection for cause, which ends this one. Nobody evades it by withdrawing. */
export function offerSeriousReport(p: VerificationProceeding, withdrawal: Offer): Offer {
  const report: Offer = p.offer('reportSerious', async () => {
    report.block(reported);
    withdrawal.block(weighed);
    if ((await p.step('decideForCause')).outcome === 'forCause') p.close('forCause');
    withdrawal.unblock();
    report.unblock();
  });
  return report;
}

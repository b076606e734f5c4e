import { text } from '@lianban/domain/text';
import { headOf, type RequestProceeding } from './stage.ts';

const once = text('核查期限以延长一次为限', 'The check is lengthened once only');

/**
 * A request that holds a report of illegality (edge case 33): the rest goes on as a request of its own that knows nothing of it; this
 * case is put under secrecy, is withdrawn by nobody, and is carried to its end under the limits of reports.
 */
export async function followReport(p: RequestProceeding, unit: string): Promise<never> {
  p.divide('liaison-request');
  const at = headOf(unit);
  p.clock.start('check', 'report.check');
  for (let without = {}; ; without = { requestExtension: once }) {
    const check = await p.step('checkReport', { at, without });
    if (check.outcome === 'requestExtension') {
      const decision = await p.step('approveLongerCheck');
      if (decision.outcome === 'grant') p.clock.extend('check', 'report.check.extend');
      continue;
    }
    await p.step('tellReporter', { at });
    return p.close(check.outcome === 'transfer' ? 'reportTransferred' : 'reportUnfounded');
  }
}

import { cite } from '@lianban/domain/law';
import { text } from '@lianban/domain/text';
import { procedure } from '../../vocabulary/procedure.ts';
import type { Proceeding } from '../../vocabulary/proceeding.ts';
import { siteSupervisionSteps } from './site-supervision-steps.ts';

type P = Proceeding<typeof siteSupervisionSteps>;

/** 属地监管通报: opened by a letter of the province of the holder, to which it tells whatever is found at the site, as often as it is. */
export const siteSupervision = procedure({
  id: 'site-supervision',
  edition: '2024-05',
  title: text('厂外车间属地监管通报', 'What is found at an off-site workshop'),
  series: '属管',
  basis: [cite('INSP', '54'), cite('INSP', '55')],
  steps: siteSupervisionSteps,
  endings: { discontinued: text('协同监管结束', 'Joint supervision is over') },
  clockRules: [],
  flow: async (p) => {
    p.offer('reportBreach', async ({ outcome, flow }) => {
      if (outcome === 'breachTold') {
        if ((await p.step('signReply')).outcome === 'sendBack') return;
        p.reply(outcome, flow);
        return settle(p);
      }
      // The same day: nothing waits for a signature.
      p.reply(outcome, flow);
      await p.inParallel({ risk: () => p.step('assessRisk'), site: () => settle(p) });
    });
    await p.step('standBy');
    return p.close('discontinued');
  },
});

async function settle(p: P): Promise<void> {
  const { outcome, flow } = await p.step('settleBreach');
  p.reply(outcome, flow);
}

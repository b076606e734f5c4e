import { cite } from '@lianban/domain/law';
import { text } from '@lianban/domain/text';
import { procedure } from '../../vocabulary/procedure.ts';
import type { Proceeding } from '../../vocabulary/proceeding.ts';
import { supervisionSteps } from './supervision-steps.ts';

type P = Proceeding<typeof supervisionSteps>;

/** 协同监管: opened with the first grant by the case of the site and carried on after it; each side tells the other what it finds. */
export const jointSupervision = procedure({
  id: 'joint-supervision',
  edition: '2024-05',
  title: text('厂外车间协同监管', 'Joint supervision of an off-site workshop'),
  series: '协管',
  basis: [cite('INSP', '53'), cite('INSP', '54'), cite('INSP', '55')],
  steps: supervisionSteps,
  endings: { struck: text('场地核减，协同监管结束', 'Site struck, supervision ended') },
  clockRules: [],
  flow: async (p) => {
    p.outlive();
    p.offer(
      'hearBreach',
      async ({ outcome }) => {
        if (outcome !== 'resultTold') await follow(p, outcome);
      },
      { share: { asks: 'supervision' } },
    );
    p.offer('reportBreach', async ({ outcome, flow }) => {
      await p.inParallel({
        there: () => p.step('tellOtherSide', { share: { asks: 'breach', weight: outcome, ...flow } }),
        here: () => follow(p, outcome),
      });
    });
    await p.step('standWatch');
    return p.close('struck');
  },
});

/** The side of the holder acts here, whoever found it; an urgent risk is assessed within three days meanwhile. */
async function follow(p: P, told: string): Promise<void> {
  await p.inParallel({
    ...(told === 'riskTold' ? { risk: () => p.step('assessRisk') } : {}),
    holder: () => settle(p),
  });
}

/** Whether the holder is inspected is for this side to decide; the other hears of either. */
async function settle(p: P): Promise<void> {
  const decided = await p.step('weighBreach');
  const { flow } = decided.outcome === 'inspectHolder' ? await p.step('actOnHolder') : decided;
  await p.step('shareResult', { share: { asks: 'breachResult', ...flow } });
}

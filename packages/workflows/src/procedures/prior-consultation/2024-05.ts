import { cite } from '@lianban/domain/law';
import { text } from '@lianban/domain/text';
import { procedure } from '../../vocabulary/procedure.ts';
import { offerWithdrawal, withdrawalSteps } from '../building-blocks/withdrawal.ts';
import { consultationSteps } from './consultation-steps.ts';

/** 前期沟通: before an off-site workshop is applied for both bureaus may be asked whether it can be; no clock runs, nothing is decided. */
export const priorConsultation = procedure({
  id: 'prior-consultation',
  edition: '2024-05',
  title: text('跨省厂外车间前期沟通', 'Prior consultation on an off-site workshop'),
  series: '异沟',
  basis: [cite('INSP', '55'), cite('CHG', '')],
  steps: { ...withdrawalSteps, ...consultationSteps },
  endings: {
    consensus: text('形成共识', 'Consensus of both sides'),
    notReady: text('暂不具备条件', 'Not ready yet'),
    withdrawn: text('撤回', 'Withdrawn'),
  },
  clockRules: [],
  flow: async (p) => {
    offerWithdrawal(p);
    for (const since = p.opening.receivedOn; ;) {
      const { outcome, flow } = await p.step('consult', { since });
      switch (outcome) {
        case 'notReady':
          return p.close('notReady');
        case 'callConsultation':
          await p.step('holdConsultation', { share: { asks: 'consultation', ...flow } });
          continue;
        case 'consensus': {
          const reply = await p.step('confirmConsensus', { share: { asks: 'consensus', ...flow } });
          if (reply.outcome === 'confirmed') return p.close('consensus');
        }
      }
    }
  },
});

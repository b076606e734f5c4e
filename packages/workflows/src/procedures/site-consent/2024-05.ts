import { cite } from '@lianban/domain/law';
import { text } from '@lianban/domain/text';
import { procedure } from '../../vocabulary/procedure.ts';
import type { Offer, Proceeding, StepOptions } from '../../vocabulary/proceeding.ts';
import { consentSteps } from './consent-steps.ts';

type P = Proceeding<typeof consentSteps>;

const toldOnce = text('已告知延期一次', 'A delay was announced once already');
const proposedOnce = text('已建议过联合检查', 'A joint inspection was proposed already');
const inHand = text('变更的意见正在签发', 'A change is being signed');

/** 联络函答复（场地所在省）: opened by a contact letter of the home province; its opinion stands, and may change, until that case is over. */
export const siteConsent = procedure({
  id: 'site-consent',
  edition: '2024-05',
  title: text('跨省厂外车间联络函答复', 'Answer to the contact letter on an off-site workshop'),
  series: '联复',
  basis: [cite('INSP', '54'), cite('INSP', '56')],
  steps: consentSteps,
  endings: {
    materialAsked: text('已函复需补充材料', 'More was asked for'),
    discontinued: text('对方案件已办结或者撤回来函', 'The case there is over, or the letter recalled'),
  },
  clockRules: ['contactLetter.reply.delayed'],
  flow: async (p) => {
    await p.step('signFor', { since: p.opening.receivedOn });
    await answer(p);
    offerChange(p);
    await p.step('standBy');
    return p.close('discontinued');
  },
});

/** Fifteen working days from receipt, twenty-five where a delay was announced; what is seen first is answered again later. */
async function answer(p: P): Promise<void> {
  let options: StepOptions = { since: p.opening.receivedOn };
  let without = {};
  for (;;) {
    const studied = await p.step('study', { ...options, without });
    if ((await p.step('signReply')).outcome === 'sendBack') continue;
    p.reply(studied.outcome, studied.flow);
    switch (studied.outcome) {
      case 'agree':
      case 'agreeConditionally':
      case 'disagree':
        return;
      case 'needMaterial':
        p.close('materialAsked');
      case 'announceDelay':
        options = { ...options, limit: 'contactLetter.reply.delayed' };
        without = { ...without, announceDelay: toldOnce };
        continue;
      case 'proposeJoint':
        options = { limit: null };
        without = { announceDelay: toldOnce, proposeJoint: proposedOnce };
    }
  }
}

/** 变更意见: a new version of the answer, under the same hand. */
function offerChange(p: P): void {
  const right: Offer = p.offer('reconsider', async (changed) => {
    right.block(inHand);
    const signed = await p.step('signReply');
    if (signed.outcome === 'sign') p.reply(changed.outcome, changed.flow);
    right.unblock();
  });
}

import type { Field } from '@lianban/domain/field';
import { cite } from '@lianban/domain/law';
import { text } from '@lianban/domain/text';
import { catalogue } from '../../vocabulary/step.ts';
import { opinion, reasons } from '../building-blocks/fields.ts';
import { toldConsensus, toldReasons, toldStatement } from '../building-blocks/told-fields.ts';

const conditions = {
  name: 'conditions',
  label: text('所附条件', 'Conditions'),
  kind: { type: 'list', maxItems: 20, maxLength: 500 },
  required: true,
  flow: true,
} as const satisfies Field;

const basis = [cite('INSP', '54'), cite('INSP', '56')] as const;

/** B1 as the province of the site sees it: the contact letter is signed for, studied, and answered under seal; the answer may change. */
export const consentSteps = catalogue({
  signFor: {
    title: text('签收书面联系函', 'Sign for the contact letter'),
    owner: 'PSC',
    limit: 'assist.sign',
    policy: 'NUDGE',
    basis,
    clock: 'none',
    outcomes: {
      accept: { title: text('签收', 'Sign for it'), form: [opinion], documents: ['letterReceipt'], tone: 'primary' },
    },
  },
  study: {
    title: text('研究答复意见', 'Study what to answer'),
    owner: 'PSC',
    limit: 'contactLetter.reply',
    policy: 'BREACH',
    basis,
    clock: 'none',
    outcomes: {
      agree: { title: text('同意', 'Agree'), form: [toldConsensus], tone: 'primary' },
      agreeConditionally: { title: text('附条件同意', 'Agree on conditions'), form: [toldConsensus, conditions] },
      needMaterial: { title: text('需补充材料', 'More is needed'), form: [toldStatement] },
      proposeJoint: { title: text('建议先行联合检查', 'Inspect together first'), form: [toldStatement] },
      disagree: { title: text('不同意', 'Do not agree'), form: [toldReasons], tone: 'danger' },
      announceDelay: { title: text('延期答复（一次）', 'Announce a delay, once'), form: [toldReasons] },
    },
  },
  signReply: {
    title: text('签发复函', 'Sign the answer'),
    owner: 'DL',
    limit: 'internal.approval',
    policy: 'NUDGE',
    basis,
    clock: 'none',
    notBy: ['study', 'reconsider'],
    outcomes: {
      sign: { title: text('签发', 'Sign'), form: [opinion], documents: ['contactAnswer'], tone: 'primary' },
      sendBack: { title: text('退回修改', 'Send back'), form: [reasons] },
    },
  },
  standBy: {
    title: text('意见保持有效，至对方案件办结', 'The opinion stands until the case there is over'),
    owner: 'PSC',
    limit: null,
    policy: 'NUDGE',
    basis,
    clock: 'none',
    outcomes: {},
  },
  reconsider: {
    title: text('变更意见', 'Change the opinion'),
    owner: 'PSC',
    limit: null,
    policy: 'NUDGE',
    basis,
    clock: 'none',
    outcomes: {
      agree: { title: text('改为同意', 'Now agree'), form: [toldConsensus] },
      agreeConditionally: {
        title: text('改为附条件同意', 'Now agree on conditions'),
        form: [toldConsensus, conditions],
      },
      disagree: { title: text('改为不同意', 'Now do not agree'), form: [toldReasons], tone: 'danger' },
    },
  },
});

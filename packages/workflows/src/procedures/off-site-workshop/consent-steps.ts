import type { Field } from '@lianban/domain/field';
import { cite } from '@lianban/domain/law';
import type { ExpiryPolicy } from '@lianban/domain/limit';
import type { Role } from '@lianban/domain/role';
import type { RuleKey } from '@lianban/domain/rule';
import { text, type Text } from '@lianban/domain/text';
import { catalogue, type StepSpec } from '../../vocabulary/step.ts';
import { opinion, reasons, statement } from '../building-blocks/fields.ts';
import { asReceived, consensus } from '../building-blocks/other-bureau.ts';

const conditions = {
  name: 'conditions',
  label: text('所附条件', 'Conditions'),
  kind: { type: 'list', maxItems: 20, maxLength: 500 },
  required: true,
} as const satisfies Field;

/** What the other side may answer, however long it took. None of it is ever presumed from silence. */
const replies = {
  agree: {
    title: text('同意', 'They agree'),
    form: [...asReceived, consensus],
    documents: ['contactReply'],
    tone: 'primary',
  },
  agreeConditionally: {
    title: text('附条件同意', 'They agree on conditions'),
    form: [...asReceived, consensus, conditions],
    documents: ['contactReply'],
  },
  needMaterial: {
    title: text('需补充材料', 'They need more'),
    form: [...asReceived, statement],
    documents: ['contactReply'],
  },
  proposeJoint: {
    title: text('建议先行联合检查', 'They propose to inspect together first'),
    form: [...asReceived, statement],
    documents: ['contactReply'],
  },
  disagree: {
    title: text('不同意', 'They do not agree'),
    form: [...asReceived, reasons],
    documents: ['contactReply'],
    tone: 'danger',
  },
} as const;

/** The letter opens a case of its own there, which may answer again for as long as it stands. */
const letter = { procedure: 'site-consent' } as const;
const asks = { letter: { procedure: 'joint-contribution' } } as const;

const waiting = { owner: 'OFF', policy: 'CHASE', basis: [cite('INSP', '56')], clock: 'runs' } as const;

/** B1 研究答复: silence is chased after fifteen working days, and the joint office asked after twenty-five. */
export const replySteps = catalogue({
  awaitReply: {
    title: text('等候对方研究答复', 'Wait for the answer of the other side'),
    letter,
    ...waiting,
    limit: 'contactLetter.reply',
    lapse: {
      means: text('逾期未复，发催办函；不视为同意', 'A reminder is sent; silence is never consent'),
      documents: ['assistanceReminder'],
    },
    outcomes: {
      ...replies,
      announceDelay: {
        title: text('登记延期告知（一次）', 'Enter that it will come later, once'),
        form: [...asReceived, reasons],
      },
    },
  },
  awaitReminded: {
    title: text('催办后等候答复', 'Wait after the reminder'),
    letter: { ...letter, reminds: true },
    ...waiting,
    limit: 'contactLetter.jointOffice',
    lapse: {
      means: text('仍未复，提请联席会议办公室协调', 'The office of the joint meeting is asked to step in'),
      documents: ['jointOfficeRequest'],
    },
    outcomes: replies,
  },
  awaitJointOffice: {
    title: text('提请协调后等候答复', 'Wait while the joint office coordinates'),
    letter: { ...letter, reminds: true },
    ...waiting,
    owner: 'JO',
    limit: null,
    outcomes: replies,
  },
  awaitEarly: {
    title: text('补充材料或者联合检查期间，对方提前答复', 'An answer that comes before what they asked for'),
    letter,
    ...waiting,
    limit: null,
    outcomes: replies,
  },
  supplyMaterial: {
    title: text('补发材料', 'Send what they need'),
    ...waiting,
    limit: 'offSite.letter',
    policy: 'NUDGE',
    outcomes: {
      send: { title: text('补发', 'Send'), form: [statement], documents: ['contactSupplement'], tone: 'primary' },
    },
  },
  meetConditions: {
    title: text('落实对方所附条件', 'Meet the conditions of the consent'),
    ...waiting,
    owner: 'APP',
    limit: 'offSite.conditions',
    policy: 'NUDGE',
    outcomes: {
      met: {
        title: text('提交落实材料', 'Submit the evidence'),
        form: [statement],
        documents: ['conditionsReport'],
        tone: 'primary',
      },
      promised: {
        title: text('承诺限期落实', 'Promise to meet them'),
        form: [statement],
        documents: ['conditionsReport'],
      },
    },
  },
  confirmConditions: {
    title: text('对方确认条件落实', 'The other side confirms that they are met'),
    ...asks,
    ...waiting,
    limit: 'offSite.opinion',
    outcomes: {
      confirmed: {
        title: text('登记确认', 'Enter that they confirm'),
        form: [...asReceived],
        documents: ['contactReply'],
        tone: 'primary',
      },
      notMet: {
        title: text('登记未落实', 'Enter that they are not met'),
        form: [...asReceived, reasons],
        documents: ['contactReply'],
      },
    },
  },
  changedOpinion: {
    title: text('对方变更意见', 'The other side changes its opinion'),
    letter,
    ...waiting,
    limit: null,
    policy: 'NUDGE',
    clock: 'none',
    outcomes: {
      agree: { ...replies.agree, title: text('改为同意', 'Now they agree') },
      agreeConditionally: {
        ...replies.agreeConditionally,
        title: text('改为附条件同意', 'Now they agree on conditions'),
      },
      disagree: { ...replies.disagree, title: text('改为不同意', 'Now they do not agree') },
      repeated: {
        title: text('重复来函，注明不予处理', 'The same again: noted, nothing follows'),
        form: [...asReceived],
        documents: ['contactReply'],
      },
    },
  },
});

/** One level of the ladder: agreement needs its paper, and whoever does not agree in time goes up. */
const level = <const R extends RuleKey, const O extends Role, const L extends Text>(title: L, owner: O, limit: R) =>
  ({
    title,
    owner,
    limit,
    policy: 'NUDGE' satisfies ExpiryPolicy,
    lapse: { means: text('未达成一致，提请上一层级', 'No agreement: the next level takes it up') },
    basis: [cite('INSP', '55'), cite('INSP', '57')],
    clock: 'runs',
    outcomes: {
      agreed: {
        title: text('达成一致', 'Agreed'),
        form: [consensus, opinion],
        documents: ['negotiationMinutes'],
        tone: 'primary',
      },
      notAgreed: { title: text('未达成一致', 'Not agreed'), form: [reasons], documents: ['negotiationMinutes'] },
    },
  }) as const satisfies StepSpec;

/** 分歧处理: the executing units, the deputy directors, the joint meeting, the national administration. The clock runs. [design] */
export const ladderSteps = catalogue({
  negotiate: level(text('执行单位协商', 'The executing units negotiate'), 'OFF', 'disagree.units'),
  leadersMeet: level(text('分管局领导会商', 'The deputy directors meet'), 'DL', 'disagree.leaders'),
  jointMeeting: {
    ...level(text('联席会议协调', 'The joint meeting settles'), 'JO', 'disagree.jointMeeting'),
    ...asks,
  },
  askNational: {
    title: text('请示国家药监局', 'Ask the national administration'),
    owner: 'HEAD',
    limit: null,
    policy: 'NUDGE',
    basis: [cite('INSP', '57')],
    clock: 'runs',
    outcomes: {
      designated: {
        title: text('经指定，对方同意', 'Designated: they agree'),
        form: [consensus, opinion],
        documents: ['rulingRequest'],
        tone: 'primary',
      },
      noConsent: {
        title: text('仍无对方同意', 'Still no consent'),
        form: [reasons],
        documents: ['rulingRequest'],
        tone: 'danger',
      },
    },
  },
});

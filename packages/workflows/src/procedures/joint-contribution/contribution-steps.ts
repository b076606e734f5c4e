import type { Field } from '@lianban/domain/field';
import { cite } from '@lianban/domain/law';
import { text } from '@lianban/domain/text';
import { catalogue } from '../../vocabulary/step.ts';
import { opinion, reasons } from '../building-blocks/fields.ts';
import { toldConsensus, toldReasons, toldStatement } from '../building-blocks/told-fields.ts';
import { inspectors } from '../joint-inspection/joint-fields.ts';

const basis = [cite('INSP', '54'), cite('INSP', '56')] as const;

const noted = { ...toldStatement, required: false } as const satisfies Field;

/** What the province of a site contributes to what is done together, each asked for by a letter of its own. */
export const contributionSteps = catalogue({
  sendInspectors: {
    title: text('派出检查员（不少于两名）', 'Send inspectors, two at least'),
    owner: 'DISP',
    limit: 'joint.names',
    policy: 'BREACH',
    basis,
    clock: 'none',
    outcomes: {
      send: {
        title: text('派出并函告', 'Send and tell'),
        form: [inspectors],
        documents: ['contactAnswer'],
        tone: 'primary',
      },
    },
  },
  giveGradeOpinion: {
    title: text('就缺陷等级出具书面意见', 'Give a written opinion on the grade'),
    owner: 'DISP',
    limit: 'joint.grade',
    policy: 'BREACH',
    basis,
    clock: 'none',
    outcomes: {
      opine: {
        title: text('出具意见', 'Give the opinion'),
        form: [toldStatement],
        documents: ['contactAnswer'],
        tone: 'primary',
      },
    },
  },
  signJointReport: {
    title: text('签署联合检查报告', 'Sign the report of the joint inspection'),
    owner: 'DISP',
    limit: 'joint.sign',
    policy: 'BREACH',
    basis,
    clock: 'none',
    outcomes: {
      signed: { title: text('签署', 'Sign'), form: [noted], documents: ['contactAnswer'], tone: 'primary' },
      reserved: {
        title: text('附保留意见签署', 'Sign with a reservation'),
        form: [toldStatement],
        documents: ['contactAnswer'],
      },
      declined: {
        title: text('不予签署', 'Do not sign'),
        form: [toldReasons],
        documents: ['contactAnswer'],
        tone: 'danger',
      },
    },
  },
  opineOnTheirAssessment: {
    title: text('对综合评定提出意见', 'Give an opinion on the assessment'),
    owner: 'DISP',
    limit: 'offSite.opinion',
    policy: 'BREACH',
    basis,
    clock: 'none',
    outcomes: {
      concur: { title: text('同意', 'Concur'), form: [toldStatement], tone: 'primary' },
      dissent: { title: text('不同意见', 'Dissent'), form: [toldReasons] },
    },
  },
  confirmTheirPlan: {
    title: text('确认协同监管方案', 'Confirm the plan of joint supervision'),
    owner: 'PSC',
    limit: 'offSite.plan',
    policy: 'BREACH',
    basis,
    clock: 'none',
    outcomes: {
      confirmed: { title: text('确认', 'Confirm'), form: [noted], tone: 'primary' },
      changesAsked: { title: text('提出修改意见', 'Ask for changes'), form: [toldStatement] },
    },
  },
  confirmTheirConditions: {
    title: text('确认所附条件是否落实', 'Confirm whether the conditions are met'),
    owner: 'PSC',
    limit: 'offSite.opinion',
    policy: 'BREACH',
    basis,
    clock: 'none',
    outcomes: {
      confirmed: { title: text('已落实', 'Met'), form: [noted], tone: 'primary' },
      notMet: { title: text('未落实', 'Not met'), form: [toldReasons] },
    },
  },
  considerEntrusted: {
    title: text('研究是否出具同意受托生产意见书', 'Consider the consent to entrusted production'),
    owner: 'PSC',
    limit: 'contactLetter.reply',
    policy: 'BREACH',
    basis: [cite('MAH132', '')],
    clock: 'none',
    outcomes: {
      issued: { title: text('拟出具', 'To be issued'), form: [noted], tone: 'primary' },
      declined: { title: text('不予出具', 'Not issued'), form: [toldReasons], tone: 'danger' },
    },
  },
  joinConsultation: {
    title: text('参加前期沟通会', 'Take part in the meeting before the application'),
    owner: 'PSC',
    limit: 'offSite.opinion',
    policy: 'BREACH',
    basis: [cite('INSP', '55')],
    clock: 'none',
    outcomes: {
      attended: {
        title: text('参加并提出意见', 'Take part, and say what we think'),
        form: [toldStatement],
        documents: ['contactAnswer'],
        tone: 'primary',
      },
      declined: { title: text('不参加', 'Do not take part'), form: [toldReasons], documents: ['contactAnswer'] },
    },
  },
  confirmTheirConsensus: {
    title: text('确认共识纪要', 'Confirm the consensus'),
    owner: 'PSC',
    limit: 'offSite.opinion',
    policy: 'BREACH',
    basis: [cite('INSP', '55')],
    clock: 'none',
    outcomes: {
      confirmed: { title: text('确认', 'Confirm'), form: [noted], tone: 'primary' },
      changesAsked: { title: text('提出修改意见', 'Ask for changes'), form: [toldStatement] },
    },
  },
  handleTheirBreach: {
    title: text('查处对方通报的线索', 'Deal with what they tell of'),
    owner: 'PSC',
    limit: 'offSite.exchange',
    policy: 'BREACH',
    basis: [cite('INSP', '54')],
    clock: 'none',
    outcomes: {
      resultTold: { title: text('登记处理结果', 'Enter what came of it'), form: [toldStatement], tone: 'primary' },
    },
  },
  noteTheirResult: {
    title: text('阅知对方处理结果', 'Note what came of it there'),
    owner: 'PSC',
    limit: 'offSite.exchange',
    policy: 'NUDGE',
    basis: [cite('INSP', '54')],
    clock: 'none',
    outcomes: { noted: { title: text('已阅', 'Noted'), form: [noted], tone: 'primary' } },
  },
  settleJointly: {
    title: text('联席会议协调（本省侧）', 'The joint meeting settles: our side'),
    owner: 'JO',
    limit: 'disagree.jointMeeting',
    policy: 'NUDGE',
    basis: [cite('INSP', '55'), cite('INSP', '57')],
    clock: 'none',
    outcomes: {
      agreed: {
        title: text('达成一致', 'Agreed'),
        form: [toldConsensus],
        documents: ['negotiationMinutes'],
        tone: 'primary',
      },
      notAgreed: { title: text('未达成一致', 'Not agreed'), form: [toldReasons], documents: ['negotiationMinutes'] },
    },
  },
  signReply: {
    title: text('签发复函', 'Sign the answer'),
    owner: 'DL',
    limit: 'internal.approval',
    policy: 'NUDGE',
    basis,
    clock: 'none',
    notBy: [
      'opineOnTheirAssessment',
      'confirmTheirPlan',
      'confirmTheirConditions',
      'considerEntrusted',
      'confirmTheirConsensus',
      'handleTheirBreach',
    ],
    outcomes: {
      sign: { title: text('签发', 'Sign'), form: [opinion], documents: ['contactAnswer'], tone: 'primary' },
      sendBack: { title: text('退回修改', 'Send back'), form: [reasons] },
    },
  },
});

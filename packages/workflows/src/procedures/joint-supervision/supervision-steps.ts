import { cite } from '@lianban/domain/law';
import { text } from '@lianban/domain/text';
import { catalogue } from '../../vocabulary/step.ts';
import { opinion, reasons, statement } from '../building-blocks/fields.ts';
import { asReceived } from '../building-blocks/other-bureau.ts';
import { toldReasons, toldStatement } from '../building-blocks/told-fields.ts';
import { inspectionSteps } from '../inspection-task/inspection-steps.ts';

const exchange = {
  owner: 'OFF',
  limit: 'offSite.exchange',
  basis: [cite('INSP', '53'), cite('INSP', '54')],
  clock: 'none',
} as const;
const right = { ...exchange, limit: null, policy: 'NUDGE' } as const;
const contribution = { procedure: 'joint-contribution' } as const;

/** What each side tells the other once a variety is granted: breaches, risks, and what came of them (药品检查管理办法53、54). */
export const supervisionSteps = catalogue({
  hearBreach: {
    title: text('对方通报', 'What the other side tells'),
    letter: { procedure: 'site-supervision' },
    ...right,
    outcomes: {
      breachTold: { title: text('登记违法违规线索通报', 'Enter a breach'), form: [...asReceived, statement] },
      riskTold: {
        title: text('登记紧急风险通报', 'Enter an urgent risk'),
        form: [...asReceived, statement],
        tone: 'danger',
      },
      resultTold: { title: text('登记处理结果', 'Enter what came of it'), form: [...asReceived, statement] },
    },
  },
  reportBreach: {
    title: text('发现违法违规或者风险', 'A breach or a risk is found'),
    ...right,
    outcomes: {
      breachTold: { title: text('通报违法违规线索', 'Tell of a breach'), form: [toldStatement] },
      riskTold: {
        title: text('当日通报紧急风险', 'Tell of an urgent risk, the same day'),
        form: [toldStatement],
        documents: ['riskLetter'],
        tone: 'danger',
      },
    },
  },
  tellOtherSide: {
    title: text('函告对方，等候处理结果', 'Tell the other side and wait for what comes of it'),
    letter: contribution,
    ...exchange,
    policy: 'CHASE',
    outcomes: {
      resultTold: {
        title: text('登记处理结果', 'Enter what came of it'),
        form: [...asReceived, statement],
        documents: ['contactReply'],
        tone: 'primary',
      },
    },
  },
  weighBreach: {
    title: text('决定是否对持有人检查', 'Decide whether the holder is inspected'),
    ...exchange,
    policy: 'BREACH',
    outcomes: {
      inspectHolder: { title: text('对持有人检查', 'Inspect the holder'), form: [opinion], tone: 'primary' },
      noInspection: { title: text('无需检查，说明理由', 'No inspection, for these reasons'), form: [toldReasons] },
    },
  },
  actOnHolder: {
    title: text('登记对持有人的检查和措施', 'Enter the inspection of the holder and its measures'),
    ...right,
    outcomes: {
      resultTold: { title: text('登记处理结果', 'Enter what came of it'), form: [toldStatement], tone: 'primary' },
    },
  },
  shareResult: {
    title: text('将持有人侧结果告知对方', 'Tell the other side what came of it here'),
    letter: contribution,
    ...exchange,
    policy: 'CHASE',
    outcomes: { noted: { title: text('对方已阅', 'They have noted it'), form: [...asReceived], tone: 'primary' } },
  },
  assessRisk: inspectionSteps.assessRisk,
  standWatch: {
    title: text('协同监管期间', 'While the site is supervised by both'),
    ...right,
    outcomes: {
      struck: {
        title: text('场地已核减，结束协同监管', 'The site is struck: supervision ends'),
        form: [reasons],
        irreversible: true,
      },
    },
  },
});

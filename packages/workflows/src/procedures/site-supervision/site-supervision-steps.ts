import type { Field } from '@lianban/domain/field';
import { cite } from '@lianban/domain/law';
import { text } from '@lianban/domain/text';
import { catalogue } from '../../vocabulary/step.ts';
import { opinion, reasons } from '../building-blocks/fields.ts';
import { toldStatement } from '../building-blocks/told-fields.ts';
import { inspectionSteps } from '../inspection-task/inspection-steps.ts';

const controls = {
  name: 'controls',
  label: text('已采取的控制措施', 'Controls taken at once'),
  kind: { type: 'prose', maxLength: 2000 },
  required: true,
  flow: true,
} as const satisfies Field;

const row = { limit: null, policy: 'NUDGE', basis: [cite('INSP', '54')], clock: 'none' } as const;

/** The province of the site: it controls at once what it finds there, and tells the province of the holder (药品检查管理办法54). */
export const siteSupervisionSteps = catalogue({
  reportBreach: {
    title: text('发现违法违规或者风险', 'A breach or a risk is found'),
    owner: 'PSC',
    ...row,
    outcomes: {
      breachTold: { title: text('通报违法违规线索', 'Tell of a breach'), form: [toldStatement, controls] },
      riskTold: {
        title: text('当日通报紧急风险', 'Tell of an urgent risk, the same day'),
        form: [toldStatement, controls],
        documents: ['riskLetter'],
        tone: 'danger',
      },
    },
  },
  signReply: {
    title: text('签发复函', 'Sign the answer'),
    owner: 'DL',
    ...row,
    limit: 'internal.approval',
    notBy: ['reportBreach'],
    outcomes: {
      sign: { title: text('签发', 'Sign'), form: [opinion], documents: ['contactAnswer'], tone: 'primary' },
      sendBack: { title: text('退回修改', 'Send back'), form: [reasons] },
    },
  },
  assessRisk: inspectionSteps.assessRisk,
  settleBreach: {
    title: text('查处并告知结果', 'Deal with it, and tell what came of it'),
    owner: 'PSC',
    ...row,
    limit: 'offSite.exchange',
    policy: 'BREACH',
    outcomes: {
      resultTold: {
        title: text('登记处理结果', 'Enter what came of it'),
        form: [toldStatement],
        documents: ['contactAnswer'],
        tone: 'primary',
      },
    },
  },
  standBy: {
    title: text('属地监管期间', 'While the site is supervised here'),
    owner: 'PSC',
    ...row,
    outcomes: {},
  },
});

import type { Field } from '@lianban/domain/field';
import { cite } from '@lianban/domain/law';
import { text } from '@lianban/domain/text';
import { catalogue } from '../../vocabulary/step.ts';
import { reasons } from '../building-blocks/fields.ts';
import { asReceived } from '../building-blocks/other-bureau.ts';
import { inspectionSteps } from '../inspection-task/inspection-steps.ts';
import { inspectors, leader, member, replacements } from './joint-fields.ts';

const [scope, from, to] = inspectionSteps.planInspection.outcomes.announced.form;
const plan = [scope, from, to, leader, inspectors] as const satisfies readonly Field[];

/** The team of a joint inspection, at least two of each side, and whether it may go on site (药品检查管理办法56). */
export const teamSteps = catalogue({
  hearConsent: {
    title: text('对方是否同意现场检查', 'Whether the other side lets the team in'),
    owner: 'DISP',
    limit: null,
    policy: 'NUDGE',
    basis: [cite('INSP', '56')],
    clock: 'none',
    told: true,
    outcomes: {
      admit: { title: text('对方不反对，可以进入现场', 'Not against it: go on site') },
      hold: { title: text('对方不同意，暂不进入现场', 'Against it: stay off the site') },
    },
  },
  planJoint: {
    title: text('制定联合检查方案', 'Plan the joint inspection'),
    owner: 'DISP',
    limit: { clock: 'site' },
    policy: 'BREACH',
    basis: [cite('INSP', '16'), cite('INSP', '33'), cite('INSP', '56')],
    clock: 'none',
    outcomes: {
      settle: {
        title: text('定稿并通知企业', 'Settle and give notice'),
        form: plan,
        documents: ['inspectionPlan', 'inspectionNotice'],
        tone: 'primary',
      },
    },
  },
  nameSiteInspectors: {
    title: text('对方派出检查员', 'The other side names its inspectors'),
    letter: { procedure: 'joint-contribution' },
    owner: 'DISP',
    limit: 'joint.names',
    policy: 'CHASE',
    basis: [cite('INSP', '56')],
    clock: 'none',
    outcomes: {
      name: {
        title: text('登记对方检查员名单', 'Enter whom they send'),
        form: [...asReceived, inspectors],
        documents: ['teamSheet'],
        tone: 'primary',
      },
    },
  },
  reportAbsence: {
    title: text('检查员退出或者回避', 'An inspector leaves or recuses'),
    owner: 'DISP',
    limit: null,
    policy: 'NUDGE',
    basis: [cite('INSP', '15'), cite('INSP', '56')],
    clock: 'none',
    outcomes: {
      homeLeaves: { title: text('本方检查员退出', 'One of ours leaves'), form: [member, reasons] },
      siteLeaves: { title: text('对方检查员退出', 'One of theirs leaves'), form: [member, reasons] },
    },
  },
  replaceHome: {
    title: text('补足本方检查员', 'Replace one of ours'),
    owner: 'DISP',
    limit: { clock: 'site' },
    policy: 'BREACH',
    basis: [cite('INSP', '56')],
    clock: 'none',
    outcomes: {
      replace: { title: text('补足', 'Replace'), form: [replacements], documents: ['teamSheet'], tone: 'primary' },
    },
  },
  replaceSite: {
    title: text('对方补足检查员', 'The other side replaces one of theirs'),
    letter: { procedure: 'joint-contribution' },
    owner: 'DISP',
    limit: 'joint.names',
    policy: 'CHASE',
    basis: [cite('INSP', '56')],
    clock: 'none',
    outcomes: {
      replace: {
        title: text('登记对方补派名单', 'Enter whom they send instead'),
        form: [...asReceived, replacements],
        documents: ['teamSheet'],
        tone: 'primary',
      },
    },
  },
  awaitConsent: {
    title: text('等候对方同意后进入现场', 'Wait off the site until the other side agrees'),
    owner: 'DISP',
    limit: { clock: 'site' },
    policy: 'CHASE',
    basis: [cite('INSP', '56')],
    clock: 'none',
    outcomes: {},
  },
});

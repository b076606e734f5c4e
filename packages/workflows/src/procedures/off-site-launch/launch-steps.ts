import { cite } from '@lianban/domain/law';
import { text } from '@lianban/domain/text';
import { catalogue } from '../../vocabulary/step.ts';
import { opinion, reasons, secondOfficer, statement } from '../building-blocks/fields.ts';
import { examinationSteps } from '../ordinary-permit/examination-steps.ts';

const recalled = { note: text('凭记忆', 'recalled') };

/** From the granted change to production: register, validation, first inspection. */
export const launchSteps = catalogue({
  abandonSite: {
    title: text('放弃异地生产', 'Give up the production at the site'),
    owner: 'APP',
    limit: null,
    policy: 'NUDGE',
    basis: [cite('LIC', '70')],
    clock: 'none',
    outcomes: {
      abandon: { title: text('放弃', 'Give up'), form: [reasons], tone: 'danger', irreversible: true },
    },
  },
  reportApproval: {
    title: text('审批类变更：报告补充申请结果', 'Major change: report the supplementary approval'),
    owner: 'APP',
    limit: null,
    policy: 'NUDGE',
    basis: [cite('CHG', ''), cite('DAL', '79')],
    clock: 'none',
    outcomes: {
      approved: {
        title: text('已获批准', 'Approved'),
        form: [statement],
        documents: ['changeFiling'],
        tone: 'primary',
      },
      notApproved: { title: text('未获批准', 'Not approved'), form: [statement], tone: 'danger' },
    },
  },
  fileChange: {
    title: text('备案类变更：提交备案', 'Moderate change: file it'),
    owner: 'APP',
    limit: null,
    policy: 'NUDGE',
    basis: [cite('CHG', ''), cite('DAL', '79')],
    clock: 'none',
    outcomes: {
      file: { title: text('提交备案', 'File'), form: [statement], documents: ['changeFiling'], tone: 'primary' },
    },
  },
  reviewFiling: {
    title: text('备案资料审查', 'Examine what was filed'),
    owner: 'OFF',
    limit: 'drug.change.filing',
    policy: 'BREACH',
    basis: [cite('CHG', '')],
    clock: 'none',
    outcomes: {
      accept: { title: text('审查通过', 'Accepted'), form: [secondOfficer, opinion], tone: 'primary' },
      incomplete: { title: text('退回补正', 'Incomplete'), form: [secondOfficer, reasons] },
    },
  },
  updateRegister: {
    title: text('更新注册或者登记平台，出具场地变更通知', 'Update the register and give notice of the site'),
    owner: 'OFF',
    limit: 'offSite.register',
    policy: 'BREACH',
    basis: [cite('CHG', ''), cite('O28', '16', recalled)],
    clock: 'none',
    outcomes: {
      done: { title: text('完成', 'Done'), form: [opinion], documents: ['siteChangeNotice'], tone: 'primary' },
    },
  },
  validate: {
    title: text('验证与稳定性考察', 'Validation and stability'),
    owner: 'APP',
    limit: 'drug.change.implement',
    policy: 'LAPSE',
    lapse: {
      means: text(
        '批准的变更最迟六个月内实施：提示企业，由承办人处理',
        'To be made within six months: a reminder, and an officer looks at it',
      ),
      documents: ['implementationReminder'],
    },
    basis: [cite('CHG', '')],
    clock: 'none',
    outcomes: {
      submit: {
        title: text('提交验证结果', 'Submit the results'),
        form: [statement],
        documents: ['validationReport'],
        tone: 'primary',
      },
    },
  },
  weighDelay: {
    title: text('变更逾期未实施的处理', 'The change was not made in time'),
    owner: 'OFF',
    limit: 'internal.approval',
    policy: 'NUDGE',
    basis: [cite('CHG', '')],
    clock: 'none',
    outcomes: {
      goOn: { title: text('说明合理，继续实施', 'Reasonable: go on'), form: [reasons], tone: 'primary' },
      cancel: {
        title: text('核减生产场地', 'Strike the site'),
        form: [reasons],
        documents: ['siteCancellation'],
        tone: 'danger',
        irreversible: true,
      },
    },
  },
  inspectFirst: {
    ...examinationSteps.inspect,
    title: text('恢复生产、首批联合检查', 'Joint inspection of the first batch'),
    limit: 'insp.planAndSite.production',
    basis: [cite('INSP', '34'), cite('INSP', '56')],
    clock: 'none',
    child: 'joint-inspection',
  },
  rectify: { ...examinationSteps.rectify, clock: 'none' },
  resume: {
    title: text('决定恢复生产', 'Decide whether production resumes'),
    owner: 'DL',
    limit: 'insp.eval.clear',
    policy: 'BREACH',
    basis: [cite('O28', '16', recalled), cite('INSP', '34')],
    clock: 'none',
    outcomes: {
      resume: { title: text('同意投产', 'Resume'), form: [opinion], documents: ['resumptionNotice'], tone: 'primary' },
      inspectAgain: { title: text('再次检查', 'Inspect again'), form: [reasons] },
      cancel: {
        title: text('不同意，核减生产场地', 'No: strike the site'),
        form: [reasons],
        documents: ['siteCancellation'],
        tone: 'danger',
        irreversible: true,
      },
    },
  },
});

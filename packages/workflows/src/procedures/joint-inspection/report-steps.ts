import { cite } from '@lianban/domain/law';
import { text } from '@lianban/domain/text';
import { catalogue } from '../../vocabulary/step.ts';
import { defects } from '../building-blocks/defects.ts';
import { opinion, reasons, secondInspector, statement } from '../building-blocks/fields.ts';
import { asReceived } from '../building-blocks/other-bureau.ts';
import { inspectionSteps } from '../inspection-task/inspection-steps.ts';

const { inspectDrug, auditReport, reportRisk } = inspectionSteps;
const [, conclusion] = auditReport.outcomes.regrade.form;

/** The work on the spot and its report: made by both sides, signed by both, audited by the side that leads. */
export const reportSteps = catalogue({
  inspectJointly: {
    ...inspectDrug,
    title: text('联合现场检查', 'Joint inspection on the spot'),
    basis: [cite('INSP', '19'), cite('INSP', '56')],
    outcomes: {
      ...inspectDrug.outcomes,
      gradeDisputed: {
        title: text('缺陷等级有分歧，按较高等级暂定', 'The grade is disputed: the higher one stands for now'),
        form: [secondInspector, statement, defects],
        documents: ['siteRecord', 'defectList'],
      },
    },
  },
  opineOnGrade: {
    title: text('对方就缺陷等级出具书面意见', 'Written opinion of the other side on the grade'),
    letter: { procedure: 'joint-contribution' },
    owner: 'DISP',
    limit: 'joint.grade',
    policy: 'CHASE',
    lapse: {
      means: text('逾期未出具，由派出机构载明情况后核定', 'None in time: settled without it, and the record says so'),
    },
    basis: [cite('INSP', '56')],
    clock: 'none',
    outcomes: {
      opine: {
        title: text('登记书面意见', 'Enter the opinion'),
        form: [...asReceived, statement],
        documents: ['gradeOpinion'],
        tone: 'primary',
      },
    },
  },
  settleGrade: {
    title: text('核定缺陷等级', 'Settle the grade'),
    owner: 'DISP',
    limit: 'insp.report.audit',
    policy: 'BREACH',
    basis: [cite('INSP', '56')],
    clock: 'none',
    notBy: ['inspectJointly'],
    outcomes: {
      settle: {
        title: text('核定等级和结论', 'Settle grades and conclusion'),
        form: [reasons, conclusion, defects],
        documents: ['defectList', 'siteReport'],
        tone: 'primary',
      },
    },
  },
  signReport: {
    title: text('对方签署检查报告', 'The other side signs the report'),
    letter: { procedure: 'joint-contribution' },
    owner: 'DISP',
    limit: 'joint.sign',
    policy: 'CHASE',
    basis: [cite('INSP', '56')],
    clock: 'none',
    outcomes: {
      signed: {
        title: text('已签署', 'Signed'),
        form: [...asReceived],
        documents: ['reportSignature'],
        tone: 'primary',
      },
      reserved: {
        title: text('附保留意见签署', 'Signed with a reservation'),
        form: [...asReceived, statement],
        documents: ['reportSignature'],
      },
      declined: { title: text('不予签署', 'Not signed'), form: [...asReceived, reasons] },
    },
  },
  auditReport: { ...auditReport, notBy: ['beginInspection', 'inspectJointly'] },
  reportRisk: {
    ...reportRisk,
    outcomes: { report: { ...reportRisk.outcomes.report, documents: ['riskLetter'] } },
  },
  assessRisk: inspectionSteps.assessRisk,
});

/** Approval and arrival, as for every inspection. */
export const arrivalSteps = catalogue({
  approveInspection: inspectionSteps.approveInspection,
  beginInspection: {
    ...inspectionSteps.beginInspection,
    basis: [cite('INSP', '17'), cite('INSP', '18'), cite('INSP', '56')],
    outcomes: {
      begin: {
        title: text('双方到场，出示证件，开始检查', 'Both sides present: show credentials and begin'),
        form: [secondInspector, opinion],
        documents: ['openingRecord'],
        tone: 'primary',
      },
      refusedAccess: inspectionSteps.beginInspection.outcomes.refusedAccess,
    },
  },
});

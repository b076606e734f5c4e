import type { Field } from '@lianban/domain/field';
import { cite } from '@lianban/domain/law';
import { text } from '@lianban/domain/text';
import { catalogue } from '../../vocabulary/step.ts';
import { opinion, reasons, secondOfficer, statement } from '../building-blocks/fields.ts';
import { asReceived } from '../building-blocks/other-bureau.ts';

const name = {
  name: 'name',
  label: text('品种', 'Variety'),
  kind: { type: 'line', maxLength: 100 },
  required: true,
} as const;

/** How much a change weighs (药品上市后变更管理办法): approved by the centre, filed with the province, or reported. */
const changeClass = {
  name: 'changeClass',
  label: text('变更类别', 'Class of the change'),
  kind: {
    type: 'choice',
    options: [
      { value: 'approval', label: text('审批类（报药审中心）', 'Major: approval by the centre') },
      { value: 'filing', label: text('备案类', 'Moderate: filed') },
      { value: 'report', label: text('报告类', 'Minor: reported') },
    ],
  },
  required: true,
} as const;

const varieties = {
  name: 'varieties',
  label: text('品种与变更类别', 'Varieties and the class of their change'),
  kind: { type: 'rows', columns: [name, changeClass], maxItems: 50, minItems: 1 },
  required: true,
  flow: true,
} as const satisfies Field;

const priorConsultation = {
  name: 'priorConsultation',
  label: text('前期沟通案号或者共识纪要文号', 'Case or minutes of the prior consultation'),
  kind: { type: 'line', maxLength: 100 },
  required: false,
  flow: true,
} as const satisfies Field;

const variety = { ...varieties, label: text('增加的品种', 'Variety that is added') } as const satisfies Field;

/** Steps 2 and 3: the route, which nobody can skip, and the contact letter; and the varieties that come later. */
export const routeSteps = catalogue({
  chooseRoute: {
    title: text('办理路径与变更类别判定', 'Choose the route and the class of the change'),
    owner: 'OFF',
    limit: 'offSite.route',
    policy: 'NUDGE',
    basis: [cite('DAL', '41'), cite('CHG', ''), cite('O53', '18')],
    clock: 'runs',
    outcomes: {
      homeWithConsent: {
        title: text(
          '路径A：本省审批，须对方书面同意',
          'Route A: decided here with the written consent of the other side',
        ),
        form: [secondOfficer, opinion, varieties, priorConsultation],
        documents: ['changeClassOpinion'],
        tone: 'primary',
      },
      entrusted: {
        title: text('路径B：委托生产', 'Route B: entrusted production'),
        form: [secondOfficer, reasons],
        documents: ['changeClassOpinion', 'routeNotice'],
      },
      siteLicence: {
        title: text('转由场地所在省许可', 'To be licensed by the province of the site'),
        form: [secondOfficer, reasons],
        documents: ['changeClassOpinion', 'routeNotice'],
        irreversible: true,
      },
    },
  },
  draftLetter: {
    title: text('起草书面联系函', 'Draft the contact letter'),
    owner: 'OFF',
    limit: 'offSite.letter',
    policy: 'NUDGE',
    basis: [cite('INSP', '56')],
    clock: 'runs',
    outcomes: { propose: { title: text('报审', 'Put forward'), form: [statement], tone: 'primary' } },
  },
  auditLetter: {
    title: text('审核书面联系函', 'Check the contact letter'),
    owner: 'SEC',
    limit: 'offSite.letter',
    policy: 'NUDGE',
    basis: [cite('INSP', '56')],
    clock: 'runs',
    notBy: ['draftLetter'],
    outcomes: {
      agree: { title: text('同意', 'Agree'), form: [opinion], tone: 'primary' },
      sendBack: { title: text('退回修改', 'Send back'), form: [reasons] },
    },
  },
  signLetter: {
    title: text('签发书面联系函', 'Sign the contact letter'),
    owner: 'DL',
    limit: 'offSite.letter',
    policy: 'NUDGE',
    basis: [cite('INSP', '56')],
    clock: 'runs',
    notBy: ['draftLetter'],
    outcomes: {
      send: { title: text('发函', 'Send'), form: [opinion], documents: ['contactLetter'], tone: 'primary' },
      sendBack: { title: text('退回修改', 'Send back'), form: [reasons] },
    },
  },
  addVariety: {
    title: text('增加品种', 'Add a variety'),
    owner: 'APP',
    limit: null,
    policy: 'NUDGE',
    basis: [cite('CHG', '')],
    clock: 'none',
    outcomes: { ask: { title: text('申请增加', 'Ask for it'), form: [statement] } },
  },
  admitVariety: {
    title: text('增加品种的受理与变更类别判定', 'Admit the variety and choose its class'),
    owner: 'OFF',
    limit: 'permit.intake',
    policy: 'BREACH',
    basis: [cite('LIC', '32'), cite('CHG', '')],
    clock: 'none',
    outcomes: {
      admit: {
        title: text('受理', 'Admit'),
        form: [secondOfficer, variety],
        documents: ['acceptanceNotice', 'changeClassOpinion'],
        tone: 'primary',
      },
      decline: { title: text('不予受理', 'Do not admit'), form: [reasons], documents: ['nonAcceptanceNotice'] },
    },
  },
});

/** Route B: the bureau of the site consents to entrusted production; the B licence is applied for within six months. [uncertain] */
export const entrustedSteps = catalogue({
  awaitEntrustedConsent: {
    title: text('等候对方出具同意受托生产意见书', 'Wait for the consent to entrusted production'),
    letter: { procedure: 'joint-contribution' },
    owner: 'OFF',
    limit: 'contactLetter.reply',
    policy: 'CHASE',
    basis: [cite('MAH132', '')],
    clock: 'none',
    outcomes: {
      issued: {
        title: text('登记符合性检查告知书和同意意见书', 'Enter the GMP notice and the consent'),
        form: [...asReceived],
        documents: ['entrustedConsent'],
        tone: 'primary',
      },
      declined: { title: text('登记不同意', 'Enter that they do not consent'), form: [...asReceived, reasons] },
    },
  },
  applyEntrusted: {
    title: text('申请委托生产许可', 'Apply for the licence to entrust'),
    owner: 'APP',
    limit: 'entrust.letter.valid',
    policy: 'EXPIRE',
    lapse: { means: text('同意受托生产意见书失效，须由对方重新出具', 'The consent has expired: a new one is needed') },
    basis: [cite('MAH132', '')],
    clock: 'none',
    outcomes: {
      applied: { title: text('已提出申请', 'Applied'), form: [statement], tone: 'primary' },
      abandon: { title: text('不再申请', 'Give up'), form: [reasons] },
    },
  },
});

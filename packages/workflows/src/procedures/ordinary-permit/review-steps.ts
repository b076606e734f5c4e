import { cite } from '@lianban/domain/law';
import { text } from '@lianban/domain/text';
import { opinion, reasons, secondOfficer } from '../building-blocks/fields.ts';
import { catalogue } from '../../vocabulary/step.ts';

/** Assignment, review of the file, and the decision chain 拟办–审核–法制审核–审批. */
export const reviewSteps = catalogue({
  assign: {
    title: text('分派', 'Assign'),
    owner: 'SEC',
    limit: 'permit.assign',
    policy: 'NUDGE',
    basis: [cite('LIC', '34')],
    clock: 'runs',
    outcomes: {
      assign: { title: text('分派', 'Assign'), form: [opinion], documents: ['assignmentSheet'], tone: 'primary' },
    },
  },
  review: {
    title: text('资料审查', 'Review of the file'),
    owner: 'OFF',
    limit: { clock: 'decision' },
    policy: 'BREACH',
    basis: [cite('LIC', '34')],
    clock: 'runs',
    outcomes: {
      pass: {
        title: text('通过', 'Pass'),
        form: [secondOfficer, opinion],
        documents: ['reviewOpinion'],
        tone: 'primary',
      },
      proposeRefusal: {
        title: text('拟不予', 'Propose refusal'),
        form: [secondOfficer, reasons],
        documents: ['reviewOpinion'],
      },
    },
  },
  draft: {
    title: text('拟办意见', 'Draft opinion'),
    owner: 'OFF',
    limit: { clock: 'decision' },
    policy: 'BREACH',
    basis: [cite('LIC', '42')],
    clock: 'runs',
    outcomes: {
      proposeGrant: {
        title: text('拟准予', 'Propose grant'),
        form: [opinion],
        documents: ['draftOpinion'],
        tone: 'primary',
      },
      proposeRefusal: { title: text('拟不予', 'Propose refusal'), form: [reasons], documents: ['draftOpinion'] },
    },
  },
  audit: {
    title: text('审核', 'Check by the head of section'),
    owner: 'SEC',
    limit: { clock: 'decision' },
    policy: 'BREACH',
    basis: [cite('LIC', '42')],
    clock: 'runs',
    notBy: ['draft'],
    outcomes: {
      agree: { title: text('同意', 'Agree'), form: [opinion], tone: 'primary' },
      sendBack: { title: text('退回修改', 'Send back'), form: [reasons] },
    },
  },
  legalReview: {
    title: text('法制审核', 'Legal review'),
    owner: 'LEG',
    limit: { clock: 'decision' },
    policy: 'BREACH',
    basis: [cite('LIC', '38')],
    clock: 'runs',
    notBy: ['draft'],
    outcomes: {
      agree: { title: text('同意', 'Agree'), form: [opinion], tone: 'primary' },
      sendBack: { title: text('退回修改', 'Send back'), form: [reasons] },
    },
  },
  approve: {
    title: text('审批签发', 'Approve and sign'),
    owner: 'DL',
    limit: { clock: 'decision' },
    policy: 'BREACH',
    basis: [cite('LIC', '38'), cite('LIC', '42')],
    clock: 'runs',
    notBy: ['draft', 'review'],
    outcomes: {
      grant: {
        title: text('准予', 'Grant'),
        form: [opinion],
        documents: ['grantDecision'],
        tone: 'primary',
        irreversible: true,
      },
      refuse: {
        title: text('不予', 'Refuse'),
        form: [reasons],
        documents: ['refusalDecision'],
        tone: 'danger',
        irreversible: true,
      },
      sendBack: { title: text('不同意，退回修改', 'Disagree: send back'), form: [reasons] },
    },
  },
});

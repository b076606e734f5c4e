import type { Field } from '@lianban/domain/field';
import { cite } from '@lianban/domain/law';
import { text } from '@lianban/domain/text';
import { catalogue } from '../../vocabulary/step.ts';
import { opinion, reasons } from './fields.ts';
import { hearingSteps, holdingStep, statementStep } from './hearing.ts';

/** What was said and decided in a meeting, with who took part. */
const minutes = {
  name: 'minutes',
  label: text('会议纪要', 'Minutes'),
  kind: { type: 'prose', maxLength: 8000 },
  required: true,
} as const satisfies Field;

const participants = {
  name: 'participants',
  label: text('参加人员', 'Participants'),
  kind: { type: 'list', maxItems: 30, maxLength: 60 },
  required: true,
} as const satisfies Field;

const shared = { limit: { clock: 'decision' }, policy: 'BREACH', clock: 'runs' } as const;
const sendBack = { title: text('退回修改', 'Send back'), form: [reasons] } as const;
const callDiscussion = { title: text('提请联合讨论', 'Call a joint discussion'), form: [reasons] } as const;

/** 10.B 拟办–审核–法制审核–审批–签发, with the hearing of an applicant who is to be refused, and 制文用印. */
export const decisionSteps = catalogue({
  draft: {
    title: text('拟办意见', 'Draft opinion'),
    owner: 'OFF',
    ...shared,
    basis: [cite('LIC', '42')],
    outcomes: {
      proposeGrant: {
        title: text('拟准予', 'Propose grant'),
        form: [opinion],
        documents: ['draftOpinion'],
        tone: 'primary',
      },
      proposeRefusal: { title: text('拟不予', 'Propose refusal'), form: [reasons], documents: ['draftOpinion'] },
      proposeDiscussion: {
        title: text('提请讨论', 'Propose discussion'),
        form: [reasons],
        documents: ['draftOpinion'],
      },
    },
  },
  audit: {
    title: text('审核', 'Check by the head of section'),
    owner: 'SEC',
    ...shared,
    basis: [cite('LIC', '42')],
    notBy: ['draft'],
    outcomes: {
      agree: { title: text('同意', 'Agree'), form: [opinion], tone: 'primary' },
      sendBack,
      reassign: { title: text('转其他承办人重新拟办', 'Have it drafted by somebody else'), form: [reasons] },
      callDiscussion,
    },
  },
  legalReview: {
    title: text('法制审核', 'Legal review'),
    owner: 'LEG',
    ...shared,
    basis: [cite('LIC', '38')],
    notBy: ['draft'],
    outcomes: {
      agree: { title: text('同意', 'Agree'), form: [opinion], documents: ['legalOpinion'], tone: 'primary' },
      agreeWithHearing: {
        title: text('同意，应当告知听证权利', 'Agree: a hearing is owed'),
        form: [opinion],
        documents: ['legalOpinion'],
      },
      sendBack,
      callDiscussion,
    },
  },
  tellRefusal: {
    title: text('拟不予许可告知', 'Notice of the intended refusal'),
    owner: 'LEG',
    ...shared,
    basis: [cite('LIC', '36'), cite('LIC', '47')],
    outcomes: {
      tell: {
        title: text('发出告知', 'Give notice'),
        form: [reasons],
        documents: ['refusalNotice'],
        tone: 'primary',
        irreversible: true,
      },
    },
  },
  makeStatement: statementStep('permit.statement', 'runs'),
  requestHearing: hearingSteps.requestHearing,
  arrangeHearing: hearingSteps.arrangeHearing,
  // 许可法48: by somebody other than those who reviewed the application.
  holdHearing: holdingStep({ notBy: ['review', 'draft', 'audit', 'legalReview', 'tellRefusal'] }),
  weighStatement: {
    title: text('复核陈述申辩', 'Weigh the representations'),
    owner: 'LEG',
    ...shared,
    basis: [cite('LIC', '36'), cite('LIC', '48')],
    outcomes: {
      rejected: { title: text('不采纳', 'Not accepted'), form: [reasons], tone: 'primary' },
      accepted: { title: text('采纳，重新拟办', 'Accepted: draft again'), form: [reasons] },
    },
  },
  approve: {
    title: text('审批', 'Approve'),
    owner: 'DL',
    ...shared,
    basis: [cite('LIC', '38'), cite('LIC', '42')],
    notBy: ['draft', 'review'],
    outcomes: {
      agree: { title: text('同意', 'Agree'), form: [opinion], tone: 'primary' },
      sendBack: { ...sendBack, title: text('不同意，退回修改', 'Disagree: send back') },
      changeToRefusal: { title: text('改为拟不予', 'Propose refusal instead'), form: [reasons] },
      callMeeting: { title: text('提请局长办公会', 'Put to the bureau meeting'), form: [reasons] },
      callDiscussion,
    },
  },
  discuss: {
    title: text('联合讨论', 'Joint discussion'),
    owner: 'DL',
    ...shared,
    basis: [cite('LIC', '42')],
    notBy: ['draft'],
    outcomes: {
      concludeGrant: {
        title: text('拟准予', 'Concludes: grant'),
        form: [participants, minutes],
        documents: ['discussionMinutes'],
        tone: 'primary',
      },
      concludeRefusal: {
        title: text('拟不予', 'Concludes: refuse'),
        form: [participants, minutes],
        documents: ['discussionMinutes'],
      },
    },
  },
  meet: {
    title: text('局长办公会', 'Bureau meeting'),
    owner: 'BMO',
    ...shared,
    basis: [cite('LIC', '42')],
    notBy: ['draft', 'review'],
    outcomes: {
      agree: {
        title: text('通过', 'Carried'),
        form: [participants, minutes],
        documents: ['meetingMinutes'],
        tone: 'primary',
      },
      changeToGrant: {
        title: text('决定准予', 'Decides to grant'),
        form: [participants, minutes],
        documents: ['meetingMinutes'],
      },
      changeToRefusal: {
        title: text('改为拟不予', 'Propose refusal instead'),
        form: [participants, minutes],
        documents: ['meetingMinutes'],
      },
    },
  },
  seal: {
    title: text('制文用印', 'Make out and seal the decision'),
    owner: 'WIN',
    ...shared,
    basis: [cite('LIC', '38'), cite('LIC', '42')],
    outcomes: {
      grant: {
        title: text('准予行政许可决定书', 'Decision to grant'),
        form: [opinion],
        documents: ['grantDecision'],
        tone: 'primary',
        irreversible: true,
      },
      refuse: {
        title: text('不予行政许可决定书', 'Decision to refuse'),
        form: [reasons],
        documents: ['refusalDecision'],
        tone: 'danger',
        irreversible: true,
      },
    },
  },
});

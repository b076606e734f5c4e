import type { Field } from '@lianban/domain/field';
import { cite } from '@lianban/domain/law';
import { text } from '@lianban/domain/text';
import { catalogue } from '../../vocabulary/step.ts';
import { reasons, statement } from '../building-blocks/fields.ts';
import { asReceived } from '../building-blocks/other-bureau.ts';
import { toldConsensus } from '../building-blocks/told-fields.ts';

const meetingOn = {
  name: 'meetingOn',
  label: text('沟通会日期', 'Day of the meeting'),
  kind: { type: 'date' },
  required: true,
  flow: true,
} as const satisfies Field;

const topics = {
  name: 'topics',
  label: text('沟通事项', 'What is to be talked about'),
  kind: { type: 'prose', maxLength: 2000 },
  required: true,
  flow: true,
} as const satisfies Field;

const recalled = { note: text('凭记忆', 'recalled') };
const basis = [cite('INSP', '55'), cite('O28', '16', recalled)] as const;

/** Step 0 前期沟通: the applicant, the officer here and the desk of the other side talk before anything is applied for. [design] */
export const consultationSteps = catalogue({
  consult: {
    title: text('前期沟通', 'Prior consultation'),
    owner: 'OFF',
    limit: 'offSite.consult',
    policy: 'NUDGE',
    basis,
    clock: 'none',
    outcomes: {
      callConsultation: {
        title: text('召开沟通会', 'Call a meeting'),
        form: [meetingOn, topics],
        documents: ['consultationNotice'],
        tone: 'primary',
      },
      consensus: { title: text('形成共识', 'Put the consensus to the other side'), form: [toldConsensus] },
      notReady: {
        title: text('暂不具备条件', 'Not ready yet'),
        form: [reasons],
        documents: ['consultationAnswer'],
        tone: 'danger',
      },
    },
  },
  holdConsultation: {
    title: text('召开沟通会，听取对方意见', 'Hold the meeting and hear the other side'),
    letter: { procedure: 'joint-contribution' },
    owner: 'OFF',
    limit: 'offSite.opinion',
    policy: 'CHASE',
    basis,
    clock: 'none',
    outcomes: {
      attended: {
        title: text('登记对方参会和意见', 'Enter that they took part, and what they say'),
        form: [...asReceived, statement],
        documents: ['consultationRecord'],
        tone: 'primary',
      },
      declined: {
        title: text('登记对方不参加', 'Enter that they do not take part'),
        form: [...asReceived, reasons],
        documents: ['consultationRecord'],
      },
    },
  },
  confirmConsensus: {
    title: text('对方确认共识纪要', 'The other side confirms the consensus'),
    letter: { procedure: 'joint-contribution' },
    owner: 'OFF',
    limit: 'offSite.opinion',
    policy: 'CHASE',
    basis,
    clock: 'none',
    outcomes: {
      confirmed: {
        title: text('登记确认', 'Enter that they confirm'),
        form: [...asReceived],
        documents: ['priorConsensus', 'consultationAnswer'],
        tone: 'primary',
      },
      changesAsked: { title: text('登记修改意见', 'Enter what they want changed'), form: [...asReceived, statement] },
    },
  },
});

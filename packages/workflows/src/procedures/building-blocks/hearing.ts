import type { CivilDate } from '@lianban/domain/civil-date';
import type { Field } from '@lianban/domain/field';
import { cite } from '@lianban/domain/law';
import type { RuleKey } from '@lianban/domain/rule';
import { text } from '@lianban/domain/text';
import type { Proceeding } from '../../vocabulary/proceeding.ts';
import { catalogue, type StepSpec } from '../../vocabulary/step.ts';
import { opinion, reasons, statement } from './fields.ts';

const hearingOn = {
  name: 'hearingOn',
  label: text('听证日期', 'Day of the hearing'),
  hint: text('至少在七个工作日之后', 'At least seven working days ahead'),
  kind: { type: 'date' },
  required: true,
  after: 'hearing.notice',
} as const satisfies Field;

const hearingPlace = {
  name: 'hearingPlace',
  label: text('听证地点', 'Place of the hearing'),
  kind: { type: 'line', maxLength: 200 },
  required: true,
} as const satisfies Field;

/** 陈述申辩: what the applicant has to say against an intended decision, within the limit of the rule. */
export const statementStep = <const R extends RuleKey, const C extends StepSpec['clock']>(limit: R, clock: C) =>
  ({
    title: text('陈述申辩', 'Representations'),
    owner: 'APP',
    limit,
    policy: 'LAPSE',
    lapse: { means: text('逾期未提出，视为放弃', 'Deemed waived') },
    basis: [cite('LIC', '36')],
    clock,
    outcomes: {
      state: {
        title: text('提交陈述申辩', 'Submit'),
        form: [statement],
        documents: ['statementRecord'],
        tone: 'primary',
      },
      waive: { title: text('放弃陈述申辩', 'Waive'), form: [opinion] },
    },
  }) as const satisfies StepSpec;

/** 组织听证, chaired by somebody who had no hand in the matter (许可法48). */
export const holdingStep = <const A extends Pick<StepSpec, 'notBy' | 'alsoNotBy'>>(apart: A) =>
  ({
    title: text('组织听证', 'Hearing'),
    owner: 'LEG',
    limit: 'hearing.hold',
    policy: 'BREACH',
    basis: [cite('LIC', '47'), cite('LIC', '48')],
    clock: 'paused',
    ...apart,
    outcomes: {
      held: {
        title: text('听证完毕', 'Held'),
        form: [statement],
        documents: ['hearingRecord'],
        tone: 'primary',
      },
      postponed: { title: text('延期听证（一次）', 'Postpone, once'), form: [reasons] },
      ended: {
        title: text('终止听证（撤回或无故缺席）', 'End: withdrawn or absent'),
        form: [reasons],
        documents: ['hearingRecord'],
      },
    },
  }) as const satisfies StepSpec;

/** 10.E 听证: asked for within five working days of the notice, held within twenty of the request (许可法47、48). */
export const hearingSteps = catalogue({
  requestHearing: {
    title: text('听证申请', 'Request for a hearing'),
    owner: 'APP',
    limit: 'hearing.request',
    policy: 'LAPSE',
    lapse: { means: text('逾期未申请，视为放弃听证', 'Hearing deemed waived'), documents: ['hearingWaiver'] },
    basis: [cite('LIC', '47')],
    clock: 'paused',
    outcomes: {
      request: { title: text('申请听证', 'Request a hearing'), form: [statement], tone: 'primary' },
      waive: { title: text('放弃听证', 'Waive'), form: [opinion], documents: ['hearingWaiver'] },
    },
  },
  arrangeHearing: {
    title: text('安排听证', 'Arrange the hearing'),
    owner: 'LEG',
    limit: 'hearing.arrange',
    policy: 'NUDGE',
    basis: [cite('LIC', '48')],
    clock: 'paused',
    outcomes: {
      arrange: {
        title: text('确定听证时间并通知', 'Fix the day and give notice'),
        form: [hearingOn, hearingPlace],
        documents: ['hearingNotice'],
        tone: 'primary',
        irreversible: true,
      },
    },
  },
  holdHearing: holdingStep({}),
});

const postponedOnce = text('听证延期以一次为限', 'A hearing is postponed once at most');

type P = Proceeding<typeof hearingSteps>;

/** Waits whether a hearing is asked for, and holds it; true when one was held. */
export async function hearIfAsked(p: P): Promise<boolean> {
  const request = await p.step('requestHearing');
  return request.outcome === 'request' ? holdHearing(p, request.on) : false;
}

/** A hearing is arranged before it is held: its notice goes out seven working days ahead (许可法48). So is a postponed one. */
async function holdHearing(p: P, askedOn: CivilDate): Promise<boolean> {
  await p.step('arrangeHearing', { since: askedOn });
  const hearing = await p.step('holdHearing', { since: askedOn });
  if (hearing.outcome !== 'postponed') return hearing.outcome === 'held';
  await p.step('arrangeHearing', { since: hearing.on });
  const again = await p.step('holdHearing', { since: hearing.on, without: { postponed: postponedOnce } });
  return again.outcome === 'held';
}

import type { EndOf } from '../vocabulary/step.ts';
import type { CaseState } from './case-state.ts';
import type { Duty } from './docket.ts';
import type { Input } from './entry.ts';
import type { Refusal } from './turn.ts';

/** Why `input` cannot be taken in this state; undefined when it can. */
export function refusalOf(state: CaseState, input: Input): Refusal | undefined {
  if (input.kind === 'open')
    return state.opening === null ? undefined : { code: 'STALE_DUTY', detail: { reason: 'opened' } };
  if (state.opening === null) return { code: 'NO_SUCH_CASE', detail: {}, mayPass: true };
  if (state.closed !== null) return { code: 'CASE_CLOSED', detail: { ending: state.closed } };
  if (input.kind === 'redate') return undefined;
  const duty = state.duties.get(input.duty);
  if (duty === undefined) return absent(state, input.duty);
  return input.kind === 'lapse'
    ? notDue(duty, input.due)
    : (late(duty, input.at) ??
        unavailable(duty, input.outcome) ??
        ended(state, duty, input) ??
        notSeparate(state, duty, input.by.personId));
}

function absent(state: CaseState, key: string): Refusal {
  const settledAs = state.past.get(key);
  return settledAs === undefined
    ? { code: 'NO_SUCH_DUTY', detail: { duty: key }, mayPass: true }
    : { code: 'STALE_DUTY', detail: { duty: key, settledAs } };
}

/** A lapse takes effect only on the due date that stands now: an earlier date that has moved is no date. */
function notDue(duty: Duty, due: string): Refusal | undefined {
  if (duty.spec.lapse !== undefined && duty.due === due) return undefined;
  return { code: 'STALE_DUTY', detail: { duty: duty.key, due: duty.due } };
}

/** Where silence has an effect, an act after the last second comes too late even if the lapse has not been written yet; unless the day was moved. */
function late(duty: Duty, at: string): Refusal | undefined {
  if (duty.spec.lapse === undefined || duty.due === null || at < duty.due) return undefined;
  return { code: 'STALE_DUTY', detail: { duty: duty.key, settledAs: 'lapsed', due: duty.due }, mayPass: true };
}

function unavailable(duty: Duty, outcome: string): Refusal | undefined {
  if (duty.blocked !== null)
    return { code: 'RIGHT_BLOCKED', detail: { duty: duty.key, reason: duty.blocked }, mayPass: true };
  const without = duty.without[outcome];
  if (without !== undefined) return { code: 'OUTCOME_UNAVAILABLE', detail: { outcome, reason: without } };
  return Object.hasOwn(duty.spec.outcomes, outcome) ? undefined : { code: 'OUTCOME_UNAVAILABLE', detail: { outcome } };
}

/** What may be done only before the end of another duty or a clock comes too late after it, although that still stands. */
function ended(state: CaseState, duty: Duty, { outcome, at }: { outcome: string; at: string }): Refusal | undefined {
  const before = duty.spec.outcomes[outcome]?.before;
  if (before === undefined) return undefined;
  return endsOf(state, duty, before.endOf).some((due) => due !== null && at >= due)
    ? { code: 'OUTCOME_UNAVAILABLE', detail: { outcome, reason: before.otherwise }, mayPass: true }
    : undefined;
}

/** The ends meant: of the clock, or of the duties of the step that stand open in the same line. */
function endsOf(state: CaseState, { strand }: Duty, end: EndOf) {
  if (typeof end === 'object') return [state.clocks.get(end.clock)?.due ?? null];
  return [...state.duties.values()]
    .filter((other) => other.step === end && strand.isWithin(other.strand))
    .map(({ due }) => due);
}

function notSeparate(state: CaseState, duty: Duty, personId: string): Refusal | undefined {
  const step = duty.spec.notBy?.find((other) => state.answeredBy.get(other)?.has(personId) === true);
  return step === undefined ? undefined : { code: 'SEPARATION', detail: { step } };
}

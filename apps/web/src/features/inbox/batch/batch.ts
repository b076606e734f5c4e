import type { ErrorCode } from '@lianban/domain/error';
import type { DutyView } from '../../../elements/views.ts';
import type { InboxRow } from '../groups.ts';

/** A button of the step. */
export type OutcomeView = DutyView['outcomes'][number];

/** How many cases a batch may have; the service takes no more. */
const mostAtOnce = 50;
/** Cases sent with one request, so that the reader sees how far it is. */
const perRequest = 5;

/** Why these rows cannot be answered together; null when they can. */
export function whyNotTogether(rows: readonly InboxRow[]): 'batchMixed' | 'batchTooMany' | null {
  if (rows.length > mostAtOnce) return 'batchTooMany';
  const steps = new Set(rows.map(({ procedureTitle, step }) => `${procedureTitle.zh} ${step}`));
  return steps.size > 1 ? 'batchMixed' : null;
}

/** The buttons that ask for one text at most: everything else is about the particular case. */
export const batchable = (outcomes: readonly OutcomeView[]): readonly OutcomeView[] =>
  outcomes.filter(
    ({ form, unavailable }) =>
      unavailable === null &&
      form.length <= 1 &&
      form.every(({ kind }) => kind.type === 'prose' || kind.type === 'line'),
  );

/** What has become of one case of a batch. */
export type Progress =
  | { readonly state: 'waiting' | 'sending' | 'done' | 'recording' }
  | {
      readonly state: 'refused';
      readonly code: ErrorCode | 'OFFLINE';
      /** Who has it, or was first; null where the refusal names nobody. */
      readonly person: string | null;
    };

/** The rows that are still to be sent, or sent again. */
export const unsettled = <T extends { readonly progress: Progress }>(items: readonly T[]): readonly T[] =>
  items.filter(({ progress: { state } }) => state === 'waiting' || state === 'refused');

/** Those rows in the parts in which they are sent. */
export const partsOf = <T>(items: readonly T[]): readonly (readonly T[])[] =>
  Array.from({ length: Math.ceil(items.length / perRequest) }, (_, at) =>
    items.slice(at * perRequest, (at + 1) * perRequest),
  );

/** A refusal as it is told, with the person whom it names. */
export function refusedAs(code: ErrorCode | 'OFFLINE', detail: Readonly<Record<string, unknown>>): Progress {
  const named = code === 'CLAIMED_BY_OTHER' ? detail['holder'] : code === 'STALE_DUTY' ? detail['by'] : null;
  return { state: 'refused', code, person: typeof named === 'string' && named !== '' ? named : null };
}

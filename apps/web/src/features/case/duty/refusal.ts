import type { Text } from '@lianban/domain/text';
import type { ShownError } from '../../../app/api.ts';
import type { DutyView } from '../views.ts';

/** What a refusal means for the reader. */
export type Refusal =
  /** Somebody, or the clock, was first; `act` is what was done. */
  | { readonly kind: 'settled'; readonly by: string | null; readonly standingInFor?: string; readonly act: Text | null }
  | { readonly kind: 'taken'; readonly by: string | null }
  | { readonly kind: 'closed' }
  /** The case does not allow it, for a reason in words. */
  | { readonly kind: 'barred'; readonly reason: Text | null }
  /** Fields at fault, by name. */
  | { readonly kind: 'form'; readonly fields: readonly string[] }
  /** It may have arrived: the same is sent again. */
  | { readonly kind: 'undecided' }
  | { readonly kind: 'other' };

const nameIn = (value: unknown): string | null => (typeof value === 'string' && value !== '' ? value : null);

const textIn = (value: unknown): Text | null =>
  typeof value === 'object' && value !== null && 'zh' in value && 'en' in value
    ? { zh: String(value.zh), en: String(value.en) }
    : null;

/** Reads a refusal in the light of the duty it is about. */
export function refusalOf({ code, detail }: ShownError, { outcomes }: Pick<DutyView, 'outcomes'>): Refusal {
  switch (code) {
    case 'STALE_DUTY': {
      const act = outcomes.find(({ name }) => name === detail['settledAs'])?.title ?? null;
      const standingInFor = nameIn(detail['standingInFor']);
      return { kind: 'settled', by: nameIn(detail['by']), act, ...(standingInFor === null ? {} : { standingInFor }) };
    }
    case 'NO_SUCH_DUTY':
      return { kind: 'settled', by: null, act: null };
    case 'CLAIMED_BY_OTHER':
      return { kind: 'taken', by: nameIn(detail['holder']) };
    case 'CASE_CLOSED':
      return { kind: 'closed' };
    case 'RIGHT_BLOCKED':
    case 'OUTCOME_UNAVAILABLE':
    case 'SEPARATION':
      return { kind: 'barred', reason: textIn(detail['reason']) };
    case 'MALFORMED':
    case 'NO_SUCH_DATE':
    case 'INVALID_TEXT': {
      const fields = Array.isArray(detail['fields']) ? detail['fields'] : [];
      return { kind: 'form', fields: fields.flatMap((name) => nameIn(name)?.split('.')[0] ?? []) };
    }
    case 'OFFLINE':
    case 'UNAVAILABLE':
    case 'INTERNAL':
      return { kind: 'undecided' };
    default:
      return { kind: 'other' };
  }
}

/** Whether the page shows something that is no longer so. */
export const isOutdated = ({ kind }: Refusal): boolean =>
  kind === 'settled' || kind === 'taken' || kind === 'closed' || kind === 'barred';

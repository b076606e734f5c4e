import { isOutside } from '@lianban/domain/role';
import { documents as types } from '@lianban/domain/document';
import type { CaseRecord } from '@lianban/db/queries/case-page';
import type { Text } from '@lianban/domain/text';
import { isShownToApplicant } from './disclosure.ts';
import type { Reader } from './owner.ts';

/** A paper by its title and number; `id` is null where the reader cannot open it. */
export interface TurnPaper {
  readonly id: string | null;
  readonly title: Text;
  readonly number: string | null;
}

/** The papers that a turn made: none when it made none, null when it made some that the reader may not see. */
export type PapersOfTurn = (version: number) => readonly TurnPaper[] | null;

/** Papers of a case by the turn that made them, as far as the reader may see them on its page. */
export function papersFor(
  { documents, events }: Pick<CaseRecord, 'documents' | 'events'>,
  { post }: Reader,
): PapersOfTurn {
  return (version) => {
    const made = documents.filter((document) => document.version === version);
    const event = events.find((one) => one.version === version);
    const shown = isOutside(post.role) ? made.filter(({ type }) => isShownToApplicant(type, event)) : made;
    if (shown.length === 0 && made.length > 0) return null;
    return shown.map(({ id, type, number }) => ({ id, title: types[type].title, number }));
  };
}

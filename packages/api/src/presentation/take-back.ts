import type { CaseRecord, EventRow } from '@lianban/db/queries/case-page';
import type { Instant } from '@lianban/domain/civil-date';
import { mayCall } from '@lianban/domain/permission';
import { retractionRefusal, type RetractionRefusal } from '@lianban/domain/retraction';
import type { CatalogueReader } from './catalogue.ts';
import { isOwn, type Reader } from './owner.ts';

/** Who asks what of a case can be taken back, and when. */
export interface Asking {
  readonly catalogue: CatalogueReader;
  readonly reader: Reader;
  readonly now: Instant;
}

/** An act of the reader: the duty that it answered, and the rule that stands against taking it back. */
export interface TakeBack {
  readonly duty: string;
  readonly refusal: RetractionRefusal | null;
}

type Known = Pick<CaseRecord, 'events' | 'duties' | 'head'>;

/**
 * The act that the reader did in that turn, and what stands against taking it back as far as the record shows it; null where
 * it is not theirs. The case decides: it folds its ledger without the act (ADR 0022).
 */
export function takeBackOf(event: EventRow, record: Known, { catalogue, reader, now }: Asking): TakeBack | null {
  const { kind, duty, step, outcome, retracted, entries, who } = event;
  const answered = record.duties.find(({ key }) => key === duty);
  if (kind !== 'answer' || step === null || outcome === null || answered?.kind !== 'duty') return null;
  if (who?.personId !== reader.person.id || !isOwn(answered, reader) || !mayCall(reader.post.role, 'duty.retract'))
    return null;
  if (retracted !== null || record.head.state === 'closed') return null;
  const spec = catalogue.spec(step);
  const refusal = retractionRefusal({
    ...{ isAnswer: true, isRetracted: false, isOwn: true, effects: entries },
    irreversible: spec.outcomes[outcome]?.irreversible === true,
    isActedOn: goneOnFrom(event.version, record) !== undefined,
    hasLapsed: spec.lapse !== undefined && answered.dueAt !== null && answered.dueAt <= now,
  });
  return { duty: answered.key, refusal };
}

/** The turn that went on from that one: what it opened was answered or has lapsed since, or a right that it offers was exercised. */
export function goneOnFrom(
  version: number,
  { events, duties }: Pick<Known, 'events' | 'duties'>,
): EventRow | undefined {
  const opened = new Set(duties.flatMap(({ key, openedVersion }) => (openedVersion === version ? [key] : [])));
  return events.find(
    ({ kind, duty, retracted }) =>
      (kind === 'answer' || kind === 'lapse') && retracted === null && duty !== null && opened.has(duty),
  );
}

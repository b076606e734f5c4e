import { assertNever } from '@lianban/domain/assert-never';
import { channels, dispatches, notices } from '@lianban/domain/liaison';
import { clockKey } from '@lianban/domain/limit-key';
import { text, type Text } from '@lianban/domain/text';
import type { SimulatedTurn } from '@lianban/workflows/drivers/simulator';
import type { Entry } from '@lianban/workflows/kernel/entry';
import { letterKinds } from '@lianban/domain/letter';
import { currentEditionOf } from '@lianban/workflows/procedures/registry';
import type { CatalogueReader } from '../presentation/catalogue.ts';
import { turnWords } from '../presentation/last-act.ts';
import { limitWords } from '../presentation/words.ts';
import { settledIn } from './case-file.ts';
import { breachWords, licenceWords } from './entry-words.ts';
import type { JournalEvent } from './journal-line.ts';

/** What a line of the journal is about: a duty or a clock by its key, or the case. */
export interface Note {
  readonly event: JournalEvent;
  readonly key?: string;
  /** Where the line is of a step and not of one of its duties. */
  readonly step?: string;
  readonly outcome?: { readonly code: string; readonly title: Text };
  /** The line tells of a last day that is new. */
  readonly gives?: true;
}

/** What the input of a turn did; `actTitle` names a button of the step of a duty. */
export function noteOfInput(
  { row: { input }, entries }: SimulatedTurn,
  actTitle: (duty: string, outcome: string) => Text,
): Note {
  switch (input.kind) {
    case 'open':
      return { event: 'applied', outcome: { code: input.opening.item.code, title: turnWords.opened } };
    case 'answer':
    case 'childEnded':
    case 'parentTold': {
      const { duty: key, outcome: code } = input;
      const event = input.kind === 'answer' ? 'answered' : input.kind;
      return { event, key, outcome: { code, title: actTitle(key, code) } };
    }
    case 'lapse':
      return { event: 'lapsed', key: input.duty, outcome: { code: 'lapsed', title: actTitle(input.duty, 'lapsed') } };
    case 'retract':
      return { event: 'takenBack', key: input.duty, outcome: { code: 'retracted', title: turnWords.retracted } };
    case 'letterAnswered': {
      const key = settledIn(entries) ?? '';
      return { event: 'letterAnswered', key, outcome: { code: input.outcome, title: actTitle(key, input.outcome) } };
    }
    case 'parentEnded':
      return { event: 'parentEnded', outcome: { code: 'parentEnded', title: turnWords.parentEnded } };
    case 'redate':
      return { event: 'moved', outcome: { code: input.revision, title: turnWords.redated } };
    default:
      return assertNever(input);
  }
}

/** What an entry tells; none for what is told with the act itself. */
export function noteOfEntry(entry: Entry, catalogue: CatalogueReader): readonly Note[] {
  switch (entry.type) {
    case 'settled':
    case 'document':
    case 'retracted':
    case 'parentEnded':
      return [];
    case 'opened':
      return [{ event: entry.kind === 'duty' ? 'opened' : 'offered', key: entry.key, gives: true }];
    case 'reopened':
      return [{ event: 'reopened', key: entry.key, gives: true }];
    case 'cancelled':
    case 'childReleased':
      return [{ event: entry.type, key: entry.key }];
    case 'childTold':
      return [{ event: entry.type, key: entry.key, outcome: { code: entry.outcome, title: turnWords.told } }];
    case 'childOpened':
      return [{ event: 'childOpened', key: entry.key, outcome: childOf(entry) }];
    case 'letter':
      return [letterOf(entry)];
    case 'blocked':
      return [blocking(entry)];
    case 'extended':
    case 'clockStarted':
    case 'clockPaused':
    case 'clockResumed':
    case 'clockStopped':
      return [timing(entry)];
    case 'told':
    case 'sent':
    case 'divided':
    case 'merged':
    case 'licence':
    case 'breach':
    case 'amended':
    case 'transferred':
    case 'closed':
      return [{ event: entry.type, outcome: effect(entry, catalogue) }];
    default:
      return assertNever(entry);
  }
}

type EntryOf<T extends Entry['type']> = Extract<Entry, { type: T }>;

const childOf = ({ procedure }: EntryOf<'childOpened'>): NonNullable<Note['outcome']> => ({
  code: procedure,
  title: currentEditionOf(procedure)?.title ?? text(procedure, procedure),
});

const letterOf = ({ kind, sequence, ...said }: EntryOf<'letter'>): Note => ({
  event: 'letter',
  ...('key' in said ? { key: said.key } : {}),
  outcome: {
    code: kind,
    title: text(`${letterKinds[kind].zh}（第${sequence}号）`, `${letterKinds[kind].en}, no. ${sequence}`),
  },
});

const blocking = ({ key, reason }: EntryOf<'blocked'>): Note =>
  reason === null
    ? { event: 'unblocked', key }
    : { event: 'blocked', key, outcome: { code: 'blocked', title: reason } };

type Timing = EntryOf<'extended' | 'clockStarted' | 'clockPaused' | 'clockResumed' | 'clockStopped'>;

function timing(entry: Timing): Note {
  switch (entry.type) {
    case 'extended': {
      const outcome = { code: entry.rule, title: limitWords(entry.limit) };
      return { event: 'extended', key: entry.key, outcome, gives: true };
    }
    case 'clockPaused': {
      const outcome = { code: entry.kind, title: entry.title };
      return { event: 'clockPaused', key: clockKey(entry.clock), outcome, gives: true };
    }
    case 'clockStopped':
      return { event: 'clockStopped', key: clockKey(entry.clock) };
    case 'clockStarted':
    case 'clockResumed':
      return { event: entry.type, key: clockKey(entry.clock), gives: true };
    default:
      return assertNever(entry);
  }
}

type Effect = EntryOf<
  'told' | 'sent' | 'divided' | 'merged' | 'licence' | 'breach' | 'amended' | 'transferred' | 'closed'
>;

function sentTo({ channel, dispatch }: EntryOf<'sent'>): NonNullable<Note['outcome']> {
  const [to, what] = [channels[channel], dispatches[dispatch]];
  return { code: `${channel} ${dispatch}`, title: text(`${to.zh}：${what.zh}`, `${to.en}: ${what.en}`) };
}

function effect(entry: Effect, catalogue: CatalogueReader): NonNullable<Note['outcome']> {
  switch (entry.type) {
    case 'told':
      return { code: entry.notice, title: notices[entry.notice] };
    case 'sent':
      return sentTo(entry);
    case 'divided':
      return {
        code: entry.procedure,
        title: text('列为保密案件，其余另案办理', 'Secret from now on; the rest is a case of its own'),
      };
    case 'merged':
      return { code: 'merged', title: text(`并入${entry.into}`, `Merged into ${entry.into}`) };
    case 'licence':
      return { code: entry.act, title: licenceWords[entry.act] };
    case 'breach':
      return { code: entry.ground, title: breachWords[entry.ground] };
    case 'amended':
      return { code: entry.id, title: text(entry.id, entry.id) };
    case 'transferred':
      return { code: entry.procedure, title: turnWords.continued };
    case 'closed':
      return { code: entry.outcome, title: catalogue.endingTitle(entry.outcome) };
    default:
      return assertNever(entry);
  }
}

/** Days that moved without an entry of their own, as those of duties that share a clock. */
export function movedIn({ entries, limits }: SimulatedTurn): readonly Note[] {
  const told = new Set(
    entries.flatMap((entry) => [
      ...('key' in entry ? [entry.key] : []),
      ...('clock' in entry && entry.type !== 'opened' ? [clockKey(entry.clock)] : []),
    ]),
  );
  return limits.flatMap(({ ask }) => (told.has(ask.key) ? [] : [{ event: 'moved', key: ask.key, gives: true }]));
}

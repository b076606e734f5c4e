import type { Due } from '@lianban/domain/ask';
import { civilDateOf } from '@lianban/domain/civil-date';
import { documents, type DocumentType } from '@lianban/domain/document';
import { clockNamed } from '@lianban/domain/limit-key';
import type { Terms } from '@lianban/domain/rule';
import type { Text } from '@lianban/domain/text';
import type { ClockRow, Lengthening } from '@lianban/db/queries/case-page';
import type { SimulatedTurn } from '@lianban/workflows/drivers/simulator';
import type { Entry, Input } from '@lianban/workflows/kernel/entry';
import type { AsOf } from '../presentation/as-of.ts';
import { beginningOn } from '../presentation/beginning.ts';
import type { CatalogueReader } from '../presentation/catalogue.ts';
import { turnWords } from '../presentation/last-act.ts';
import type { CaseFacts, DatedDuty } from '../presentation/why.ts';

type Opened = Extract<Entry, { type: 'opened' }>;

/** A duty or right that is or was open. */
export interface RehearsedDuty extends DatedDuty, Pick<Opened, 'step' | 'kind' | 'owner'> {}

/** A clock with its spans by the names that the ledger gives them. */
interface RehearsedClock extends ClockRow {
  readonly spans: readonly (ClockRow['spans'][number] & { readonly span: string })[];
}

/** What was done in a turn. */
interface Done {
  readonly act: Text;
  readonly input: Input;
  readonly byApplicant: boolean;
  readonly papers: readonly DocumentType[];
}

const undated = { dueOn: null, dueAt: null, provisional: false, why: null } as const;

const dated = ({ on, at, provisional, why }: Due) => ({ dueOn: on, dueAt: at, provisional, why });

/** The duty or right that a turn answered. */
export const settledIn = (entries: readonly Entry[]): string | undefined =>
  entries.find((entry) => entry.type === 'settled')?.key;

/** The file of a case that only a rehearsal knows: what the record would hold of it, turn by turn. */
export class CaseFile {
  readonly duties = new Map<string, RehearsedDuty>();
  readonly #catalogue: CatalogueReader;
  readonly #terms: Terms;
  #clocks: readonly RehearsedClock[] = [];
  readonly #lengthenings: Lengthening[] = [];
  readonly #done = new Map<number, Done>();

  constructor(catalogue: CatalogueReader, terms: Terms) {
    this.#catalogue = catalogue;
    this.#terms = terms;
  }

  /** Every clock that was started, in order. */
  get clocks(): readonly ClockRow[] {
    return this.#clocks;
  }

  /** The latest clock of that name. */
  clockNamed(name: string): ClockRow | undefined {
    return this.#clocks.findLast((clock) => clock.name === name);
  }

  /** Enters a turn: what it opened and moved, and the days it gave. */
  enter(turn: SimulatedTurn): void {
    const { version, input } = turn.row;
    const papers = turn.entries.flatMap((entry) => (entry.type === 'document' ? [entry.document] : []));
    this.#done.set(version, { ...this.#actOf(turn), input, papers });
    for (const entry of turn.entries) this.#note(entry, turn);
    for (const { ask, due } of turn.limits) this.#date(ask.key, due);
  }

  /** What explanations are told from. */
  facts(asOf: AsOf): CaseFacts {
    return {
      ...{ terms: this.#terms, clocks: this.#clocks, lengthenings: this.#lengthenings, asOf },
      papersOf: (version) =>
        (this.#done.get(version)?.papers ?? []).map((type) => ({
          ...{ id: null, number: null },
          title: documents[type].title,
        })),
      actOf: (version, on) => {
        const done = this.#done.get(version);
        if (done === undefined) return null;
        const { act, input, byApplicant } = done;
        const receivedOn =
          input.kind === 'open' ? input.opening.receivedOn : input.kind === 'answer' ? input.receivedOn : null;
        return beginningOn(on, { act, on: civilDateOf(input.at), receivedOn, byApplicant });
      },
    };
  }

  /** What the input of the turn does, in words. */
  #actOf({ row: { input }, entries }: SimulatedTurn): Pick<Done, 'act' | 'byApplicant'> {
    if (input.kind === 'open')
      return { act: turnWords.opened, byApplicant: input.by !== null && input.opening.convertedFrom === null };
    if (input.kind === 'redate') return { act: turnWords.redated, byApplicant: false };
    if (input.kind === 'retract') return { act: turnWords.retracted, byApplicant: false };
    if (input.kind === 'parentEnded') return { act: turnWords.parentEnded, byApplicant: false };
    const key = input.kind === 'letterAnswered' ? (settledIn(entries) ?? '') : input.duty;
    const step = this.duties.get(key)?.step ?? key;
    const outcome = input.kind === 'lapse' ? 'lapsed' : input.outcome;
    return { act: this.#catalogue.actTitle(step, outcome), byApplicant: this.#catalogue.spec(step).owner === 'APP' };
  }

  #note(entry: Entry, turn: SimulatedTurn): void {
    const { version } = turn.row;
    if (entry.type === 'opened') {
      const { key, step, kind, owner, rule, clock, lapses } = entry;
      const opened = { key, step, kind, owner, rule, clock, lapses, openedVersion: version };
      this.duties.set(key, { ...opened, ...undated, clockStopped: false });
    }
    if (entry.type === 'extended') this.#lengthenings.push({ key: entry.key, rule: entry.rule, version });
    if (entry.type === 'clockStarted') {
      const { clock: name, rule, limit, startOn } = entry;
      const started = { name, rule, limit, startOn, startedVersion: version, stoppedOn: null, spans: [] };
      this.#clocks = [...this.#clocks, { ...started, ...undated }];
    }
    if (entry.type === 'clockPaused') {
      const { clock, span, kind, title, from } = entry;
      const limit = turn.limits.find(({ ask }) => clockNamed(ask.key) === clock);
      const reason = limit?.due.why.spans.findLast((one) => one.from === from)?.reason ?? span;
      const opened = { span, from, to: null, kind, reason, title, openedVersion: version, closedVersion: null };
      this.#change(clock, ({ spans }) => ({ spans: [...spans, opened] }));
    }
    if (entry.type === 'clockResumed') {
      const closed = { to: entry.to, closedVersion: version };
      this.#change(entry.clock, ({ spans }) => ({
        spans: spans.map((span) => (span.span === entry.span ? { ...span, ...closed } : span)),
      }));
    }
    if (entry.type === 'clockStopped') this.#change(entry.clock, () => ({ stoppedOn: entry.on }));
  }

  #date(key: string, due: Due): void {
    const name = clockNamed(key);
    if (name !== null) this.#change(name, () => dated(due));
    const duty = this.duties.get(key);
    if (duty !== undefined) this.duties.set(key, { ...duty, ...dated(due), clockStopped: due.at === null });
  }

  /** The latest clock of that name goes on changed. */
  #change(name: string, changes: (clock: RehearsedClock) => Partial<RehearsedClock>): void {
    const at = this.#clocks.findLastIndex((clock) => clock.name === name);
    this.#clocks = this.#clocks.map((clock, place) => (place === at ? { ...clock, ...changes(clock) } : clock));
  }
}

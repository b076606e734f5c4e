import type { RuleKey } from '@lianban/domain/rule';
import type { Simulator, SimulatedTurn } from '@lianban/workflows/drivers/simulator';
import type { Entry } from '@lianban/workflows/kernel/entry';
import type { Transition } from '@lianban/workflows/procedures/drawn-procedure';

/** Where a case stands before its application and after its ending; everything else is the name of a step. */
export const START = 'start';
export const endOf = (ending: string): string => `end:${ending}`;

type Opened = Extract<Entry, { type: 'opened' }>;
type Cause = Pick<Transition, 'from' | 'by'> & { readonly strand: string };

const strandOf = (key: string): string => key.slice(0, Math.max(0, key.lastIndexOf('/')));
const nameOf = ({ from, by }: Pick<Transition, 'from' | 'by'>): string => `${from} ${by}`;
const isWithin = (strand: string, outer: string): boolean =>
  strand !== outer && (outer === '' || strand.startsWith(`${outer}/`));

/** What was seen in played lives. Nothing is concluded from the code of a procedure. */
export class Observed {
  /** Steps that stood open as rights. */
  readonly rights = new Set<string>();
  /** Rules by which the last day of a step was computed; null where it had none. */
  readonly rules = new Map<string, Set<RuleKey | null>>();
  /** Rule of each statutory clock. */
  readonly clocks = new Map<string, RuleKey>();
  /** Buttons and lapses after which the case waited for another line, as `<step> <button>`. */
  readonly waits = new Set<string>();
  /** Every button and lapse that was used, as `<step> <button>`. */
  readonly used = new Set<string>();
  readonly #seen = new Map<string, Transition>();
  readonly #companions = new Map<string, Set<string>>();

  watch(life: Simulator): void {
    const steps = new Map<string, string>();
    for (const turn of life.turns) this.#watchTurn(turn, steps);
  }

  /** Every transition, those into an ending as joined when the same button also was seen to wait. */
  transitions(): readonly Transition[] {
    return [...this.#seen.values()].map((seen) => ({ ...seen, joined: seen.joined || this.#endsLate(seen) }));
  }

  /** The steps beside which a right always opened, in the same line of the flow. */
  companionsOf(right: string): readonly string[] {
    return [...(this.#companions.get(right) ?? [])];
  }

  #endsLate({ from, by, to }: Transition): boolean {
    return to.startsWith('end:') && this.waits.has(nameOf({ from, by }));
  }

  #watchTurn({ row: { input }, entries }: SimulatedTurn, steps: Map<string, string>): void {
    const opened = entries.filter((entry) => entry.type === 'opened');
    for (const entry of entries) this.#note(entry);
    for (const { key, step } of opened) steps.set(key, step);
    for (const right of opened.filter(({ kind }) => kind === 'right')) this.#accompany(right, opened);
    if (input.kind === 'redate' || input.kind === 'retract' || input.kind === 'parentEnded') return;
    const settled = entries.find((entry) => entry.type === 'settled')?.key ?? '';
    const cause: Cause =
      input.kind === 'open'
        ? { from: START, by: 'open', strand: '' }
        : {
            from: steps.get(settled) ?? settled,
            by: input.kind === 'lapse' ? 'lapsed' : input.outcome,
            strand: strandOf(settled),
          };
    this.used.add(nameOf(cause));
    const next = opened.filter(({ kind }) => kind === 'duty');
    const closed = entries.flatMap((entry) => (entry.type === 'closed' ? [entry.outcome] : []));
    for (const { key, step } of next) this.#add(cause, step, isWithin(cause.strand, strandOf(key)));
    for (const ending of closed) this.#add(cause, endOf(ending), false);
    if (next.length === 0 && closed.length === 0) this.waits.add(nameOf(cause));
  }

  #add({ from, by }: Cause, to: string, joined: boolean): void {
    this.#seen.set(`${from} ${by} ${to} ${joined}`, { from, by, to, joined });
  }

  #note(entry: Entry): void {
    if (entry.type === 'clockStarted') this.clocks.set(entry.clock, entry.rule);
    if (entry.type !== 'opened') return;
    if (entry.kind === 'right') this.rights.add(entry.step);
    // A day that the case gives is neither a rule nor the want of one.
    else if (entry.clock === null && (entry.rule !== null || entry.limit === null))
      this.rules.set(entry.step, (this.rules.get(entry.step) ?? new Set()).add(entry.rule));
  }

  #accompany(right: Opened, opened: readonly Opened[]): void {
    const beside = opened.filter(({ key, kind }) => kind === 'duty' && strandOf(key) === strandOf(right.key));
    const now = new Set(beside.map(({ step }) => step));
    const before = this.#companions.get(right.step);
    this.#companions.set(right.step, before === undefined ? now : new Set([...before].filter((step) => now.has(step))));
  }
}

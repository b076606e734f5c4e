import type { CivilDate } from '@lianban/domain/civil-date';
import { documents } from '@lianban/domain/document';
import { LianbanError } from '@lianban/domain/error';
import { citationText } from '@lianban/domain/law';
import type { Province } from '@lianban/domain/province';
import { roles } from '@lianban/domain/role';
import type { Rule, RuleKey } from '@lianban/domain/rule';
import { termsFor } from '@lianban/domain/rules';
import { text, type Text } from '@lianban/domain/text';
import { unitKindOf, unitKinds } from '@lianban/domain/unit-kind';
import { drawnOf } from '@lianban/workflows/procedures/drawn';
import type { DrawnProcedure, Transition } from '@lianban/workflows/procedures/drawn-procedure';
import { currentEditionOf, procedureOf } from '@lianban/workflows/procedures/registry';
import { barredBy } from '@lianban/workflows/procedures/separation';
import type { AnyProcedure } from '@lianban/workflows/vocabulary/procedure';
import type { z } from 'zod';
import type { procedurePage as schema, procedureRow as rowSchema } from '../views/procedure.ts';
import { readerOf, type CatalogueReader } from './catalogue.ts';
import { clockTitle } from './clock-titles.ts';
import { turnWords } from './last-act.ts';

/** A procedure as its page tells of it. */
export type ProcedurePageView = z.infer<typeof schema>;
type StepView = ProcedurePageView['chapters'][number]['steps'][number];
type LimitView = StepView['limit'];

/** Where and when limits are looked up. */
export interface InForce {
  readonly rules: readonly Rule[];
  readonly province: Province;
  readonly on: CivilDate;
}

/** A procedure as it is listed. */
export const procedureRow = ({ id, edition, title, basis, steps }: AnyProcedure): z.infer<typeof rowSchema> => ({
  ...{ procedure: id, edition, title },
  basis: basis.map((citation) => citationText(citation)),
  steps: Object.keys(steps).length,
  current: currentEditionOf(id)?.edition === edition,
});

/** Everything that is told of an edition, with the limits in force. @throws LianbanError NO_SUCH_PROCEDURE */
export function procedurePageView(id: string, edition: string, inForce: InForce): ProcedurePageView {
  const procedure = procedureOf(id, edition);
  const drawn = drawnOf(id, edition);
  if (procedure === undefined || drawn === undefined)
    throw new LianbanError('NO_SUCH_PROCEDURE', { procedure: id, edition });
  const page = new Page(drawn, readerOf(id, edition), inForce);
  return {
    ...procedureRow(procedure),
    series: procedure.series,
    chapters: drawn.chapters.map(({ title, steps, zh, en }) => ({
      ...{ title, zh, en },
      steps: steps.map((step) => page.step(step)),
    })),
    endings: Object.entries(procedure.endings).map(([code, title]) => ({ code, title, by: page.waysTo(code) })),
  };
}

/** The rows of a page. */
class Page {
  readonly #drawn: DrawnProcedure;
  readonly #catalogue: CatalogueReader;
  readonly #inForce: InForce;

  constructor(drawn: DrawnProcedure, catalogue: CatalogueReader, inForce: InForce) {
    this.#drawn = drawn;
    this.#catalogue = catalogue;
    this.#inForce = inForce;
  }

  step(step: string): StepView {
    const spec = this.#catalogue.spec(step);
    const { title, owner, policy, lapse, basis, outcomes } = spec;
    const buttons = Object.entries(outcomes).map(([code, button]) => ({ code, lapsed: false, ...button }));
    const silence = lapse === undefined ? [] : [{ code: 'lapsed', lapsed: true, ...lapse, title: lapse.means }];
    return {
      ...{ step, title, policy },
      kind: this.#drawn.rights.includes(step) ? 'right' : 'duty',
      owner: { role: owner, title: roles[owner], unit: unitKinds[unitKindOf[owner]] },
      limit: this.#limitOf(step),
      consequence: lapse?.means ?? null,
      notBy: barredBy(spec).map((other) => this.#catalogue.stepTitle(other)),
      basis: basis.map((citation) => citationText(citation)),
      buttons: [...buttons, ...silence].map(({ code, lapsed, title: named, documents: made = [] }) => ({
        ...{ code, lapsed, title: named },
        documents: made.map((type) => documents[type].title),
        follows: this.#followers(step, code),
      })),
    };
  }

  /** Buttons and silences that end a case so, with their steps. */
  waysTo(ending: string): Text[] {
    const ways = this.#drawn.transitions.filter(({ to }) => to === `end:${ending}`);
    return ways.map(({ from, by }) => {
      if (from === 'start') return turnWords.opened;
      const [step, act] = [this.#catalogue.stepTitle(from), this.#catalogue.actTitle(from, by)];
      return text(`${step.zh}：${act.zh}`, `${step.en}: ${act.en}`);
    });
  }

  #followers(step: string, button: string): StepView['buttons'][number]['follows'] {
    return this.#drawn.transitions
      .filter(({ from, by }) => from === step && by === button)
      .map(({ to, joined }: Transition) =>
        to.startsWith('end:')
          ? { title: this.#catalogue.endingTitle(to.slice('end:'.length)), step: null, joined }
          : { title: this.#catalogue.stepTitle(to), step: to, joined },
      );
  }

  #limitOf(step: string): LimitView {
    const { limit } = this.#catalogue.spec(step);
    const bare = { clock: null, rows: [], optional: false };
    if (limit === null || this.#drawn.rights.includes(step)) return { by: 'none', ...bare };
    if (limit === 'given') return { by: 'given', ...bare };
    if (typeof limit === 'string')
      return { ...bare, by: 'rule', rows: this.#rowsOf(limit), optional: this.#drawn.unlimited.includes(step) };
    const rule = this.#drawn.clocks[limit.clock];
    return { ...bare, by: 'clock', clock: clockTitle(limit.clock), rows: rule === undefined ? [] : this.#rowsOf(rule) };
  }

  /** The limit for all, and those of items for which it is another, by the rules in force. */
  #rowsOf(key: RuleKey): LimitView['rows'] {
    const { rules, province, on } = this.#inForce;
    const items = new Set(rules.filter((rule) => rule.key === key).map(({ item }) => item));
    const rows = [null, ...[...items].filter((item) => item !== null).sort()].flatMap((item) => {
      const term = termsFor({ keys: [key], province, item: item ?? '', on, rules })[key];
      return term === undefined ? [] : [{ item, ...term }];
    });
    const [general] = rows;
    return rows.filter((row) => row === general || !isSame(row, general));
  }
}

const isSame = (one: LimitView['rows'][number], other: LimitView['rows'][number] | undefined): boolean =>
  JSON.stringify([one.limit, one.mark]) === JSON.stringify([other?.limit, other?.mark]);

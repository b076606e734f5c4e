import { addDays, civilDate } from '@lianban/domain/civil-date';
import { firstDayAfter } from '@lianban/domain/early-days';
import type { Column, Field, FlowValues } from '@lianban/domain/field';
import type { LiaisonRequest, MeetingYear } from '@lianban/domain/liaison';
import { Simulator } from '../drivers/simulator.ts';
import { RefusedInput } from '../kernel/runner.ts';
import type { AnyProcedure } from '../vocabulary/procedure.ts';
import type { AskingLetter, Contested, Conversion, Opening } from '../vocabulary/opening.ts';
import type { Actor, StepSpec } from '../vocabulary/step.ts';
import { morningOf, openingOf, publishedCalendar } from './scenario.ts';

/** A source of numbers in [0, 1) that is the same for the same seed. */
export function seeded(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/** How eagerly an outcome is chosen; unweighted lives hardly ever reach a revocation. */
export const WEIGHTS: Readonly<Record<string, number>> = {
  doubt: 0.2,
  decline: 0.3,
  abandon: 0.2,
  refuse: 0.25,
  notRequired: 0.15,
  withdraw: 0.1,
  ask: 0.1,
  conforms: 0.6,
  lostLater: 0.3,
  keep: 0.5,
  revoke: 2,
  proposeRevocation: 3,
  approve: 2,
  failed: 1.5,
  falseCommitment: 1.5,
  sendBack: 0.5,
  returnReport: 0.3,
  reassign: 0.3,
  refuseApproval: 0.2,
  investigateAgain: 0.4,
  verifyAgain: 0.4,
};

const pick = <T>(choices: readonly (readonly [T, number])[], random: () => number): T | undefined => {
  let left = random() * choices.reduce((sum, [, weight]) => sum + weight, 0);
  return choices.find(([, weight]) => (left -= weight) < 0)?.[0];
};

const FULL_ITEMS = ['otc-retail', 'device-production-licence', 'drug-production-licence', 'device-production-renewal'];

const OFF_SITE = [
  'off-site-workshop',
  'off-site-variety',
  'off-site-launch',
  'joint-inspection',
  'site-consent',
  'joint-contribution',
  'joint-supervision',
  'site-supervision',
];

/** What the case that opened it has handed over, of procedures that read it. */
function matterFor({ id }: AnyProcedure, random: () => number): FlowValues | null {
  if (id === 'joint-inspection') return { admitted: random() < 0.5 };
  if (id === 'off-site-variety')
    return { standing: random() < 0.7 ? 'awaiting' : 'inspecting', acceptedOn: '2026-01-05' };
  if (id === 'off-site-launch')
    return { changeClass: ['approval', 'filing', 'report'][Math.floor(random() * 3)] ?? '', decidedOn: '2026-01-05' };
  return null;
}

const ASKED = [
  'inspectors',
  'replacement',
  'grade',
  'signature',
  'assessment',
  'plan',
  'conditions',
  'entrusted',
  'consultation',
  'consensus',
  'meeting',
  'breach',
  'breachResult',
];

/** What a letter of the other bureau asks, of procedures that one opens and that read it. */
function letterFor({ id }: AnyProcedure, random: () => number): AskingLetter | null {
  if (id !== 'joint-contribution') return null;
  const matter = { asks: ASKED[Math.floor(random() * ASKED.length)] ?? 'plan' };
  const names = { from: 'SC' as const, number: '川函1号', caseNumber: '川异地1号', caseId: 'theirs', sequence: 1 };
  return { ...names, sm3: '0'.repeat(64), matter, answerBy: null };
}

/** An item that the procedure is for, by a number in [0, 1). */
function itemFor({ id, edition }: AnyProcedure, number: number): string {
  if (OFF_SITE.includes(id))
    return id === 'off-site-workshop' && number < 0.05 ? 'device-off-site-workshop' : 'drug-off-site-workshop';
  if (id === 'prior-consultation') return 'drug-off-site-consultation';
  if (id === 'registration-verification') return 'drug-registration-verification';
  if (id === 'parallel-registration-licensing')
    return number < 0.75 ? 'device-parallel-issue' : 'device-parallel-national';
  if (id === 'liaison-request' || id === 'quarterly-ledger' || id === 'district-meetings') return id;
  if (id === 'informed-commitment' || edition === '2019-04')
    return number < 0.3 ? 'cosmetics-production-renewal' : 'otc-retail';
  return FULL_ITEMS[Math.floor(number * FULL_ITEMS.length)] ?? 'otc-retail';
}

/**
 * Tables, choices, materials and the days that a flow cannot do without, filled in at random as the product takes them today;
 * everything else it does without.
 */
export function randomFlow(form: readonly Field[], life: Simulator, random: () => number): FlowValues {
  const { curable = [], terms } = life.opened.opening;
  const { today, calendar } = life;
  const filled = form.flatMap((field): readonly (readonly [string, FlowValues[string]])[] => {
    const { name, kind, flow, required, after } = field;
    if (flow !== true) return [];
    if (kind.type === 'materials')
      return [[name, curable.map(({ key }) => key).filter((_, at) => at === 0 || random() < 0.5)]];
    if (kind.type === 'date' && required) {
      const first = after === undefined ? today : firstDayAfter(after, { today, calendar, terms });
      return [[name, addDays(first, Math.floor(random() * 15))]];
    }
    if (kind.type === 'line' || kind.type === 'prose') return required ? [[name, name]] : [];
    if (kind.type === 'choice') return [[name, optionOf(kind.options, random)]];
    if (kind.type === 'unit') return [[name, unitBy(random)]];
    if (kind.type === 'caseNumber') return [[name, '渝诉〔2026〕0001']];
    if (kind.type !== 'rows' || (!required && !namesUnits(kind) && random() < 0.4)) return [];
    const row = Object.fromEntries(
      kind.columns.map((column) => [
        column.name,
        column.kind.type === 'choice'
          ? optionOf(column.kind.options, random)
          : column.kind.type === 'unit'
            ? unitBy(random)
            : column.kind.type === 'date'
              ? '2026-12-01'
              : '1',
      ]),
    );
    const least = kind.minItems ?? 1;
    return [[name, Array.from({ length: least + Math.floor(random() * 2) }, () => ({ ...row }))]];
  });
  return Object.fromEntries(filled);
}

const optionOf = (options: readonly { readonly value: string }[], random: () => number): string =>
  options[Math.floor(random() * options.length)]?.value ?? '';

const UNITS = ['cq-permits', 'cq-legal', 'cq-inspectorate-2', 'cq-review-centre'];
const unitBy = (random: () => number): string => UNITS[Math.floor(random() * UNITS.length)] ?? 'cq-permits';

/** What a liaison request was registered with. */
function randomRequest(random: () => number): LiaisonRequest {
  const isOfSichuan = random() < 0.1;
  const kind = random();
  return {
    ...{ source: 'district', district: isOfSichuan ? '510500' : '500113', districtProvince: isOfSichuan ? 'SC' : 'CQ' },
    category: kind < 0.3 ? 'consult' : kind < 0.8 ? 'help' : 'suggestion',
    sensitive: random() < 0.2,
    receivedBy: unitBy(random),
    regionalUnit: 'cq-review-centre',
    regionalUnits: ['cq-inspectorate-2', 'cq-review-centre'],
  };
}

/** A table of units is what the button is about, and is not left empty. */
const namesUnits = ({ columns }: { readonly columns: readonly Column[] }): boolean =>
  columns.some(({ kind }) => kind.type === 'unit');
/** A decided case that a remedy is sought against. */
function contestedAtRandom(random: () => number): Contested {
  const day = civilDate('2025-12-15');
  return {
    ...{ caseId: 'contested', procedure: 'ordinary-permit', ending: random() < 0.7 ? 'refused' : 'notAccepted' },
    ...{ kind: random() < 0.6 ? 'reconsideration' : 'lawsuit', repeatable: random() < 0.8 },
    ...{ knownOn: day, soughtOn: day, lastOn: day },
  };
}

const PLACES = ['intake', 'examination', 'decision', 'service'] as const;

/** A ruling by which a matter is taken up again. */
function ruledAtRandom(random: () => number): Conversion {
  const from = PLACES[Math.floor(random() * PLACES.length)] ?? 'decision';
  const on = civilDate('2026-01-05');
  const until = random() < 0.3 ? civilDate('2026-02-27') : null;
  const acceptedOn = from === 'intake' ? null : on;
  return { caseId: 'remedy', acceptedOn, falsitySuspected: false, ruling: { from, on, until, barred: '前一理由' } };
}

/** The year 2026 with a few districts. */
function meetingsAtRandom(random: () => number): MeetingYear {
  const names = ['万州区', '巴南区', '巫溪县'].slice(0, 1 + Math.floor(random() * 3));
  const districts = names.map((zh, nth) => ({ code: `50010${nth}`, name: { zh, en: zh }, unit: unitBy(random) }));
  return { year: 2026, districts };
}

/** Who does an act of a role, by numbers in [0, 1). */
export type Casting = (role: StepSpec['owner'], random: () => number) => Actor;

/** What differs from a life in which every step has a person of its own. */
export interface Variation {
  readonly steps?: number;
  readonly casting?: Casting;
  /** What the case is opened with besides. */
  readonly opening?: Partial<Opening>;
  /** How much more eagerly than usual an outcome of a step is chosen, as `step.outcome`. */
  readonly eager?: Readonly<Record<string, number>>;
}

/**
 * One life of a case in which everybody does something allowed, at some time, or lets it lapse. Ends closed or after `steps`
 * acts. With a casting, people try what may be refused to them too.
 */
export async function randomLife(
  procedure: AnyProcedure,
  seed: number,
  { steps = 120, casting, opening: besides = {}, eager = {} }: Variation = {},
): Promise<Simulator> {
  const random = seeded(seed);
  const item = itemFor(procedure, random());
  const matter = matterFor(procedure, random);
  const letter = letterFor(procedure, random);
  const opening: Partial<Opening> = {
    ...(letter === null ? {} : { letter }),
    ...(matter === null ? {} : { childOf: { caseId: 'parent', duty: 'duty', matter } }),
    gate: random() < 0.8 ? 'clear' : random() < 0.8 ? 'unclear' : 'barred',
    commitment:
      random() < 0.85
        ? {
            noticeVersion: 'random',
            conditionsMetOn: random() < 0.3 ? addDays('2026-03-02' as never, Math.floor(random() * 90)) : null,
          }
        : null,
    ...(item.endsWith('-renewal') && procedure.steps['decideBeforeExpiry'] !== undefined
      ? { licenceEndsOn: civilDate('2026-03-20') }
      : {}),
    ...(procedure.id === 'liaison-request' ? { request: randomRequest(random) } : {}),
    ...besides,
    ...(procedure.id === 'remedy' ? { contests: contestedAtRandom(random) } : {}),
    ...(procedure.steps['redraft'] !== undefined && random() < 0.2 ? { convertedFrom: ruledAtRandom(random) } : {}),
    ...(procedure.id === 'quarterly-ledger'
      ? { quarter: { year: 2026, quarter: 1, units: ['cq-review-centre', 'cq-inspectorate-2'] } }
      : {}),
    ...(procedure.id === 'district-meetings' ? { meetings: meetingsAtRandom(random) } : {}),
  };
  const life = new Simulator(procedure, publishedCalendar, morningOf('2026-01-05'));
  await life.open(openingOf(procedure, { item, receivedOn: '2026-01-05', opening }));
  for (let i = 0; i < steps && life.closed === null; i += 1) {
    await life.goTo(addDays(life.today, Math.floor(random() * random() * 12)));
    const acts = life.duties().flatMap(({ key, step, kind, without, blocked }) =>
      Object.keys(procedure.steps[step]?.outcomes ?? {})
        .filter((outcome) => !without.includes(outcome) && !blocked && life.takes(key, step, outcome))
        .map(
          (outcome) =>
            [
              { key, step, outcome },
              (WEIGHTS[outcome] ?? 1) *
                (eager[`${step}.${outcome}`] ?? 1) *
                (kind === 'right' ? (procedure.steps[step]?.told === true ? 0.03 : 0.15) : 1),
            ] as const,
        ),
    );
    const act = pick(acts, random);
    if (act !== undefined && random() < 0.85) {
      const role = procedure.steps[act.step]?.owner ?? 'OFF';
      const by = casting === undefined ? {} : { by: casting(role, random) };
      const flow = randomFlow(procedure.steps[act.step]?.outcomes[act.outcome]?.form ?? [], life, random);
      await life.answerDuty(act.key, act.step, act.outcome, { ...by, flow }).catch(unlessRefused);
    } else await life.goTo(addDays(life.today, 15));
  }
  return life;
}

function unlessRefused(failure: unknown): void {
  if (!(failure instanceof RefusedInput) || failure.message !== 'SEPARATION') throw failure;
}

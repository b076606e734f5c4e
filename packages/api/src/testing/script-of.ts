import type { Contested, Conversion, Opening } from '@lianban/workflows/vocabulary/opening';
import type { Simulator } from '@lianban/workflows/drivers/simulator';
import type { Scenario, ScenarioAct } from '@lianban/workflows/testing/scenario';
import { inShanghai } from '../presentation/words.ts';

/** A script as it is written down. */
export interface WrittenScript {
  readonly open: Readonly<Record<string, unknown>>;
  readonly acts: readonly Readonly<Record<string, unknown>>[];
}

const openOf = ({
  gate,
  commitment,
  convertedFrom,
  childOf,
  letter,
  contests,
  licenceEndsOn,
  request,
  quarter,
  meetings,
}: Partial<Opening>): WrittenScript['open'] => ({
  ...(gate === undefined ? {} : { gate }),
  ...(commitment === undefined
    ? {}
    : { commitment: commitment === null ? null : { conditionsMetOn: commitment.conditionsMetOn } }),
  ...(convertedFrom === undefined || convertedFrom === null ? {} : { convertedFrom: takenOver(convertedFrom) }),
  ...(childOf === undefined ? {} : { openedBy: { matter: childOf.matter } }),
  ...(letter === undefined ? {} : { letter: { matter: letter.matter, answerBy: letter.answerBy } }),
  ...(contests === undefined ? {} : { contests: against(contests) }),
  ...(licenceEndsOn === undefined ? {} : { licenceEndsOn }),
  ...(request === undefined ? {} : { request }),
  ...(quarter === undefined ? {} : { quarter }),
  ...(meetings === undefined ? {} : { meetings }),
});

const takenOver = ({ caseId: _, ...rest }: Conversion) => rest;
const against = ({ caseId: _, ...rest }: Contested) => rest;

const SAID: readonly string[] = [
  ...['gate', 'commitment', 'convertedFrom', 'childOf', 'contests', 'letter', 'licenceEndsOn', 'request', 'quarter'],
  'meetings',
];

/** Openings that scripts do not speak of: cases from elsewhere, and limits that are not those of the rule table. */
export const isBeyondScripts = ({ opening = {} }: Scenario): boolean =>
  Object.keys(opening).some((name) => !SAID.includes(name));

function actOf({
  on,
  step,
  outcome,
  duty,
  flow,
  by,
  refused,
  takenBack,
  byLetter,
}: ScenarioAct): WrittenScript['acts'][number] {
  const who = by === undefined ? {} : { by: by.personId };
  const refusal = refused === undefined ? {} : { refused };
  if (takenBack) return { on, step, 'take back': outcome, ...who, ...refusal };
  const fields = flow === undefined ? {} : { fields: flow };
  if (byLetter !== undefined) return { on, step, 'letter answers': outcome, ...byLetter, ...fields, ...refusal };
  const which = duty === undefined ? {} : { duty };
  return { on, step, do: outcome, ...which, ...fields, ...who, ...refusal };
}

/** The script that says what a scenario says. */
export const scriptOfScenario = (scenario: Scenario): WrittenScript => ({
  open: {
    ...{ item: scenario.item, province: scenario.province ?? 'CQ', on: scenario.receivedOn },
    ...openOf(scenario.opening ?? {}),
  },
  acts: [...scenario.acts.map(actOf), ...(scenario.until === undefined ? [] : [{ 'wait until': scenario.until }])],
});

const minute = (at: Parameters<typeof inShanghai>[0]): string => inShanghai(at).slice(0, 16);

/** The script of what people did in a life; what lapsed lapses again. Ends on the day on which the life did. */
export function scriptOfLife(life: Simulator): WrittenScript {
  const { at, opening } = life.opened;
  let latest = at;
  /** Lives begin at ten o'clock and go on at nine, on the first day too; scripts do not go back. */
  const after = (moment: typeof at): string => minute((latest = moment > latest ? moment : latest));
  const steps = new Map(
    life.turns.flatMap(({ entries }) =>
      entries.flatMap((entry) => (entry.type === 'opened' ? [[entry.key, entry.step] as const] : [])),
    ),
  );
  return {
    open: { item: opening.item.code, province: opening.item.province, on: minute(at), ...openOf(opening) },
    acts: [
      ...life.turns.flatMap(({ row: { input } }) =>
        input.kind !== 'answer' && input.kind !== 'childEnded' && input.kind !== 'parentTold'
          ? []
          : [
              {
                ...{ on: after(input.at), step: steps.get(input.duty), do: input.outcome, duty: input.duty },
                ...(Object.keys(input.flow).length === 0 ? {} : { fields: input.flow }),
              },
            ],
      ),
      { 'wait until': after(life.now) },
    ],
  };
}

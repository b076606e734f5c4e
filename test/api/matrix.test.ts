import { LianbanError } from '@lianban/domain/error';
import { mayCall, type Action } from '@lianban/domain/permission';
import { roles, type Role } from '@lianban/domain/role';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { callers, type Caller, type Callers } from '../support/caller.ts';
import { routeDefinitions } from '../support/every-route.ts';
import { asks, type Ask } from './matrix/asks.ts';
import { nothingLike, openCases, type Target } from './matrix/cases.ts';
import { settle, type Asker } from './matrix/places.ts';
import { stateOfRecord, takeBack } from './matrix/record.ts';
import { isGiven, statesOf, table, toldBy, type State, type Told } from './matrix/table.ts';

const routes = Object.keys(routeDefinitions).sort();
const everyRole = Object.keys(roles) as Role[];

let api: Callers;
let askers: readonly Asker[];
let targets: Readonly<Record<State, Target>>;
let stateNow: () => Promise<string>;
beforeAll(async () => {
  api = await callers();
  askers = await settle(api.pool, everyRole);
  targets = await openCases(api);
  stateNow = await stateOfRecord(api.pool);
});
afterAll(() => api.close());

/** What somebody was told, and the words of a refusal. */
interface Heard {
  readonly told: Told;
  readonly detail: object;
}

const ask = (route: string): Ask => {
  const known = asks[route];
  if (known === undefined) throw new Error(`the matrix has no question for ${route}`);
  return known;
};

/** Asks, and sees to it that nothing is written that is not to be. */
async function hear(route: string, caller: Caller, target: Target): Promise<Heard> {
  const { call, shows, undo } = ask(route);
  const changes = routeDefinitions[route]?._def.type === 'mutation';
  const before = changes ? await stateNow() : '';
  const heard = await answerOf(call(caller, target), (answer) => {
    if (changes) return 'done';
    if (shows === undefined) return 'answered';
    return shows(answer as never, target) ? 'shown' : 'absent'; // of the very call that it belongs to
  });
  if (!changes) return heard;
  const written = (await stateNow()) !== before;
  if (!written) return heard.told === 'done' ? { ...heard, told: 'nothing' } : heard;
  if (heard.told !== 'done') throw new Error(`${route} was refused with ${heard.told} and wrote all the same`);
  await takeBack(api.pool, undo?.(target) ?? []);
  return heard;
}

async function answerOf(call: Promise<unknown>, judge: (answer: unknown) => Told): Promise<Heard> {
  try {
    return { told: judge(await call), detail: {} };
  } catch (failure) {
    const cause = failure instanceof Error ? failure.cause : undefined;
    if (!(cause instanceof LianbanError)) throw failure;
    return { told: cause.code, detail: cause.detail };
  }
}

/** The words of a refusal without the names that were asked about. */
function unnamed({ told, detail }: Heard, target: Target): string {
  const names = new Set<unknown>(Object.values(target));
  return JSON.stringify({ told, detail }, (_, value: unknown) => (names.has(value) ? '…' : value));
}

/** A draft is begun under an id that its writer chooses, so one that does not exist begins to; 122 random bits are not guessed. */
const NAMED_BY_ITS_WRITER = 'application.draft';

/** What is asked about, as it would be if there were no such thing. */
const absent = (told: Told, target: Target): Target =>
  told === 'NO_SUCH_DUTY' ? { ...target, duty: 'no-such-duty' } : nothingLike(target);

describe('the table of the matrix', () => {
  test('has a row and a question for every route, and for nothing else [ASVS v5.0.0-8.1.1]', () => {
    expect(Object.keys(table).sort()).toEqual(routes);
    expect(Object.keys(asks).sort()).toEqual(routes);
  });

  test('gives every role exactly what the table of permissions gives it [ASVS v5.0.0-8.2.1]', () => {
    const governed = routes.filter((route) => Array.isArray(table[route]?.who));
    const given = (may: (role: Role, route: string) => boolean) =>
      Object.fromEntries(governed.map((route) => [route, everyRole.filter((role) => may(role, route))]));
    expect(given((role, route) => mayCall(role, route as Action))).toEqual(
      given((role, route) => isGiven(route, role)),
    ); // a route bears the name of its action
  });

  test('asks everybody in every place: an enterprise by enterprise, an office by unit, both by province', () => {
    expect(askers).toHaveLength(everyRole.length * 3);
  });
});

/** A question of the matrix: who asks, what, and in which state the case is. */
interface Cell extends Asker {
  readonly route: string;
  readonly state: State;
}

const nameOf = ({ route, relation, state }: Cell): string => `${route} · ${relation} · ${state}`;

/** Everything that people of the role can ask. */
const cellsOf = (role: Role): readonly Cell[] =>
  askers
    .filter((asker) => asker.role === role)
    .flatMap((asker) => routes.flatMap((route) => statesOf(route).map((state) => ({ ...asker, route, state }))));

describe.each(everyRole)('%s', (role) => {
  test('is told everywhere what the table says, and is refused without a trace [ASVS v5.0.0-8.2.1] [ASVS v5.0.0-8.2.2] [ASVS v5.0.0-8.3.1] [ASVS v5.0.0-8.4.1]', async () => {
    const heard = new Map<string, Told>();
    for (const cell of cellsOf(role)) {
      const { told } = await hear(cell.route, api.by(cell.identity), targets[cell.state]);
      heard.set(nameOf(cell), told);
    }
    const expected = cellsOf(role).map((cell) => [nameOf(cell), toldBy(cell.route, cell)] as const);
    expect(Object.fromEntries(heard)).toEqual(Object.fromEntries(expected));
  });

  test('cannot tell what lies outside its rows from what does not exist [ASVS v5.0.0-8.2.2] [ASVS v5.0.0-8.4.1]', async () => {
    const differences: string[] = [];
    for (const cell of cellsOf(role)) {
      const told = toldBy(cell.route, cell);
      if (!told.startsWith('NO_SUCH_') || cell.route === NAMED_BY_ITS_WRITER) continue;
      const [target, nothing] = [targets[cell.state], absent(told, targets[cell.state])];
      const caller = api.by(cell.identity);
      const hidden = unnamed(await hear(cell.route, caller, target), target);
      const gone = unnamed(await hear(cell.route, caller, nothing), nothing);
      if (hidden !== gone) differences.push(`${nameOf(cell)}: ${hidden} ≠ ${gone}`);
    }
    expect(differences).toEqual([]);
  });
});

import { procedures } from '@lianban/workflows/procedures/registry';
import { randomLife } from '@lianban/workflows/testing/random-life';
import type { AnyProcedure } from '@lianban/workflows/vocabulary/procedure';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { answersIn, typed } from '../testing/command-line.ts';
import { refusedIn } from '../testing/refused-script.ts';
import { scriptOfLife, type WrittenScript } from '../testing/script-of.ts';

/** JSON with one value to a line and more empty lines between. */
const spread = (written: WrittenScript, gaps: readonly number[]): string =>
  JSON.stringify(written, null, 1)
    .split('\n')
    .map((line, at) => line + '\n'.repeat(gaps[at % gaps.length] ?? 0))
    .join('\n');

const lineWith = (content: string, mark: string): number =>
  content.split('\n').findIndex((line) => line.includes(mark)) + 1;

type Planted = (act: Readonly<Record<string, unknown>>) => Readonly<Record<string, unknown>>;

/** Mistakes with a mark that stands nowhere else, and the code that names them. */
const mistakes: readonly (readonly [code: string, mark: string, plant: Planted])[] = [
  ['UNKNOWN_STEP', 'PLANTED', (act) => ({ ...act, step: 'PLANTED' })],
  ['UNKNOWN_OUTCOME', 'PLANTED', (act) => ({ ...act, do: 'PLANTED' })],
  ['GOES_BACK', '1999-12-31', (act) => ({ ...act, on: '1999-12-31' })],
  ['UNKNOWN_FIELD', 'PLANTED', (act) => ({ ...act, PLANTED: true })],
  ['WRONG_TYPE', '314159', (act) => ({ ...act, do: 314_159 })],
  ['MALFORMED_DATE', 'PLANTED', (act) => ({ ...act, on: 'PLANTED' })],
  ['UNKNOWN_FIELD', 'PLANTED', (act) => ({ ...act, fields: { PLANTED: 'x' } })],
  ['NOT_REFUSED', 'PLANTED', (act) => ({ ...act, refused: 'PLANTED' })],
];

const life = fc.record({
  /** Place in the registry: the procedure itself would fill the report of a failure. */
  nth: fc.nat(procedures.length - 1),
  seed: fc.nat(100_000),
  gaps: fc.array(fc.nat(2), { minLength: 1, maxLength: 7 }),
});

const procedureNo = (nth: number) => procedures[nth] ?? expect.fail();

/** Whether the form of an act of a random life was left without something that the procedure reads. */
const isUnfilledIn =
  ({ steps }: AnyProcedure) =>
  ({ step, do: button, fields = {} }: Readonly<Record<string, unknown>>): boolean => {
    const form = steps[String(step)]?.outcomes[String(button)]?.form ?? [];
    const filled = typeof fields === 'object' && fields !== null ? fields : {};
    return form.some(({ name, required, flow }) => required && flow === true && !Object.hasOwn(filled, name));
  };

test('the script of what was done in a random life plays that life again', async () => {
  await fc.assert(
    fc.asyncProperty(life, async ({ nth, seed, gaps }) => {
      const procedure = procedureNo(nth);
      const lived = await randomLife(procedure, seed);
      const written = scriptOfLife(lived);
      fc.pre(!written.acts.some(isUnfilledIn(procedure)));
      const { code, output } = await typed(
        ['simulate', procedure.id, '--edition', procedure.edition, '--script', '-'],
        spread(written, gaps),
      );
      expect(code).toBe(0);
      const lines = answersIn(output);
      const openings = lived.turns.flatMap(({ entries }) =>
        entries.flatMap((entry) =>
          entry.type === 'opened' ? [JSON.stringify([entry.key, lived.dueOn(entry.key)])] : [],
        ),
      );
      const lastDue = (key: unknown): unknown =>
        lines.findLast((line) => line['key'] === key && line['owner'] !== null)?.['due'] ?? null;
      expect(
        lines.flatMap(({ event, key }) =>
          event === 'opened' || event === 'offered' ? [JSON.stringify([key, lastDue(key)])] : [],
        ),
      ).toEqual(openings);
      const ending = lines.find(({ event }) => event === 'closed')?.['outcome'] as { code: string } | undefined;
      expect(ending?.code ?? null).toBe(lived.closed);
    }),
    { numRuns: 150 },
  );
});

test('in a random script a planted mistake is named with its line', async () => {
  await fc.assert(
    fc.asyncProperty(
      life,
      fc.nat(),
      fc.constantFrom(...mistakes),
      async ({ nth, seed, gaps }, where, [code, mark, plant]) => {
        const procedure = procedureNo(nth);
        const written = scriptOfLife(await randomLife(procedure, seed));
        const deeds = written.acts.filter((act) => 'do' in act);
        fc.pre(deeds.length > 0 && !deeds.some(isUnfilledIn(procedure)));
        const chosen = deeds[where % deeds.length];
        const acts = written.acts.map((act) => (act === chosen ? plant(act) : act));
        const content = spread({ ...written, acts }, gaps);
        const [error] = await refusedIn(content, procedure.id, '--edition', procedure.edition);
        expect([error?.code, error?.line]).toEqual([code, lineWith(content, mark)]);
      },
    ),
    { numRuns: 300 },
  );
});

test('in a random script a line that is no JSON is named', async () => {
  await fc.assert(
    fc.asyncProperty(life, fc.nat(), async ({ nth, seed, gaps }, where) => {
      const procedure = procedureNo(nth);
      const lines = spread(scriptOfLife(await randomLife(procedure, seed)), gaps).split('\n');
      const at = where % lines.length;
      const content = [...lines.slice(0, at), '@', ...lines.slice(at)].join('\n');
      expect(await refusedIn(content, procedure.id)).toMatchObject([{ line: at + 1, code: 'NOT_JSON' }]);
    }),
    { numRuns: 100 },
  );
});

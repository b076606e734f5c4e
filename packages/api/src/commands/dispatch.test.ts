import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileProblemCodes } from '@lianban/domain/file-problem';
import { describe, expect, test } from 'vitest';
import { run, typed } from '../testing/command-line.ts';
import { refusalCodes } from './refusal.ts';
import { commands } from './table.ts';

const documentation = readFileSync(join(import.meta.dirname, '../../../../docs/commands.md'), 'utf8');

describe('a name', () => {
  test.each([[[]], [['nope']], [['dues']], [['calendar']]])(
    'that is no command, as %j, is answered with the list and 2',
    async (words) => {
      const { code, output, errors } = await typed(words);
      expect([code, output]).toEqual([2, '']);
      expect(commands.filter(({ name }) => !errors.includes(`  ${name}`))).toEqual([]);
    },
  );

  test.each([['--help'], ['-h']])('%s lists every command', async (word) => {
    const { code, output, errors } = await typed([word]);
    expect([code, errors]).toEqual([0, '']);
    expect(commands.filter(({ name, summary }) => !output.includes(name) || !output.includes(summary))).toEqual([]);
  });

  test.each(commands.map(({ name }) => [name]))('%s tells how it is used, and is documented', async (name) => {
    const { code, output } = await typed([...name.split(' '), '--help']);
    expect(code).toBe(0);
    expect(output).toContain(`npm run -s cli -- ${name}`);
    expect(documentation).toContain(`\n## \`${name}`);
  });

  test.each(['due', 'clock'])('%s takes no options', async (name) => {
    const { code, output, errors } = await typed([name, '--fast']);
    expect([code, output]).toEqual([2, '']);
    expect(errors).toContain('--fast');
  });
});

test.each([...refusalCodes, ...fileProblemCodes])('the code %s is documented', (code) => {
  expect(documentation).toMatch(new RegExp(`^\\|[^|]*\`${code}\`[^|]*\\|`, 'm'));
});

test('the exit code reaches whoever called', async () => {
  expect((await run(['nope'], '')).code).toBe(2);
  expect((await run(['due', '--help'], '')).code).toBe(0);
});

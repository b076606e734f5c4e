import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Writable } from 'node:stream';
import { setImmediate } from 'node:timers/promises';
import { promisify } from 'node:util';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { dispatch } from './dispatch.ts';
import { answersIn, refusalsIn, typed } from '../testing/command-line.ts';

const line = (day: number): string => `{"from":"2026-03-0${day}","limit":{"onTheSpot":true}}`;

describe('lines', () => {
  test('are the same however the input is cut into chunks', async () => {
    const input = Buffer.from(`\uFEFF${line(1)}\r\n\n  \nnope\n{"basis":"检验𠮷"}\n${line(2)}`);
    const whole = await typed(['due'], [input]);
    expect(refusalsIn(answersIn(whole.output))).toEqual([null, 'NOT_JSON -', 'UNKNOWN_FIELD basis', null]);
    await fc.assert(
      fc.asyncProperty(fc.array(fc.nat(input.length)), async (cuts) => {
        const ends = [...cuts, input.length].sort((a, b) => a - b);
        const chunks = ends.map((end, at) => input.subarray(ends[at - 1] ?? 0, end));
        expect(await typed(['due'], chunks)).toEqual(whole);
      }),
      { numRuns: 100 },
    );
  });

  test('without a question have no answer', async () => {
    expect(await typed(['due'], '\n \n\uFEFF\n')).toEqual({ code: 0, output: '', errors: '' });
    expect(await typed(['due'])).toEqual({ code: 0, output: '', errors: '' });
  });

  test('that hold NUL, half a character or another encoding are refused alone', async () => {
    const input = [Buffer.from(`\0${line(1)}\n`), Buffer.from([0xd6, 0xd8, 0x0a]), Buffer.from(`${line(2)}\n`)];
    const { code, output } = await typed(['due'], input);
    expect(code).toBe(1);
    expect(refusalsIn(answersIn(output))).toEqual(['INVALID_TEXT -', 'INVALID_TEXT -', null]);
  });

  test('of more than a mebibyte are refused without being kept', async () => {
    const chunk = Buffer.alloc(65_536, 0x20);
    const input = [...Array<Uint8Array>(17).fill(chunk), Buffer.from(`\n${line(2)}`)];
    expect(refusalsIn(answersIn((await typed(['due'], input)).output))).toEqual(['TOO_LARGE -', null]);
  });

  test('nested as deep as may be are refused, not fatal', async () => {
    const deep = `${'['.repeat(500_000)}${']'.repeat(500_000)}`;
    const { output } = await typed(['due'], `{"from":${deep}}\n${line(2)}`);
    expect(refusalsIn(answersIn(output)).at(-1)).toBeNull();
  });

  test('whatever they are, each has its answer', async () => {
    const lines = fc.array(fc.oneof(fc.json(), fc.string({ unit: 'binary' }), fc.constant(line(3))));
    await fc.assert(
      fc.asyncProperty(lines, fc.constantFrom('due', 'clock'), async (lines, command) => {
        const written = lines.map((content) => content.replaceAll('\n', ' '));
        const { output, errors } = await typed([command], written.join('\n'));
        const asked = written.filter((content) => Buffer.from(content).toString().trim() !== '');
        expect([answersIn(output).length, errors]).toEqual([asked.length, '']);
      }),
      { numRuns: 300 },
    );
  });
});

test('no more is read while nobody takes the answers', async () => {
  let read = 0;
  async function* endless(): AsyncGenerator<Uint8Array> {
    for (;;) {
      read += 1;
      yield Buffer.from(`${line(1)}\n`.repeat(1000));
      await setImmediate();
    }
  }
  const output = new Writable({ write: () => undefined }); // takes one chunk and is never done with it
  const errors = new Writable();
  const running = dispatch(['due'], { input: endless(), output, errors, env: {} });
  for (let turn = 0; turn < 100; turn += 1) await setImmediate();
  expect(read).toBeGreaterThan(0);
  expect(read).toBeLessThan(5);
  output.destroy(new Error('enough'));
  await expect(running).rejects.toThrow('enough');
});

test('whoever stops reading ends the command without a complaint', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'lianban-lines-'));
  const file = join(folder, 'questions.jsonl');
  await writeFile(file, `${line(1)}\n`.repeat(50_000));
  const command = `"${process.execPath}" --import tsx src/commands/main.ts due < "${file}" | head -1; echo "\${PIPESTATUS[0]}"`;
  const { stdout, stderr } = await promisify(execFile)('bash', ['-c', command], {
    cwd: join(import.meta.dirname, '../..'),
  });
  await rm(folder, { recursive: true });
  expect([stdout, stderr]).toEqual(['{"due":"2026-03-01","provisional":false}\n0\n', '']);
});

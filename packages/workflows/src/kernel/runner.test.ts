import { instant } from '@lianban/domain/civil-date';
import { describe, expect, test } from 'vitest';
import { answerInput, MemoryLedger, openingInput } from '../testing/ledger.ts';
import { madeUp } from '../testing/made-up.ts';
import { foldLedger } from './fold.ts';
import { Runner } from './runner.ts';

const at = instant('2026-03-02T02:00:00.000Z');
const flow = madeUp(async (p) => {
  await p.step('a');
  await p.step('b');
  await p.step('limited');
});

async function started(
  ledger = new MemoryLedger(),
  procedure = flow,
): Promise<{ ledger: MemoryLedger; runner: Runner }> {
  const runner = new Runner(procedure, 'case', ledger);
  await runner.begin(() => Promise.resolve([...ledger.rows]));
  if (ledger.rows.length === 0) await runner.submit(openingInput(at));
  return { ledger, runner };
}

describe('every request id has exactly one effect', () => {
  test('when it is sent again, at once or after the case has gone on', async () => {
    const { ledger, runner } = await started();
    const [first, second] = await Promise.all([
      runner.submit(answerInput(at, 'a')),
      runner.submit(answerInput(at, 'a')),
    ]);
    await runner.submit(answerInput(at, 'b'));
    expect(second).toEqual(first);
    expect(await runner.submit(answerInput(at, 'a'))).toEqual(first);
    expect(ledger.rows.map(({ version }) => version)).toEqual([1, 2, 3]);
  });

  test('when the writer died between its commit and hearing of it', async () => {
    const { ledger, runner } = await started();
    ledger.after = () => {
      ledger.after = () => undefined;
      throw new Error('killed');
    };
    await expect(runner.submit(answerInput(at, 'a'))).rejects.toThrow('killed');
    const retried = answerInput(instant(Date.parse(at) + 60_000), 'a');
    expect(await runner.submit(retried)).toMatchObject({ version: 2, opened: [{ key: 'b' }] });
    expect(ledger.rows).toHaveLength(2);
  });

  test('when another runner rebuilt the case from the ledger', async () => {
    const { ledger, runner } = await started();
    const acknowledged = await runner.submit(answerInput(at, 'a'));
    const { runner: rebuilt } = await started(ledger);
    expect(await rebuilt.submit(answerInput(at, 'a'))).toEqual(acknowledged);
  });
});

describe('append or adopt', () => {
  test("adopts somebody else's row and then takes its own input", async () => {
    const { ledger, runner } = await started();
    const { runner: other } = await started(ledger);
    await other.submit(answerInput(at, 'a', 'other', 'theirs'));
    await other.submit(answerInput(at, 'b', 'done', 'theirs too'));
    expect(await runner.submit(answerInput(at, 'limited', 'done', 'mine'))).toMatchObject({
      version: 4,
      closed: 'over',
    });
  });

  test('refuses its own input when the adopted row settled the duty', async () => {
    const { ledger, runner } = await started();
    const { runner: other } = await started(ledger);
    await other.submit(answerInput(at, 'a', 'other', 'theirs'));
    await expect(runner.submit(answerInput(at, 'a', 'done', 'mine'))).rejects.toMatchObject({
      refusal: { code: 'STALE_DUTY', detail: { settledAs: 'other' } },
    });
    expect(runner.committed.version).toBe(2);
  });

  test('takes an answer that is late by the day it knows when a row it has not seen has moved that day', async () => {
    const { ledger, runner } = await started();
    await runner.submit(answerInput(at, 'a'));
    await runner.submit(answerInput(at, 'b'));
    const late = answerInput(instant('2026-03-12T02:00:00.000Z'), 'limited');
    expect(runner.refuse(late)).toBeUndefined();
    const by = { personId: 'approver', postId: 'post', role: 'ADM' } as const;
    const moved = {
      kind: 'redate',
      requestId: 'redate:1',
      at,
      by,
      revision: '1',
      reason: '',
      terms: {},
      kept: {},
    } as const;
    const dues = { limited: instant('2026-03-17T16:00:00.000Z') };
    ledger.rows.push({ version: 4, input: moved, digest: '', dues, amended: [] });
    expect(await runner.submit(late)).toMatchObject({ version: 5, closed: 'over' });
  });

  test('refuses an answer that is late by the whole ledger', async () => {
    const { runner } = await started();
    await runner.submit(answerInput(at, 'a'));
    await runner.submit(answerInput(at, 'b'));
    await expect(runner.submit(answerInput(instant('2026-03-12T02:00:00.000Z'), 'limited'))).rejects.toMatchObject({
      refusal: { code: 'STALE_DUTY', detail: { settledAs: 'lapsed' } },
    });
  });

  test('folds the case again when a commit fails, and takes the next input as if nothing had been', async () => {
    const { ledger, runner } = await started();
    ledger.before = () => {
      ledger.before = () => undefined;
      throw new Error('database away');
    };
    await expect(runner.submit(answerInput(at, 'a'))).rejects.toThrow('database away');
    expect(runner.committed.version).toBe(1);
    expect(await runner.submit(answerInput(at, 'a', 'other', 'again'))).toMatchObject({ version: 2 });
  });
});

describe('an amended procedure', () => {
  const before = madeUp(async (p) => {
    await p.step('a');
    await p.step('b');
  });
  const after = madeUp(async (p) => {
    await p.step('a');
    if (p.amended('2026-11 c before b')) await p.step('c');
    await p.step('b');
  });

  test('works a turn from before it again as the engine replays it, and stands where the ledger stands', async () => {
    const { ledger, runner } = await started(new MemoryLedger(), before);
    const acknowledged = await runner.submit(answerInput(at, 'a'));
    // An engine that replays submits the old inputs to a new runner and hands it the rows that they became.
    const replayed = new Runner(after, 'case', ledger);
    await replayed.begin(() => Promise.resolve([]));
    await replayed.submit(openingInput(at));
    expect(await replayed.submit(answerInput(at, 'a'))).toEqual(acknowledged);
    expect(await replayed.submit(answerInput(at, 'b'))).toMatchObject({ version: 3, closed: 'over' });
  });
});

describe('the committed picture', () => {
  test('shows the next lapse only once its row stands', async () => {
    const { ledger, runner } = await started();
    await runner.submit(answerInput(at, 'a'));
    let seen: unknown = 'not asked';
    ledger.before = () => {
      seen = runner.committed.nextLapse;
    };
    await runner.submit(answerInput(at, 'b'));
    expect(seen).toBeNull();
    expect(runner.committed.nextLapse).toEqual({ duty: 'limited', due: '2026-03-09T16:00:00.000Z' });
  });

  test('puts a deferred lapse off without writing anything', async () => {
    const ledger = new MemoryLedger();
    const runner = new Runner(flow, 'case', {
      commit: (turn) => (turn.input.kind === 'lapse' ? Promise.resolve({ tag: 'deferred' }) : ledger.commit(turn)),
      rowsAfter: (version) => ledger.rowsAfter(version),
    });
    await runner.begin(() => Promise.resolve([]));
    await runner.submit(openingInput(at));
    await runner.submit(answerInput(at, 'a'));
    await runner.submit(answerInput(at, 'b'));
    const due = runner.committed.nextLapse?.due ?? at;
    expect(await runner.submit({ kind: 'lapse', requestId: 'lapse', at: due, duty: 'limited', due })).toBe('deferred');
    expect(await runner.submit(answerInput(at, 'limited'))).toMatchObject({ version: 4, closed: 'over' });
  });
});

describe('the fold of a ledger', () => {
  test('notices that the present code reads it differently', async () => {
    const { ledger, runner } = await started();
    await runner.submit(answerInput(at, 'a'));
    const swapped = madeUp(async (p) => {
      await p.step('a');
      await p.step('c');
    });
    await expect(foldLedger(swapped, ledger.rows)).rejects.toMatchObject({ code: 'DRIFT', detail: { version: 2 } });
    await expect(foldLedger(flow, ledger.rows)).resolves.toBeDefined();
  });
});

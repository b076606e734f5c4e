import { instant, type Instant } from '@lianban/domain/civil-date';
import { text } from '@lianban/domain/text';
import { describe, expect, test } from 'vitest';
import { answerInput, MemoryLedger, openingInput, retractInput } from '../testing/ledger.ts';
import { madeUp } from '../testing/made-up.ts';
import type { Input } from './entry.ts';
import { foldLedger } from './fold.ts';
import type { Kernel } from './kernel.ts';
import { Runner } from './runner.ts';

const at = instant('2026-03-02T02:00:00.000Z');
const later = (days: number): Instant => instant(Date.parse(at) + days * 86_400_000);
const by = { personId: 'o', postId: 'o', role: 'OFF' } as const;

type Body = Parameters<typeof madeUp>[0];
/** A case with its ledger, as one runner has it. */
interface Case {
  readonly body: Body;
  readonly ledger: MemoryLedger;
  readonly runner: Runner;
}

async function resume(body: Body, ledger = new MemoryLedger()): Promise<Case> {
  const runner = new Runner(madeUp(body), 'case', ledger);
  await runner.begin(() => Promise.resolve([...ledger.rows]));
  if (ledger.rows.length === 0) await runner.submit(openingInput(at));
  return { body, ledger, runner };
}

/** Opens a case and gives it these answers. */
async function started(body: Body, ...answers: readonly string[]): Promise<Case> {
  const life = await resume(body);
  for (const duty of answers) await life.runner.submit(answerInput(at, duty));
  return life;
}

const folded = ({ body, ledger }: Case): Promise<Kernel> => foldLedger(madeUp(body), ledger.rows);
const openIn = async (life: Case): Promise<readonly string[]> =>
  (await folded(life)).openDuties().map(({ key }) => key);
const lastTurn = ({ ledger }: Case) => {
  const turn = ledger.turns.at(-1);
  if (turn === undefined) throw new Error('empty ledger');
  return turn;
};
const refusal = (code: string, detail: object = {}) => ({ refusal: { code, detail } });
const retract = ({ runner }: Case, input: Input) => runner.submit(input);

const inLine: Body = async (p) => {
  await p.step('limited');
  await p.step('b');
  await p.step('c');
};

describe('an act that is taken back', () => {
  test('opens its duty again with the same key, start and last day, and cancels what it had opened', async () => {
    const life = await started(inLine, 'limited');
    const before = life.ledger.rows[0]?.dues;
    await retract(life, retractInput(later(1), 'limited', 2));
    const { entries, asks } = lastTurn(life);
    expect(entries).toEqual([
      { type: 'retracted', version: 2, key: 'limited' },
      { type: 'cancelled', key: 'b' },
      { type: 'reopened', key: 'limited' },
    ]);
    expect(asks).toMatchObject([{ key: 'limited', startOn: '2026-03-02', startAt: at }]);
    expect(life.ledger.rows[2]?.dues).toEqual(before);
    expect(await openIn(life)).toEqual(['limited']);
    expect(life.runner.committed.nextLapse).toEqual({ duty: 'limited', due: before?.['limited'] });
  });

  test('is answered again, and what opens then has a key that was never given before', async () => {
    const life = await started(inLine, 'limited');
    await retract(life, retractInput(at, 'limited', 2));
    await life.runner.submit(answerInput(at, 'limited', 'other', 'again'));
    expect(await openIn(life)).toEqual(['b#2']);
    await expect(life.runner.submit(answerInput(at, 'b'))).rejects.toMatchObject(
      refusal('STALE_DUTY', { duty: 'b', settledAs: 'cancelled' }),
    );
  });

  test('is taken back again after it was done again', async () => {
    const life = await started(inLine, 'limited');
    for (const round of [1, 2, 3]) {
      await retract(life, retractInput(at, 'limited', life.runner.committed.version));
      await life.runner.submit(answerInput(at, 'limited', 'done', `again ${round}`));
    }
    expect(await openIn(life)).toEqual(['b#4']);
  });

  test('no longer counts for separation of duties, nor as often as it was done', async () => {
    const life = await started(async (p) => {
      await p.step('a');
      await p.step('separate');
      if (p.ever('a', 'done')) await p.step('c');
    }, 'a');
    expect(life.runner.refuse(answerInput(at, 'separate'))?.code).toBe('SEPARATION');
    await retract(life, retractInput(at, 'a', 2));
    const other = { personId: 'p', postId: 'p', role: 'OFF' } as const;
    await life.runner.submit({ ...answerInput(at, 'a', 'other', 'by another'), by: other });
    expect(await life.runner.submit(answerInput(at, 'separate#2'))).toMatchObject({ closed: 'over' });
  });

  test('gives back the rights that it ended, and bars again those that it had freed', async () => {
    const reason = text('办理中', 'under way');
    const life = await started(async (p) => {
      const right = p.offer('right', async () => {
        right.block(reason);
        await p.step('c');
        right.unblock();
      });
      await p.step('a');
      right.end();
      await p.step('b');
    }, 'right');
    await life.runner.submit(answerInput(at, 'right!/c'));
    await retract(life, retractInput(at, 'right!/c', 3));
    expect(lastTurn(life).entries).toEqual([
      { type: 'retracted', version: 3, key: 'right!/c' },
      { type: 'blocked', key: 'right', reason },
      { type: 'reopened', key: 'right!/c' },
    ]);
    await life.runner.submit(answerInput(at, 'right!/c', 'other', 'again'));
    await life.runner.submit(answerInput(at, 'a'));
    await retract(life, retractInput(at, 'a', 6));
    expect(lastTurn(life).entries.at(-1)).toEqual({ type: 'reopened', key: 'a' });
    expect(await openIn(life)).toEqual(['right', 'a']);
  });

  test('leaves the readings that it was the first to ask for as they were', async () => {
    const life = await started(
      (p) =>
        p.inParallel({
          x: async () => {
            await p.step('a');
            p.amended('2026-11 read so');
            await p.step('b');
          },
          y: async () => {
            await p.step('a');
            if (p.amended('2026-11 read so')) await p.step('c');
          },
        }),
      'x/a',
      'y/a',
    );
    await retract(life, retractInput(at, 'x/a', 2));
    expect(await openIn(life)).toEqual(['x/a', 'y/c']);
    await life.runner.submit(answerInput(at, 'x/a', 'other', 'again'));
    expect(lastTurn(life).entries.map(({ type }) => type)).toEqual(['settled', 'opened']);
  });

  test('leaves an opinion in the file', async () => {
    const life = await started(async (p) => void (await p.step('opinion'), await p.step('b')), 'opinion');
    await retract(life, retractInput(at, 'opinion', 2));
    expect(await openIn(life)).toEqual(['opinion']);
  });

  test('has its day counted by the limit that a revision brought meanwhile', async () => {
    const life = await started(inLine, 'limited');
    const tenDays = { limit: { workingDays: 10 }, mark: 'law', basis: text('新规', 'New rule') } as const;
    await life.runner.submit({
      ...{ kind: 'redate', requestId: 'redate:1', at, by, revision: '1', reason: '', kept: {} },
      terms: { 'permit.intake': tenDays },
    });
    await retract(life, retractInput(at, 'limited', 2));
    expect(lastTurn(life).asks).toMatchObject([{ key: 'limited', limit: { workingDays: 10 }, startOn: '2026-03-02' }]);
  });
});

describe('inside parallel branches', () => {
  const beside: Body = (p) =>
    p.inParallel({
      x: async () => {
        await p.step('limited');
        await p.step('b');
      },
      y: async () => {
        await p.step('a');
        await p.step('limited');
      },
    });

  test('what was done in another branch since does not stand in the way, and every last day stays', async () => {
    const life = await started(beside, 'x/limited', 'y/a');
    const [opening, , aside] = life.ledger.rows;
    await retract(life, retractInput(later(2), 'x/limited', 2));
    expect(await openIn(life)).toEqual(['x/limited', 'y/limited']);
    expect(life.ledger.rows[3]?.dues).toEqual({ 'x/limited': opening?.dues['x/limited'] });
    const kernel = await folded(life);
    expect(kernel.openDuties().map(({ due }) => due)).toEqual([opening?.dues['x/limited'], aside?.dues['y/limited']]);
  });

  test('a silence in another branch does not either', async () => {
    const life = await started(
      (p) => p.inParallel({ x: async () => void (await p.step('a'), await p.step('b')), y: () => p.step('limited') }),
      'x/a',
    );
    const due = life.ledger.rows[0]?.dues['y/limited'];
    if (!due) throw new Error('no last day');
    await life.runner.submit({ kind: 'lapse', requestId: 'lapse', at: due, duty: 'y/limited', due });
    await retract(life, retractInput(later(20), 'x/a', 2));
    expect(await openIn(life)).toEqual(['x/a']);
  });

  test('what was decided in another branch because of the act does', async () => {
    const life = await started(
      (p) =>
        p.inParallel({
          x: async () => void (await p.step('a'), await p.step('b')),
          y: async () => {
            await p.step('a');
            await p.step(p.times('a', 'done') > 1 ? 'b' : 'c');
          },
        }),
      'x/a',
      'y/a',
    );
    await expect(retract(life, retractInput(at, 'x/a', 2))).rejects.toMatchObject(
      refusal('RETRACT_ACTED_ON', { version: 2, actedOn: 3 }),
    );
  });

  test('the act that joined the branches is taken back with the step after them', async () => {
    const life = await started(
      async (p) => {
        await p.inParallel({ x: () => p.step('a'), y: () => p.step('b') });
        await p.step('c');
      },
      'x/a',
      'y/b',
    );
    await expect(retract(life, retractInput(at, 'x/a', 2))).rejects.toMatchObject(refusal('RETRACT_ACTED_ON'));
    await retract(life, retractInput(at, 'y/b', 3));
    expect(await openIn(life)).toEqual(['y/b']);
    await retract(life, retractInput(at, 'x/a', 2));
    expect((await openIn(life)).toSorted()).toEqual(['x/a', 'y/b']);
  });
});

describe('an act stays', () => {
  test('when somebody has gone on from it, and no longer does once that is taken back', async () => {
    const life = await started(inLine, 'limited', 'b');
    await expect(retract(life, retractInput(at, 'limited', 2))).rejects.toMatchObject(
      refusal('RETRACT_ACTED_ON', { version: 2, actedOn: 3 }),
    );
    await retract(life, retractInput(at, 'b', 3));
    await retract(life, retractInput(at, 'limited', 2, 'asked again'));
    expect(await openIn(life)).toEqual(['limited']);
  });

  test.each([
    ['somebody else’s', { ...by, personId: 'p' }],
    ['one’s own in another post', { ...by, postId: 'p' }],
  ])('when it is %s', async (_, other) => {
    const life = await started(inLine, 'limited');
    await expect(retract(life, { ...retractInput(at, 'limited', 2), by: other })).rejects.toMatchObject(
      refusal('RETRACT_NOT_OWN'),
    );
  });

  test.each<[string, Body]>([
    ['a paper', async (p) => void (await p.step('a'), p.issue('notice'), await p.step('b'))],
    ['a clock', async (p) => void (await p.step('a'), p.clock.start('main', 'permit.intake'), await p.step('b'))],
    ['a licence', async (p) => void (await p.step('a'), p.licence('grant'), await p.step('b'))],
    [
      'a record of a breach',
      async (p) => void (await p.step('a'), p.recordBreach('falseCommitment'), await p.step('b')),
    ],
  ])('when %s came of it', async (_, body) => {
    const life = await started(body, 'a');
    await expect(retract(life, retractInput(at, 'a', 2))).rejects.toMatchObject(refusal('RETRACT_OUTWARD'));
  });

  test('when its button cannot be undone', async () => {
    const life = await started(async (p) => void (await p.step('final'), await p.step('b')), 'final');
    await expect(retract(life, retractInput(at, 'final', 2))).rejects.toMatchObject(refusal('RETRACT_OUTWARD'));
  });

  test('when silence would take effect at once, and not an instant earlier', async () => {
    const life = await started(inLine, 'limited');
    const due = life.ledger.rows[0]?.dues['limited'];
    if (!due) throw new Error('no last day');
    await expect(retract(life, retractInput(due, 'limited', 2))).rejects.toMatchObject(refusal('RETRACT_TOO_LATE'));
    await retract(life, retractInput(instant(Date.parse(due) - 1), 'limited', 2, 'just in time'));
    expect(await openIn(life)).toEqual(['limited']);
  });

  test('when silence on what it opened has had its effect, although nobody has written it down yet', async () => {
    const life = await started(async (p) => void (await p.step('a'), await p.step('limited')), 'a');
    const due = life.ledger.rows[1]?.dues['limited'];
    if (!due) throw new Error('no last day');
    await expect(retract(life, retractInput(due, 'a', 2))).rejects.toMatchObject(refusal('RETRACT_ACTED_ON'));
    await retract(life, retractInput(instant(Date.parse(due) - 1), 'a', 2, 'just in time'));
    expect(await openIn(life)).toEqual(['a']);
  });

  test('when the case is closed by it or since', async () => {
    const life = await started((p) => p.step('a'), 'a');
    await expect(retract(life, retractInput(at, 'a', 2))).rejects.toMatchObject(refusal('CASE_CLOSED'));
  });

  test.each([
    ['the application', 'a', 1],
    ['a right', 'right', 2],
    ['another duty than the one named', 'b', 3],
    ['a row that does not stand', 'a', 9],
  ])('when it is %s', async (_, duty, version) => {
    const life = await started(
      async (p) => {
        p.offer('right', async () => undefined);
        await p.step('a');
        await p.step('b');
      },
      'right',
      'a',
    );
    await expect(retract(life, retractInput(at, duty, version))).rejects.toMatchObject(refusal('RETRACT_NO_ACT'));
  });
});

describe('every request id has one effect', () => {
  test('asked again, the taking back is told again and done once; under another id it is refused', async () => {
    const life = await started(inLine, 'limited');
    const [first, second] = await Promise.all([1, 2].map(() => retract(life, retractInput(at, 'limited', 2))));
    expect(second).toEqual(first);
    expect(life.ledger.rows).toHaveLength(3);
    await expect(retract(life, retractInput(at, 'limited', 2, 'another'))).rejects.toMatchObject(refusal('RETRACTED'));
  });

  test('the act that was taken back does not act again, in this process or in the next', async () => {
    const life = await started(inLine, 'limited');
    await retract(life, retractInput(at, 'limited', 2));
    for (const one of [life, await resume(inLine, life.ledger)]) {
      expect(one.runner.refuse(answerInput(at, 'limited'))?.code).toBe('RETRACTED');
      await expect(one.runner.submit(answerInput(at, 'limited'))).rejects.toMatchObject(refusal('RETRACTED'));
    }
    expect(life.ledger.rows).toHaveLength(3);
  });

  test('a writer that died after its commit adopts its own row', async () => {
    const life = await started(inLine, 'limited');
    life.ledger.after = () => {
      life.ledger.after = () => undefined;
      throw new Error('killed');
    };
    await expect(retract(life, retractInput(at, 'limited', 2))).rejects.toThrow('killed');
    expect(await retract(life, retractInput(later(1), 'limited', 2))).toEqual({ version: 3, opened: [], closed: null });
    expect(life.ledger.rows).toHaveLength(3);
    expect(await life.runner.submit(answerInput(at, 'limited', 'other', 'again'))).toMatchObject({ version: 4 });
  });

  test('of two writers, the one who takes back and the one who goes on, the first wins', async () => {
    const one = await started(inLine, 'limited');
    const other = await resume(inLine, one.ledger);
    await other.runner.submit(answerInput(at, 'b'));
    await expect(retract(one, retractInput(at, 'limited', 2))).rejects.toMatchObject(refusal('RETRACT_ACTED_ON'));

    const first = await started(inLine, 'limited');
    const next = await resume(inLine, first.ledger);
    await retract(first, retractInput(at, 'limited', 2));
    await expect(next.runner.submit(answerInput(at, 'b'))).rejects.toMatchObject(
      refusal('STALE_DUTY', { settledAs: 'cancelled' }),
    );
  });

  test('a commit that fails leaves the act where it is', async () => {
    const life = await started(inLine, 'limited');
    life.ledger.before = () => {
      life.ledger.before = () => undefined;
      throw new Error('database away');
    };
    await expect(retract(life, retractInput(at, 'limited', 2))).rejects.toThrow('database away');
    expect(await life.runner.submit(answerInput(at, 'b'))).toMatchObject({ version: 3 });
  });
});

import { TRPCClientError, type Operation, type OperationLink } from '@trpc/client';
import type { AppRouter } from '@lianban/api/router';
import { observable } from '@trpc/server/observable';
import { expect, test } from 'vitest';
import { openQuestion } from './step-up.ts';
import { stepUpLink } from './step-up-link.ts';

const operation: Operation = {
  ...{ id: 1, type: 'mutation', path: 'duty.answer', context: {}, signal: null },
  input: { requestId: 'the only one' },
};

function refusalWith(code: string): TRPCClientError<AppRouter> {
  const data = { lianban: { code, detail: { by: 'code', minutes: 10 } } };
  return TRPCClientError.from({ error: { code: -32_003, message: code, data } } as never); // as the wire has it
}

/** Sends it past the link to a service that answers in this order; gives what came of it and what the service received. */
function sent(...answers: readonly (string | null)[]) {
  const received: unknown[] = [];
  const next: Parameters<OperationLink<AppRouter>>[0]['next'] = (op) =>
    observable((observer) => {
      const refusal = answers[received.length] ?? null;
      received.push(op.input);
      if (refusal !== null) return observer.error(refusalWith(refusal));
      observer.next({ result: { type: 'data', data: 'done' } });
      observer.complete();
    });
  const came = new Promise<unknown>((resolve) => {
    stepUpLink({})({ op: operation, next }).subscribe({
      next: ({ result }) => resolve('data' in result ? result.data : null),
      error: ({ message }) => resolve(message),
    });
  });
  return { came, received };
}

test('what was refused until one has proven who one is, is sent again as it was', async () => {
  const { came, received } = sent('STEP_UP_REQUIRED', null);
  openQuestion()?.settle(true);
  expect(await came).toBe('done');
  expect(received).toEqual([operation.input, operation.input]);
});

test('who does not prove it is left with the refusal, and nothing is sent', async () => {
  const { came, received } = sent('STEP_UP_REQUIRED', null);
  openQuestion()?.settle(false);
  expect(await came).toBe('STEP_UP_REQUIRED');
  expect(received).toHaveLength(1);
});

test('it is not sent a third time, and other refusals ask nothing', async () => {
  const again = sent('STEP_UP_REQUIRED', 'STEP_UP_REQUIRED', null);
  openQuestion()?.settle(true);
  expect(await again.came).toBe('STEP_UP_REQUIRED');
  expect(again.received).toHaveLength(2);
  const other = sent('FORBIDDEN');
  expect(openQuestion()).toBeNull();
  expect(await other.came).toBe('FORBIDDEN');
});

import type { AppRouter } from '@lianban/api/router';
import type { TRPCLink } from '@trpc/client';
import { observable, type Unsubscribable } from '@trpc/server/observable';
import { codedIn } from './coded.ts';
import { proveAnew, type StepUpDemand } from './step-up.ts';

/** What the refusal asks for before the same is sent again; null when it is another one. */
function demandIn(data: unknown): StepUpDemand | null {
  const coded = codedIn(data);
  if (coded?.code !== 'STEP_UP_REQUIRED') return null;
  const { by, minutes } = coded.detail;
  return { by: by === 'code' || by === 'provider' ? by : 'password', minutes: Number(minutes) };
}

/**
 * What is refused until one has proven anew who one is, is sent again as it was, its request id too, once that is done. Who
 * does not want to prove it is left with the refusal: nothing was written.
 */
export const stepUpLink: TRPCLink<AppRouter> =
  () =>
  ({ next, op }) =>
    observable((observer) => {
      let sent: Unsubscribable | null = null;
      let isOver = false;
      const send = (isRepeated: boolean): void => {
        sent = next(op).subscribe({
          next: (value) => observer.next(value),
          complete: () => observer.complete(),
          error: (refusal) => {
            const demand = isRepeated ? null : demandIn(refusal.data);
            if (demand === null) return observer.error(refusal);
            void proveAnew(demand).then((proven) => {
              if (isOver) return;
              if (proven) send(true);
              else observer.error(refusal);
            });
          },
        });
      };
      send(false);
      return () => {
        isOver = true;
        sent?.unsubscribe();
      };
    });

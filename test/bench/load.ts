/** What clients saw: how long each answer took, and how many came per second. */
export interface Seen {
  readonly ms: readonly number[];
  readonly perSecond: number;
}

/** One client after the other answer, `count` times. */
export async function inTurn(count: number, act: () => Promise<unknown>): Promise<Seen> {
  const ms: number[] = [];
  const from = performance.now();
  for (let done = 0; done < count; done += 1) ms.push(await timed(act));
  return { ms, perSecond: (count * 1000) / (performance.now() - from) };
}

/** So many clients at once, for that long; each begins its next act when it has its answer. */
export async function atOnce(
  { clients, forMs }: { readonly clients: number; readonly forMs: number },
  act: () => Promise<unknown>,
): Promise<Seen> {
  const ms: number[] = [];
  const from = performance.now();
  const lane = async (): Promise<void> => {
    while (performance.now() - from < forMs) ms.push(await timed(act));
  };
  await Promise.all(Array.from({ length: clients }, lane));
  return { ms, perSecond: (ms.length * 1000) / (performance.now() - from) };
}

async function timed(act: () => Promise<unknown>): Promise<number> {
  const from = performance.now();
  await act();
  return performance.now() - from;
}

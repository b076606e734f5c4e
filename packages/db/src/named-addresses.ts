/** Addresses named in one row of the trail; of the others the number. */
const NAMED_ADDRESSES = 20;

/** Where something came from, and how often from there. */
export interface Origin {
  readonly address: string;
  readonly times: number;
}

/** The addresses from which something came most often, and how many others there are, as a row of the trail holds them. */
export function namedAddresses(origins: readonly Origin[]): {
  readonly addresses: Readonly<Record<string, number>>;
  readonly otherAddresses: number;
} {
  const counted = new Map<string, number>();
  for (const { address, times } of origins) counted.set(address, (counted.get(address) ?? 0) + times);
  const named = [...counted].sort(([a, times], [b, others]) => others - times || a.localeCompare(b));
  return {
    addresses: Object.fromEntries(named.slice(0, NAMED_ADDRESSES)),
    otherAddresses: Math.max(0, named.length - NAMED_ADDRESSES),
  };
}

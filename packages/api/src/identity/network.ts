import { isIPv6 } from 'node:net';

/**
 * The address as failures are counted on it: of IPv6 the network of 64 bits, which is what one subscriber has, of IPv4,
 * also inside IPv6, the whole.
 */
export function networkOf(address: string): string {
  const [bare = ''] = address.split('%'); // the zone of a link-local address
  if (!isIPv6(bare)) return bare;
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(bare);
  if (mapped?.[1] !== undefined) return mapped[1];
  const [head = '', tail] = bare.split('::');
  const before = head === '' ? [] : head.split(':');
  const after = tail === undefined || tail === '' ? [] : tail.split(':');
  const zeros = tail === undefined ? 0 : Math.max(0, 8 - before.length - after.length);
  const groups = [...before, ...Array.from({ length: zeros }, () => '0'), ...after];
  return `${groups
    .slice(0, 4)
    .map((group) => Number.parseInt(group, 16).toString(16))
    .join(':')}::/64`;
}

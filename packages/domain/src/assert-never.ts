/** Proves at compile time that a union is exhausted; throws when untyped data gets past the compiler. */
export function assertNever(value: never): never {
  throw new Error(`unreachable: ${JSON.stringify(value)}`);
}

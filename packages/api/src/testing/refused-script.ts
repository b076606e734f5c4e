import { expect } from 'vitest';
import { answersIn, typed } from './command-line.ts';

/** What a script was refused with. */
export interface RefusedScript {
  readonly code: string;
  readonly field: string | null;
  readonly line: number | null;
  readonly message: { readonly zh: string; readonly en: string };
  readonly possible?: readonly { readonly step: string; readonly do: readonly { readonly code: string }[] }[];
}

/** The errors of a script, which end its journal. */
export async function refusedIn(
  script: string,
  procedure = 'informed-commitment',
  ...options: readonly string[]
): Promise<readonly RefusedScript[]> {
  const { code, output } = await typed(['simulate', procedure, '--script', '-', ...options], script);
  const errors = answersIn(output).flatMap(({ error }) => (error === undefined ? [] : [error as RefusedScript]));
  expect(code).toBe(errors.length === 0 ? 0 : 1);
  return errors;
}

import { text, type Text } from '@lianban/domain/text';

/** Lines of a case that run side by side, by the names that the flows give their branches. */
const branches: Readonly<Record<string, Text>> = {
  verification: text('事中事后核查', 'Verification'),
  conditions: text('承诺条件', 'Promised conditions'),
  statement: text('陈述申辩', 'Representations'),
  hearing: text('听证', 'Hearing'),
  register: text('注销登记', 'Register'),
  credit: text('信用登记', 'Credit file'),
};

/**
 * The line of a flow in which a duty stands, outermost part first; empty on the main line. Keys name the place of a step,
 * such as `verification/rectify#2`; a part ending in `!` is a right whose exercise opened a line of its own.
 */
const lineOf = (duty: string): readonly string[] => duty.split('/').slice(0, -1);

/** Whether a duty stands in the line of the other, or in one that began there. */
export function isWithinLineOf(duty: string, other: string): boolean {
  const line = lineOf(duty);
  return lineOf(other).every((part, at) => part === line[at]);
}

/** The branches a duty belongs to, outermost first; none on the main line. */
export const branchesOf = (duty: string, rightTitle: (step: string) => Text): Text[] =>
  lineOf(duty).map((part) =>
    part.endsWith('!') ? rightTitle(part.slice(0, -1)) : (branches[part] ?? text(part, part)),
  );

import { text, type Text } from '@lianban/domain/text';

/** Why whoever decides cannot grant: what was drafted is a refusal. */
export const refusalDrafted = text(
  '拟办意见为不予，须有拟准予的意见方可准予',
  'The draft proposes refusal: a grant needs a draft that proposes it',
);

/** Why whoever decides cannot refuse: what was drafted is a grant. A refusal is drafted, with its reasons, and checked. */
export const grantDrafted = text(
  '拟办意见为准予，不予须先退回重新拟办',
  'The draft proposes grant: a refusal needs a draft that proposes it, so send it back first',
);

/** Why nothing is sent back a third time (10.B). [design] */
export const enoughReturns = text(
  '已退回两次，请会同研究后决定',
  'Sent back twice already: decide after joint discussion',
);

/** Asked in each round of a draft that may be returned, says what is barred in it: the return, once there were two. */
export function rounds(): () => Readonly<Record<string, Text>> {
  const returns = [{}, {}];
  return () => returns.pop() ?? { sendBack: enoughReturns };
}

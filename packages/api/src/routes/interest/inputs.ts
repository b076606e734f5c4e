import { declaredKindView } from '../../views/interest.ts';
import { day, reason, words } from '../organisation/inputs.ts';

/** An interest as it is filled in: the enterprise by name or credit code. */
export const interest = {
  ...{ enterprise: words(100), kind: declaredKindView, note: reason },
  ...{ since: day.nullable(), until: day.nullable() },
};

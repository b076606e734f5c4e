import { instant, type Instant } from '@lianban/domain/civil-date';
import type { Input } from './entry.ts';

/** A duty whose expiry is a turn of the case, and when. */
export interface NextLapse {
  readonly duty: string;
  readonly due: Instant;
}

/** The input that a silence is: at its due instant, however late it is written, and the same whoever notices (ADR 0006). */
export const lapseOf = ({ duty, due }: NextLapse): Extract<Input, { kind: 'lapse' }> => ({
  kind: 'lapse',
  requestId: `lapse:${duty}:${due}`,
  at: instant(due),
  duty,
  due,
});

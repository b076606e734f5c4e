import { clockNamed } from '@lianban/domain/limit-key';
import { text, type Text } from '@lianban/domain/text';

/** What the statutory clocks of the procedures are called, by the names that their flows give them. */
const titles: Readonly<Record<string, Text>> = {
  decision: text('许可决定时限', 'Time limit of the decision'),
  revocation: text('撤销决定时限', 'Time limit of the revocation decision'),
};

/** What a clock is called. */
export const clockTitle = (name: string): Text => titles[name] ?? text('法定时限', 'Statutory time limit');

/** What the clock is called that a limit of this key belongs to. */
export const clockTitleOf = (key: string): Text => clockTitle(clockNamed(key) ?? key);

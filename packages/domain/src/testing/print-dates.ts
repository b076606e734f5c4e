import { addDays, addMonths, civilDate, civilDateOf, endOfDay, instant, startOfDay, weekday } from '../civil-date.ts';
import { dueOf } from '../due.ts';
import { receivedOn } from '../receipt.ts';
import { askOf, published } from './arbitraries.ts';

// The host's own offset first, so that whoever compares two runs sees that the zones differed.
const lines = [String(new Date('2026-07-01T00:00:00Z').getTimezoneOffset())];
for (let on = civilDate('2025-01-01'); on < '2027-03-01'; on = addDays(on, 3)) {
  const { on: due, at } = dueOf(askOf(on, { workingDays: 7 }), published);
  const noon = instant(`${on}T04:00:00Z`);
  lines.push(
    [
      on,
      weekday(on),
      startOfDay(on),
      endOfDay(on),
      addMonths(on, 1),
      due,
      at,
      civilDateOf(noon),
      receivedOn(noon, published),
    ].join(' '),
  );
}
process.stdout.write(lines.join('\n'));

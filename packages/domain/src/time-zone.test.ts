import { execFileSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';

const program = fileURLToPath(new URL('./testing/print-dates.ts', import.meta.url));

const printedIn = (zone: string): string =>
  execFileSync(process.execPath, ['--import', 'tsx', program], { encoding: 'utf8', env: { ...process.env, TZ: zone } });

test('the time zone of the host changes no date', { timeout: 60_000 }, () => {
  const zones = ['UTC', 'America/Los_Angeles', 'Pacific/Kiritimati', 'Asia/Shanghai'].map(printedIn);
  const offsets = zones.map((printed) => printed.split('\n')[0]);
  const dates = zones.map((printed) => printed.split('\n').slice(1).join('\n'));
  expect(new Set(offsets).size).toBe(4);
  expect(dates[0]?.length).toBeGreaterThan(10_000);
  expect(new Set(dates).size).toBe(1);
});

import { RecordedCase } from '@lianban/db/testing/recorded-case';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { listen } from '../support/listener.ts';
import { startRunningService, type RunningService } from '../support/running-service.ts';
import { signIn } from '../support/service-client.ts';

let running: RunningService;
beforeAll(async () => {
  running = await startRunningService();
});
afterAll(() => running.stop());

test('a page that is open while its case is put under secrecy hears that it is not to be shown any more, unless its reader may still see it [ASVS v5.0.0-8.3.2] [ASVS v5.0.0-8.2.2]', async () => {
  const { address, database } = running;
  const [section, legal, officer, applicant] = await Promise.all(
    ['qinli', 'guolan', 'zhoumin', 'wanhe'].map((user) => signIn(address, user)),
  );
  if (!section || !legal || !officer || !applicant) throw new Error('somebody could not sign in');
  const life = await RecordedCase.open(database.pool);
  await life.answer('intake', 'accept');
  const other = await RecordedCase.open(database.pool);
  const { caseId } = life;
  const watching = (cookie: string, watched = caseId) => listen(address, cookie, watched);
  const outside = watching(legal.cookie);
  const elsewhere = watching(legal.cookie, other.caseId);
  const inside = [watching(officer.cookie), watching(applicant.cookie)];
  await Promise.all([outside, elsewhere, ...inside].map(({ open }) => open));
  await section.trpc.case.setSecrecy.mutate({ caseId, secret: true, reason: '飞行检查在即' });
  await expect.poll(() => outside.text(), { timeout: 10_000 }).toContain(`{"concealed":"${caseId}"}`);
  // Everybody hears of the next turn of what they look at, and by then would have heard of the secrecy.
  await other.answer('intake', 'accept');
  await expect.poll(() => elsewhere.text().includes(other.caseId), { timeout: 10_000 }).toBe(true);
  await life.answer('propose', 'proposeGrant');
  for (const page of inside) {
    await expect.poll(() => page.text().includes(`"caseId":"${caseId}"`), { timeout: 10_000 }).toBe(true);
    expect(page.text()).not.toContain('concealed');
  }
  expect(elsewhere.text()).not.toContain(caseId);
});

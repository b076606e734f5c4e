import { randomUUID } from 'node:crypto';
import { select } from '@lianban/db/queryable';
import { COSMETICS_ENTERPRISE } from '@lianban/db/seed/people';
import { items } from '@lianban/domain/items';
import { addDays, civilDateOf, instant } from '@lianban/domain/civil-date';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import {
  completeDraft,
  device,
  filledIn,
  refusedAs,
  renewal,
  retail,
  type Applicant,
} from '../support/application-draft.ts';
import { callers, type Callers } from '../support/caller.ts';

let api: Callers;
/** Holds no licence to renew. */
let drugstore: Applicant;
/** Whose licence can be renewed today. */
let cosmetics: Applicant;
beforeAll(async () => {
  api = await callers();
  drugstore = (await api.as('wanhe')).application;
  cosmetics = (await api.as('mulan')).application;
});
afterAll(() => api.close());

const today = civilDateOf(instant(Date.now()));
const run = (text: string, ...values: unknown[]) => select(api.pool, { text, values });

describe('the catalogue', () => {
  test('is open to everybody, of both provinces or of one', async () => {
    const { nobody } = api;
    expect(await nobody.catalogue.items({})).toHaveLength(items.length);
    const own = await nobody.catalogue.items({ province: 'SC' });
    expect(own).toHaveLength(items.filter(({ province }) => province === 'SC').length);
    expect(own.every(({ province, limits }) => province === 'SC' && limits.length > 3)).toBe(true);
  });

  test('shows the rule of the day', async () => {
    const windowOf = async () =>
      (await api.nobody.catalogue.items({ province: 'CQ' }))
        .find(({ code }) => code === retail.item)
        ?.limits.find(({ key }) => key === 'commit.verify.window')?.limit;
    expect(await windowOf()).toEqual({ months: 3 });
    await run(`INSERT INTO rule (key, province, item, "limit", policy, mark, basis, starts, effective_from)
      SELECT key, 'CQ', item, '{"months": 1}', policy, 'design', basis, starts, effective_from FROM rule
      WHERE key = 'commit.verify.window' AND item = 'otc-retail'`);
    expect(await windowOf()).toEqual({ months: 1 });
    await run(`DELETE FROM rule WHERE key = 'commit.verify.window' AND province = 'CQ'`);
  });
});

test('only applicants apply', async () => {
  const officer = await api.as('hejing');
  await expect(api.nobody.application.drafts()).rejects.toMatchObject(refusedAs('NOT_SIGNED_IN'));
  await expect(officer.application.drafts()).rejects.toMatchObject(refusedAs('FORBIDDEN'));
  await expect(officer.application.submit({ draftId: randomUUID(), requestId: randomUUID() })).rejects.toMatchObject(
    refusedAs('FORBIDDEN'),
  );
});

describe('eligibility', () => {
  const licenceEndsOn = (on: string) =>
    run('UPDATE licence SET valid_to = $2 WHERE enterprise_id = $1', COSMETICS_ENTERPRISE, on);

  test('opens both routes inside the window and says until when', async () => {
    const { routes, window, reasons } = await cosmetics.eligibility(renewal);
    expect(routes).toEqual(['commitment', 'ordinary']);
    expect(reasons).toEqual([]);
    expect(window?.opensOn !== undefined && window.opensOn <= today && today <= window.closesOn).toBe(true);
  });

  test('opens nothing to who holds no licence to renew', async () => {
    const { routes, window, reasons } = await drugstore.eligibility(renewal);
    expect({ routes, window }).toEqual({ routes: [], window: null });
    expect(reasons).toHaveLength(1);
  });

  test('opens nothing before and after the window, and names its days', async () => {
    const { window } = await cosmetics.eligibility(renewal);
    const expiresOn = window?.expiresOn ?? '';
    for (const [on, side] of [
      [addDays(today, 400), 'Too early'],
      [addDays(today, 5), 'Too late'],
    ] as const) {
      await licenceEndsOn(on);
      const closed = await cosmetics.eligibility(renewal);
      expect(closed.routes).toEqual([]);
      expect(closed.reasons[0]?.en).toContain(side);
    }
    await licenceEndsOn(expiresOn);
  });

  test('leaves the ordinary route to items outside the catalogue', async () => {
    expect((await drugstore.eligibility(device)).routes).toEqual(['ordinary']);
  });

  test('knows no other items', async () => {
    const asked = { item: 'bakery', province: 'CQ' } as const;
    await expect(drugstore.eligibility(asked)).rejects.toMatchObject(refusedAs('UNKNOWN_ITEM'));
  });
});

describe('a draft', () => {
  test('may be empty, is saved over and over under one id, and comes back as it was saved', async () => {
    const { draftId, notice, expiresOn } = await drugstore.draft({ ...retail, content: {} });
    expect(notice?.version).toMatch(/^[0-9a-f]{12}$/);
    const content = { ...filledIn, conditionsMetOn: addDays(today, 20) };
    await drugstore.draft({ ...retail, draftId, content });
    const shown = await drugstore.draftById({ draftId });
    expect(shown).toMatchObject({ draftId, content, expiresOn });
    expect(shown.item.code).toBe(retail.item);
  });

  test('takes the id that the caller gives it, and stays with its item', async () => {
    const draftId = randomUUID();
    await drugstore.draft({ ...retail, draftId, content: {} });
    const again = await drugstore.draft({ ...device, draftId, content: { contact: '方少棠' } });
    expect(again).toMatchObject({ draftId, content: { contact: '方少棠' }, item: { code: retail.item } });
  });

  test('is kept 30 days, and to the next working day when that is a rest day', async () => {
    const { expiresOn } = await drugstore.draft({ ...retail, content: {} });
    expect(expiresOn >= addDays(today, 30) && expiresOn <= addDays(today, 40)).toBe(true);
  });

  test('is listed, the last saved first, until it is discarded', async () => {
    const [older, newer] = [await completeDraft(drugstore), await completeDraft(drugstore)];
    const listed = async () => (await drugstore.drafts()).map(({ draftId }) => draftId);
    expect((await listed()).slice(0, 2)).toEqual([newer, older]);
    await drugstore.discard({ draftId: newer });
    await drugstore.discard({ draftId: newer });
    expect(await listed()).not.toContain(newer);
    expect(await listed()).toContain(older);
  });

  test('of another enterprise is neither read, saved, discarded nor submitted', async () => {
    const draftId = await completeDraft(drugstore);
    const other = cosmetics;
    const gone = refusedAs('NO_SUCH_DRAFT');
    await expect(other.draftById({ draftId })).rejects.toMatchObject(gone);
    await expect(other.draft({ ...retail, draftId, content: {} })).rejects.toMatchObject(gone);
    await expect(other.submit({ draftId, requestId: randomUUID() })).rejects.toMatchObject(gone);
    await other.discard({ draftId });
    expect((await other.drafts()).map((draft) => draft.draftId)).not.toContain(draftId);
    expect((await drugstore.draftById({ draftId })).content.contact).toBe('方少棠');
  });

  test('that has expired is gone for everything', async () => {
    const draftId = await completeDraft(drugstore);
    await run('UPDATE draft SET expires_on = $2 WHERE id = $1', draftId, addDays(today, -1));
    const gone = refusedAs('NO_SUCH_DRAFT');
    await expect(drugstore.draftById({ draftId })).rejects.toMatchObject(gone);
    await expect(drugstore.draft({ ...retail, draftId, content: {} })).rejects.toMatchObject(gone);
    await expect(drugstore.submit({ draftId, requestId: randomUUID() })).rejects.toMatchObject(gone);
    expect((await drugstore.drafts()).map((draft) => draft.draftId)).not.toContain(draftId);
  });

  test('of an item that has left the catalogue does not hide the others', async () => {
    const [kept, orphan] = [await completeDraft(drugstore), await completeDraft(drugstore)];
    await run(`UPDATE draft SET item = 'bakery' WHERE id = $1`, orphan);
    const listed = (await drugstore.drafts()).map(({ draftId }) => draftId);
    expect(listed).toContain(kept);
    expect(listed).not.toContain(orphan);
  });

  test.each([
    ['NUL', { contact: '方\0少棠' }, 'INVALID_TEXT'],
    ['half a character', { premises: '重庆\uD842' }, 'INVALID_TEXT'],
    ['a day that does not exist', { conditionsMetOn: '2026-02-30' }, 'NO_SUCH_DATE'],
    ['too long a line', { phone: '1'.repeat(41) }, 'MALFORMED'],
  ] as const)('with %s is not saved', async (_, content, code) => {
    const draftId = randomUUID();
    await expect(drugstore.draft({ ...retail, draftId, content })).rejects.toMatchObject(refusedAs(code));
    await expect(drugstore.draftById({ draftId })).rejects.toMatchObject(refusedAs('NO_SUCH_DRAFT'));
  });

  test('of an unknown item is not begun', async () => {
    const begun = drugstore.draft({ item: 'bakery', province: 'CQ', content: {} });
    await expect(begun).rejects.toMatchObject(refusedAs('UNKNOWN_ITEM'));
  });
});

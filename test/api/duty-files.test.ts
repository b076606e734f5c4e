import { randomUUID } from 'node:crypto';
import { RecordedCase } from '@lianban/db/testing/recorded-case';
import { madePdf } from '@lianban/db/seed/made-file';
import { ordinaryPermitWithDeferral } from '@lianban/workflows/procedures/ordinary-permit/2024-01';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { callers, type Caller, type Callers } from '../support/caller.ts';

let api: Callers;
let drugstore: Caller;
beforeAll(async () => {
  api = await callers();
  drugstore = await api.as('wanhe');
});
afterAll(() => api.close());

const curable = [{ key: 'staff-training', title: { zh: '人员培训材料', en: 'Evidence of staff training' } }];

/** A case in which one material is to follow. */
async function deferred(): Promise<string> {
  const life = await RecordedCase.open(api.pool, {
    procedure: ordinaryPermitWithDeferral,
    opening: { curable, commitment: null },
  });
  const cureOn = new Date(Date.now() + 86_400_000 * 20).toISOString().slice(0, 10);
  await life.answer('intake', 'defer', { flow: { missing: ['staff-training'] } });
  await life.answer('commitToCure', 'sign', { flow: { cureOn } });
  await life.answer('acceptDeferred', 'accept');
  return life.caseId;
}

const CURE = 'deferred/staff-training/cure';
const handIn = (caseId: string, duty = CURE) =>
  drugstore.attachment.handIn({ caseId, duty, name: '培训记录.pdf', replaces: null, bytes: madePdf(['培训记录']) });
const answer = (caseId: string, attachmentIds: string[], form = {}) =>
  drugstore.duty.answer({ caseId, duty: CURE, outcome: 'submit', form, attachmentIds, requestId: randomUUID() });
const codeOf = (call: Promise<unknown>): Promise<unknown> =>
  call.then(
    () => 'answered',
    (failure: unknown) => (failure instanceof Error ? (failure.cause as { code?: string } | undefined)?.code : failure),
  );

describe('what is to follow after acceptance', () => {
  test('stands on the page of the applicant and of the officer with its day, item by item', async () => {
    const caseId = await deferred();
    for (const caller of [drugstore, await api.as('zhoumin')]) {
      const { duties } = await caller.case.page({ caseId });
      const cure = duties.find(({ step }) => step === 'cure');
      expect(cure?.about?.zh).toBe('人员培训材料');
      // Ten working days from the acceptance come before the promised day.
      expect(cure?.deadline.why?.limit).toEqual({ workingDays: 10 });
    }
    const { rows } = await drugstore.duty.inbox({ tab: 'mine' });
    expect(rows.find((row) => row.caseId === caseId)?.about?.zh).toBe('人员培训材料');
  });

  test('is handed in as a file, which has to be there, waits unseen and comes with the answer to those who work on the case', async () => {
    const caseId = await deferred();
    const [officer, stranger] = [await api.as('zhoumin'), await api.as('boheng')];
    expect(await codeOf(answer(caseId, []))).toBe('MISSING_MATERIAL');
    const { attachmentId, material } = await handIn(caseId);
    expect(material).toBe('staff-training');
    const waiting = async (caller: Caller) =>
      (await caller.case.page({ caseId })).duties.find(({ key }) => key === CURE)?.waiting.length;
    expect([await waiting(drugstore), await waiting(officer)]).toEqual([1, 0]);
    expect(await codeOf(officer.attachment.download({ attachmentId }))).toBe('NO_SUCH_ATTACHMENT');
    expect(await codeOf(stranger.attachment.download({ attachmentId }))).toBe('NO_SUCH_ATTACHMENT');
    await answer(caseId, [attachmentId]);
    const page = await officer.case.page({ caseId });
    expect(page.timeline.at(-1)).toMatchObject({ about: { zh: '人员培训材料' }, files: [{ attachmentId }] });
    expect(page.materials.find(({ key }) => key === 'staff-training')?.files).toMatchObject([{ attachmentId }]);
    expect((await officer.attachment.download({ attachmentId })).name).toBe('培训记录.pdf');
    expect(await codeOf(stranger.attachment.download({ attachmentId }))).toBe('NO_SUCH_ATTACHMENT');
    expect(await codeOf(drugstore.attachment.remove({ attachmentId }))).toBe('NO_SUCH_ATTACHMENT');
  });

  test('takes no file for a duty of somebody else, none that is no file of the kinds, and none for a button without', async () => {
    const caseId = await deferred();
    const stranger = await api.as('boheng');
    const bytes = madePdf(['他人']);
    const sent = { caseId, duty: CURE, name: '他人.pdf', replaces: null };
    expect(await codeOf(stranger.attachment.handIn({ ...sent, bytes }))).toBe('NO_SUCH_DUTY');
    expect(await codeOf(drugstore.attachment.handIn({ ...sent, bytes: Buffer.from('<script>') }))).toBe('FILE_UNFIT');
    expect(await codeOf(handIn(caseId, 'assign'))).toBe('NO_SUCH_DUTY');
    expect(await codeOf(handIn(caseId, 'withdraw'))).toBe('MALFORMED');
    expect(await codeOf(answer(caseId, [randomUUID()]))).toBe('FILES_CHANGED');
  });

  test('is chosen by the window from the list of the item, and nothing else may be', async () => {
    const life = await RecordedCase.open(api.pool, { procedure: ordinaryPermitWithDeferral, opening: { curable } });
    const window = await api.as('hejing');
    const { duties } = await drugstore.case.page({ caseId: life.caseId });
    expect(duties.map(({ step }) => step)).toEqual(['intake']);
    const defer = (missing: string[]) =>
      window.duty.answer({
        ...{ caseId: life.caseId, duty: 'intake', outcome: 'defer', requestId: randomUUID() },
        form: { missing },
      });
    expect(await codeOf(defer(['application-form']))).toBe('MALFORMED');
    expect(await codeOf(defer([]))).toBe('MALFORMED');
    expect(await codeOf(defer(['staff-training']))).toBe('answered');
  });
});

describe('what a unit asks of whoever put a liaison request', () => {
  test('stops the limit of the unit alone, and is handed in by the district with files that the unit opens', async () => {
    const [district, officer, stranger] = [await api.as('banan'), await api.as('shuyan'), await api.as('guolan')];
    const receipt = await district.liaison.register({
      ...{ requestId: randomUUID(), district: '500113', unit: null, category: 'help', sensitive: false },
      ...{ subject: '样品转运', text: '请予指导', enterprise: '', creditCode: null, contact: '巴小楠', phone: '1' },
    });
    const { caseId } = receipt;
    const act = (caller: Caller, [duty, outcome]: readonly [string, string], form = {}, attachmentIds: string[] = []) =>
      caller.duty.answer({ caseId, duty, outcome, form, attachmentIds, requestId: randomUUID() });
    await act(officer, ['accept', 'acceptOwn'], { category: 'help' });
    await act(officer, ['handle', 'askMaterial'], { items: ['委托试制合同'] });
    const clocks = async () =>
      Object.fromEntries((await officer.case.page({ caseId })).clocks.map(({ name, running }) => [name, running]));
    expect(await clocks()).toEqual({ handling: false, cap: true });

    const supplement = (await district.case.page({ caseId })).duties.find(({ step }) => step === 'supplement');
    expect(supplement?.outcomes.map(({ name, files }) => [name, files])).toEqual([['submit', 'optional']]);
    const duty = supplement?.key ?? '';
    const bytes = madePdf(['委托试制合同']);
    const { attachmentId } = await district.attachment.handIn({
      ...{ caseId, duty, name: '合同.pdf', replaces: null, bytes },
    });
    const { duties } = await district.case.page({ caseId });
    expect(duties.find(({ key }) => key === duty)?.waiting.map(({ name }) => name)).toEqual(['合同.pdf']);
    expect(await codeOf(officer.attachment.download({ attachmentId }))).toBe('NO_SUCH_ATTACHMENT');
    await act(district, [duty, 'submit'], { statement: '随附合同' }, [attachmentId]);
    for (const caller of [district, officer])
      expect((await caller.attachment.download({ attachmentId })).bytes.equals(bytes)).toBe(true);
    expect(await codeOf(stranger.attachment.download({ attachmentId }))).toBe('NO_SUCH_ATTACHMENT');
    expect(await clocks()).toEqual({ handling: true, cap: true });
  });
});

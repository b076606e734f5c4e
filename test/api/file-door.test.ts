import { perMinute } from '@lianban/api/http/limits';
import { madePdf, madePng } from '@lianban/db/seed/made-file';
import { mostBytes } from '@lianban/domain/attachment';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { retail } from '../support/application-draft.ts';
import { FileClient, type FileAnswer } from '../support/file-client.ts';
import { startRunningService, type RunningService } from '../support/running-service.ts';
import { signIn, type SignedInClient } from '../support/service-client.ts';

let running: RunningService;
let drugstore: SignedInClient;
let door: FileClient;
let draftId: string;
beforeAll(async () => {
  running = await startRunningService(null, (direct) => direct, { rates: 20 });
  drugstore = await signIn(running.address, 'wanhe');
  door = new FileClient(running.address, drugstore.cookie);
  ({ draftId } = await drugstore.trpc.application.draft.mutate({ ...retail, content: {} }));
});
afterAll(() => running.stop());

const pdf = madePdf(['申请表', '万和安大药房']);
const png = madePng({ side: 24, walls: [8] });
const files = async () => (await drugstore.trpc.application.draftById.query({ draftId })).attachments;
const idOf = ({ body }: FileAnswer): string => (JSON.parse(body.toString()) as { attachmentId: string }).attachmentId; // as the view says
const handed = async (name = '申请表.pdf', bytes = pdf): Promise<string> =>
  idOf(await door.handIn({ draftId, name }, bytes));

describe('a file that is handed in', () => {
  test('is listed with its draft, and given out byte by byte as a download that no browser keeps, shows or runs [ASVS v5.0.0-5.3.1] [ASVS v5.0.0-5.4.2] [ASVS v5.0.0-3.2.1] [ASVS v5.0.0-14.3.2]', async () => {
    const answer = await door.handIn({ draftId, name: '申请表 "甲".PDF' }, pdf);
    expect(answer.status).toBe(200);
    const attachmentId = idOf(answer);
    expect(await files()).toMatchObject([
      {
        attachmentId,
        material: 'application-form',
        name: '申请表 甲.pdf',
        mediaType: 'application/pdf',
        size: pdf.length,
      },
    ]);
    const { status, headers, body } = await door.download(attachmentId);
    expect({ status, same: body.equals(pdf) }).toEqual({ status: 200, same: true });
    expect(headers).toMatchObject({
      'content-type': 'application/pdf',
      'content-disposition': `attachment; filename="??? ?.pdf"; filename*=UTF-8''${encodeURIComponent('申请表 甲.pdf')}`,
      'content-security-policy': "sandbox; default-src 'none'",
      'x-content-type-options': 'nosniff',
      'cache-control': 'private, no-store',
      'cross-origin-resource-policy': 'same-origin',
      'referrer-policy': 'no-referrer',
    });
    expect((await door.remove(attachmentId)).status).toBe(200);
    expect(await files()).toEqual([]);
  });

  test.each([
    ['a page called PDF', '申请表.pdf', Buffer.from('<!doctype html><script>alert(1)</script>')],
    [
      'a drawing with a script in it',
      '平面图.svg',
      Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"><script/></svg>'),
    ],
    ['a program called PDF', '申请表.pdf', Buffer.concat([Buffer.from('MZ'), Buffer.alloc(300)])],
    ['an archive called PDF', '申请表.pdf', Buffer.concat([Buffer.from('PK\x03\x04'), Buffer.alloc(60)])],
    ['text', '说明.txt', Buffer.from('%PD 申请表')],
    ['a PDF behind a page', '申请表.pdf', Buffer.concat([Buffer.from('<html>'), pdf])],
    ['a picture called PDF', '申请表.pdf', png],
    ['a PDF called a page', '申请表.html', pdf],
  ])(
    'is refused when it is %s, and nothing is kept [ASVS v5.0.0-5.2.2] [ASVS v5.0.0-2.2.1]',
    async (_, name, bytes) => {
      const answer = await door.handIn({ draftId, name }, bytes);
      expect([answer.status, answer.code]).toEqual([422, 'FILE_UNFIT']);
      expect(await files()).toEqual([]);
    },
  );

  test('may have the longest size that is allowed and not a byte more, and nothing of a longer one is kept [ASVS v5.0.0-5.2.1]', async () => {
    const longest = Buffer.concat([pdf, Buffer.alloc(mostBytes - pdf.length, '%')]);
    const attachmentId = await handed('longest.pdf', longest);
    expect((await door.download(attachmentId)).body.equals(longest)).toBe(true);
    await door.remove(attachmentId);
    const longer = await door.handIn({ draftId }, Buffer.concat([longest, Buffer.from('%')]));
    expect([longer.status, longer.code]).toEqual([413, 'FILE_TOO_LARGE']);
    expect(await files()).toEqual([]);
  });

  test.each(['multipart/form-data; boundary=x', 'application/pdf', 'text/plain', 'application/json', ''])(
    'comes as bytes and not as %j, which a form of another site could send [ASVS v5.0.0-3.5.2]',
    async (type) => {
      const answer = await door.handIn({ draftId }, pdf, { headers: { 'content-type': type } });
      expect([answer.status, answer.code]).toEqual([415, 'MALFORMED']);
    },
  );

  test.each([
    ['without a name', { 'lianban-file-name': '' }, `/attachments?draftId=DRAFT&material=application-form`],
    [
      'with a name that is none',
      { 'lianban-file-name': '%E0%A4%A' },
      `/attachments?draftId=DRAFT&material=application-form`,
    ],
    [
      'with half a character in its name',
      { 'lianban-file-name': '%00' },
      `/attachments?draftId=DRAFT&material=application-form`,
    ],
    ['for no material', {}, '/attachments?draftId=DRAFT'],
    ['for a material that the item does not ask for', {}, '/attachments?draftId=DRAFT&material=__proto__'],
    ['for a material that the agency gets itself', {}, '/attachments?draftId=DRAFT&material=business-licence'],
    ['for two drafts', {}, '/attachments?draftId=DRAFT&draftId=DRAFT&material=application-form'],
    ['in place of what is no id', {}, '/attachments?draftId=DRAFT&material=application-form&replaces=1'],
  ])('is refused %s [ASVS v5.0.0-2.2.1]', async (_, headers, path) => {
    const answer = await door.handIn({ draftId }, pdf, { headers, path: path.replaceAll('DRAFT', draftId) });
    expect(answer.code).toMatch(/^(MALFORMED|INVALID_TEXT)$/);
    expect(answer.status).toBe(400);
    expect(await files()).toEqual([]);
  });
});

describe('nobody else gets in', () => {
  const foreign: readonly (readonly [string, Readonly<Record<string, string>>])[] = [
    ['another site', { origin: 'https://elsewhere.example', 'sec-fetch-site': 'cross-site' }],
    ['a site beside ours', { 'sec-fetch-site': 'same-site' }],
    ['a frame', { origin: '', 'sec-fetch-mode': 'navigate', 'sec-fetch-dest': 'iframe' }],
    ['an image', { origin: '', 'sec-fetch-mode': 'no-cors', 'sec-fetch-dest': 'image' }],
    [
      'a link on another site',
      { origin: '', 'sec-fetch-site': 'cross-site', 'sec-fetch-mode': 'navigate', 'sec-fetch-dest': 'document' },
    ],
  ];
  test.each(foreign)(
    'by %s, to hand in, to remove or to download [ASVS v5.0.0-3.5.1] [ASVS v5.0.0-3.5.8]',
    async (_, headers) => {
      const attachmentId = await handed();
      const answers = [
        await door.handIn({ draftId, name: 'b.pdf' }, madePdf(['乙']), { headers }),
        await door.remove(attachmentId, headers),
        await door.download(attachmentId, headers),
      ];
      expect(answers.map(({ status, code }) => [status, code])).toEqual(answers.map(() => [403, 'FOREIGN_ORIGIN']));
      expect(await files()).toHaveLength(1);
      await door.remove(attachmentId);
    },
  );

  test('a link of ours leads to a download, and a request that names no site changes nothing [ASVS v5.0.0-3.5.1]', async () => {
    const attachmentId = await handed();
    const link = { origin: '', 'sec-fetch-mode': 'navigate', 'sec-fetch-dest': 'document' };
    expect((await door.download(attachmentId, link)).status).toBe(200);
    const silent = { origin: '', 'sec-fetch-site': '', 'sec-fetch-mode': '', 'sec-fetch-dest': '' };
    expect((await door.remove(attachmentId, silent)).code).toBe('FOREIGN_ORIGIN');
    expect((await door.remove(attachmentId)).status).toBe(200);
  });

  test('who is not signed in, before anything of the file is read [ASVS v5.0.0-8.3.1]', async () => {
    const nobody = new FileClient(running.address, '');
    const attachmentId = await handed();
    for (const answer of [
      await nobody.handIn({ draftId }, Buffer.alloc(mostBytes + 1)), // it would be too large
      await nobody.remove(attachmentId),
      await nobody.download(attachmentId),
    ])
      expect([answer.status, answer.code]).toEqual([401, 'NOT_SIGNED_IN']);
    await door.remove(attachmentId);
  });

  test.each(['/trpc/attachment.download', '/trpc/attachment.handIn', '/trpc/attachment.remove'])(
    'by %s: the routes of files are not among the others [ASVS v5.0.0-4.1.4]',
    async (path) => {
      const { status } = await door.send({ method: 'GET', path: `${path}?input=%7B%7D` });
      expect(status).toBe(404);
    },
  );

  test.each(['PUT', 'POST'] as const)(
    'by %s on a file: what was handed in is not overwritten [ASVS v5.0.0-4.1.4]',
    async (method) => {
      const attachmentId = await handed();
      const { status } = await door.send({ method, path: `/attachments/${attachmentId}`, body: pdf });
      expect(status).toBe(404);
      await door.remove(attachmentId);
    },
  );
});

test('an account hands in so much and downloads so much, and is then told when it may go on; the rest goes on meanwhile [ASVS v5.0.0-2.4.1] [ASVS v5.0.0-15.2.2]', async () => {
  const strict = await startRunningService();
  try {
    const client = await signIn(strict.address, 'wanhe');
    const own = new FileClient(strict.address, client.cookie);
    const { draftId: draft } = await client.trpc.application.draft.mutate({ ...retail, content: {} });
    const answers: FileAnswer[] = [];
    for (let nth = 0; nth < perMinute.account.handIn + 2; nth += 1)
      answers.push(await own.handIn({ draftId: draft }, pdf));
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(perMinute.account.handIn);
    const last = answers.at(-1);
    expect(last).toMatchObject({ status: 429, code: 'TOO_MANY_ATTEMPTS' });
    expect(Number(last?.headers['retry-after'])).toBeGreaterThan(0);
    expect((await client.trpc.application.draftById.query({ draftId: draft })).attachments).toHaveLength(1);
    const attachmentId = idOf(answers[0] as FileAnswer); // the first of them
    const downloads: number[] = [];
    for (let nth = 0; nth < perMinute.account.download + 1; nth += 1)
      downloads.push((await own.download(attachmentId)).status);
    expect(downloads.filter((status) => status === 429)).toHaveLength(1);
  } finally {
    await strict.stop();
  }
});

test('a session has only so many files under way at once [ASVS v5.0.0-15.2.2]', async () => {
  const attachmentId = await handed('slow.pdf', Buffer.concat([pdf, Buffer.alloc(6_000_000, '%')]));
  const answers = await Promise.all(Array.from({ length: 24 }, () => door.download(attachmentId)));
  const refused = answers.filter(({ status }) => status !== 200);
  expect(refused.length).toBeGreaterThan(0);
  expect(new Set(refused.map(({ code }) => code))).toEqual(new Set(['TOO_MANY_ATTEMPTS']));
  expect((await door.download(attachmentId)).status).toBe(200);
  await door.remove(attachmentId);
});

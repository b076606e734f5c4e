import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { fileNameOf, mediaTypes, type MediaType } from './attachment.ts';

const types = Object.keys(mediaTypes) as MediaType[]; // its keys are the types
const anyText = fc.string({ unit: 'binary', maxLength: 300 });

describe('the name of a file that is handed in', () => {
  test.each([
    ['申请表.pdf', '申请表.pdf'],
    ['申请表.PDF', '申请表.pdf'],
    ['申请表', '申请表.pdf'],
    ['../../etc/passwd', 'etc passwd.pdf'],
    ['C:\\材料\\平面图.pdf', 'C 材料 平面图.pdf'],
    ['报表\u202Efdp.pdf', '报表 fdp.pdf'],
    ['a\r\nSet-Cookie: x=1.pdf', 'a Set-Cookie x=1.pdf'],
    ['.pdf', 'file.pdf'],
    ['', 'file.pdf'],
    ['2026.10.01 报告.pdf', '2026.10.01 报告.pdf'],
  ])('%j is kept as %j [ASVS v5.0.0-5.4.1] [ASVS v5.0.0-5.4.2]', (sent, kept) => {
    expect(fileNameOf(sent, 'application/pdf')).toBe(kept);
  });

  test.each(['页面.html', '程序.exe', '图.png', '图.svg', '包.pdf.zip'])(
    '%j says that it is no PDF, whatever is in it [ASVS v5.0.0-5.2.2]',
    (sent) => {
      expect(fileNameOf(sent, 'application/pdf')).toBeNull();
    },
  );

  test('holds nothing but itself, ends with what the file is, and stays what it is when kept again', () => {
    fc.assert(
      fc.property(anyText, fc.constantFrom(...types), (sent, type) => {
        const name = fileNameOf(sent, type);
        if (name === null) return;
        expect(name).not.toMatch(/[\p{Cc}\p{Cf}"*/:<>?\\|]/u);
        expect(name).not.toMatch(/^[.\s]|\.\.$/u);
        expect([...name].length).toBeLessThanOrEqual(120);
        expect(mediaTypes[type].extensions.some((extension) => name.endsWith(`.${extension}`))).toBe(true);
        expect(fileNameOf(name, type)).toBe(name);
      }),
      { numRuns: 2_000 },
    );
  });
});

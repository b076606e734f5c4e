import { expect, test } from 'vitest';
import { documents, needsSeal, type DocumentSpec, type DocumentType } from './document.ts';

const specs: readonly [string, DocumentSpec][] = Object.entries(documents);

test('no two types of document share a series or a title', () => {
  const series = specs.flatMap(([, spec]) => spec.series ?? []);
  expect(new Set(series).size).toBe(series.length);
  expect(new Set(specs.map(([, { title }]) => title.zh)).size).toBe(specs.length);
  expect(new Set(specs.map(([, { title }]) => title.en)).size).toBe(specs.length);
});

test('what is decided against or demanded of somebody has a number', () => {
  const formal = specs.filter(([, { title }]) => /(决定书|通知书|告知书|公告|函)$/.test(title.zh));
  expect(formal.length).toBeGreaterThan(15);
  expect(formal.filter(([, { series }]) => series === null)).toEqual([]);
});

test('whoever grants, refuses, orders, revokes or writes to another agency seals; the slips of the window do not [ASVS v5.0.0-7.5.3]', () => {
  const sealed = specs.filter(([type]) => needsSeal([type as DocumentType])).map(([type]) => type);
  expect(sealed).toEqual(expect.arrayContaining(['grantDecision', 'refusalDecision', 'licence', 'revocationDecision']));
  const decides = specs.filter(
    ([, { title, audience }]) => /决定书|函$|责令/.test(title.zh) && audience !== 'internal',
  );
  // Reminders and requests of the clock are sent by nobody.
  const byTheClock = ['assistanceReminder', 'jointOfficeRequest'];
  expect(decides.map(([type]) => type).filter((type) => !sealed.includes(type))).toEqual(byTheClock);
  expect(needsSeal(['receipt', 'acceptanceNotice', 'supplementNotice', 'serviceRecord'])).toBe(false);
  expect(needsSeal(['serviceRecord', 'licence'])).toBe(true);
  expect(needsSeal([])).toBe(false);
});

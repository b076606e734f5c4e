import { civilDate, instant } from '@lianban/domain/civil-date';
import type { DocumentType } from '@lianban/domain/document';
import type { DocumentOfCase, EventRow } from '@lianban/db/queries/case-page';
import type { Role } from '@lianban/domain/role';
import { expect, test } from 'vitest';
import { papersFor } from './turn-papers.ts';

const paper = (version: number, type: DocumentType): DocumentOfCase => ({
  ...{ id: `${version} ${type}`, version, type, number: null, duty: null, fields: {}, isRetracted: false },
  issuedOn: civilDate('2026-06-01'),
});
const event = (version: number, role: Role): EventRow => ({
  ...{ version, at: instant('2026-06-01T01:00:00.000Z'), kind: 'answer', duty: null, step: null, outcome: null },
  ...{
    who: { personId: '', name: '', role, place: { zh: '', en: '' }, standingInFor: null },
    entries: [],
    dues: {},
    form: null,
    reason: null,
    retracted: null,
    letterNumber: null,
  },
  receivedOn: civilDate('2026-06-01'),
});
const record = {
  documents: [
    ...[paper(2, 'revocationNotice'), paper(2, 'draftOpinion'), paper(3, 'statementRecord')],
    paper(4, 'rectificationReport'),
  ],
  events: [event(2, 'OFF'), event(3, 'OFF'), event(4, 'APP'), event(5, 'OFF')],
};
const post = { id: 'p', province: 'CQ', unitId: null, enterpriseId: null, place: { zh: '', en: '' } } as const;
const papersOf = (role: Role) => papersFor(record, { person: { id: '', name: '' }, post: { ...post, role } });

test('officials see every paper of a turn', () => {
  expect(papersOf('OFF')(2)?.map(({ title }) => title.zh)).toEqual(['拟撤销行政许可告知书', '拟办意见']);
  expect(papersOf('OFF')(3)?.map(({ title }) => title.zh)).toEqual(['陈述申辩笔录']);
});

test('the applicant sees those for the outside and those they handed in', () => {
  expect(papersOf('APP')(2)?.map(({ title }) => title.zh)).toEqual(['拟撤销行政许可告知书']);
  expect(papersOf('APP')(4)?.map(({ title }) => title.zh)).toEqual(['整改报告']);
});

test('a turn whose papers all stay inside is told from one that made none', () => {
  expect(papersOf('APP')(3)).toBeNull();
  expect(papersOf('APP')(5)).toEqual([]);
  expect(papersOf('OFF')(5)).toEqual([]);
});

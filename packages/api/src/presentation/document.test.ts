import { civilDate, instant } from '@lianban/domain/civil-date';
import { documents as types, type DocumentType } from '@lianban/domain/document';
import { items } from '@lianban/domain/items';
import type { EventRow } from '@lianban/db/queries/case-page';
import { openingOf } from '@lianban/workflows/testing/scenario';
import { informedCommitment } from '@lianban/workflows/procedures/informed-commitment/2023-12';
import { describe, expect, test } from 'vitest';
import { readerOf } from './catalogue.ts';
import { documentsFor, type Papers } from './document.ts';
import type { Reader } from './owner.ts';

const catalogue = readerOf(informedCommitment.id, informedCommitment.edition);
const item = items.find(({ code }) => code === 'otc-retail');
const AT = instant('2026-03-05T02:00:00Z');
const place = { zh: '行政审批处', en: 'Permits section' };

const reader = (role: 'APP' | 'OFF'): Reader => ({
  person: { id: 'p', name: '某人' },
  post: { id: 'o', role, province: 'CQ', unitId: null, enterpriseId: null, place },
});

interface Act {
  readonly step: string;
  readonly outcome: string;
  readonly by: 'APP' | 'SEC' | 'WIN' | 'INS' | 'OFF' | 'LEG' | 'BMO';
  readonly form: Readonly<Record<string, unknown>>;
}

/** A case of one act, which made these papers. */
function recordOf({ step, outcome, by, form }: Act, made: readonly DocumentType[]): Papers {
  if (item === undefined) throw new Error('no item');
  const head: Papers['head'] = {
    ...{ caseId: 'c', number: '渝告承〔2026〕0001', acceptanceNumber: null, procedure: 'informed-commitment' },
    ...{ edition: '2023-12', item, enterpriseId: 'e', enterprise: '万和药房', creditCode: '91500103MA60T3XC24' },
    ...{
      province: 'CQ',
      state: 'open',
      ending: null,
      version: 2,
      parentCaseId: null,
      parentDuty: null,
      ...{ secretSince: null, secretBy: null, secretReason: null, letInUntil: null, opensFiles: true },
      openedAt: AT,
      updatedAt: AT,
    },
    ...{ opening: openingOf(informedCommitment, { item: 'otc-retail', receivedOn: '2026-03-02' }), form: {} },
  };
  const event: EventRow = {
    ...{
      version: 2,
      at: AT,
      kind: 'answer',
      duty: step,
      step,
      outcome,
      entries: [],
      dues: {},
      reason: null,
      retracted: null,
      letterNumber: null,
      form,
    },
    receivedOn: civilDate('2026-03-05'),
    who: { personId: 'q', name: '秦立', role: by, place, standingInFor: null },
  };
  const documents = made.map((type, at) => ({
    ...{ id: String(at), version: 2, type, number: `№${at}`, duty: step, issuedOn: civilDate('2026-03-05') },
    fields: { form, outcome, by: '秦立' },
    isRetracted: false,
  }));
  return { head, duties: [{ key: step, step, unitId: null, about: null }], events: [event], documents, licence: null };
}
const linesOf = (act: Act, type: DocumentType, who: 'APP' | 'OFF' = 'APP') =>
  documentsFor(recordOf(act, [type]), catalogue, reader(who)).flatMap(({ lines }) => lines.map(({ zh }) => zh));

describe('the text of a document', () => {
  test('lists everything to be supplemented, once', () => {
    const items2 = { items: ['平面图缺面积', '人员证明'] };
    const act: Act = { step: 'intake', outcome: 'requestSupplement', by: 'WIN', form: items2 };
    expect(linesOf(act, 'supplementNotice')).toContain('需补正的全部内容：1. 平面图缺面积；2. 人员证明');
  });

  test('names reasons and the competent authority of a refusal to accept, and the remedies', () => {
    const form = { reasons: '属市级职权', competentBody: '市场监管局' };
    const lines = linesOf({ step: 'intake', outcome: 'refuse', by: 'WIN', form }, 'nonAcceptanceNotice');
    expect(lines).toEqual(expect.arrayContaining(['理由：属市级职权', '有权机关：市场监管局']));
    expect(lines.at(-2)).toBe(
      '如不服，可以自知道之日起 60 日内申请行政复议，或者 6 个月内提起行政诉讼（行政许可法第三十八条、行政复议法第二十条、行政诉讼法第四十六条）。',
    );
    expect(lines.at(-1)).toBe('重庆市药品监督管理局\u30002026年3月5日');
  });

  test('names the reasons for keeping a licence and the remedial measures that go with it', () => {
    const form = { reasons: '全区唯一夜间供药点', remedialMeasures: ['一个月内配齐药师', '每月报告'] };
    const act: Act = { step: 'decideRevocation', outcome: 'keep', by: 'BMO', form };
    expect(linesOf(act, 'nonRevocationDecision')).toEqual(
      expect.arrayContaining(['理由：全区唯一夜间供药点', '补救措施：1. 一个月内配齐药师；2. 每月报告']),
    );
  });

  test('leaves out opinions where it is for the applicant, and keeps them in the papers of the file', () => {
    const act: Act = { step: 'decide', outcome: 'grant', by: 'SEC', form: { opinion: '同意发证' } };
    expect(linesOf(act, 'grantDecision').join()).not.toContain('同意发证');
    expect(linesOf(act, 'reviewOpinion', 'OFF')).toContain('意见：同意发证');
  });

  test('is signed by the applicant where the applicant drew it up, and dates are written out', () => {
    const form = { signature: '方少棠', conditionsMetOn: '2026-05-20' };
    const lines = linesOf({ step: 'commit', outcome: 'sign', by: 'APP', form }, 'commitment');
    expect(lines).toEqual(expect.arrayContaining(['签署人：方少棠', '部分条件承诺达成日期：2026年5月20日']));
    expect(lines.at(-1)).toBe('万和药房\u30002026年3月5日');
  });

  test('names who signed a commitment with the application', () => {
    const record = recordOf({ step: 'intake', outcome: 'accept', by: 'APP', form: {} }, ['commitment']);
    const signed = { ...record.head, form: { signature: { noticeVersion: '1', name: '方少棠' } } };
    const [paper] = documentsFor({ ...record, duties: [], head: signed }, catalogue, reader('APP'));
    expect(paper?.lines.map(({ zh }) => zh)).toContain('签署人：方少棠');
  });

  test('of a meeting with district leaders names the year and the district, and calls nobody an applicant', () => {
    const form = { heldOn: '2026-03-04', participants: '区长', agreed: '每季通气', minutes: '会谈情况' };
    const act: Act = { step: 'meetLeaders', outcome: 'held', by: 'OFF', form };
    const record = recordOf(act, ['districtMeetingMinutes']);
    const opening = { ...record.head.opening, meetings: { year: 2026, districts: [] } };
    const about = { key: '500113', title: { zh: '巴南区', en: 'Banan' } };
    const duties = record.duties.map((duty) => ({ ...duty, about }));
    const told = readerOf('district-meetings', '2024-10');
    const [paper] = documentsFor({ ...record, duties, head: { ...record.head, opening } }, told, reader('OFF'));
    expect(paper?.lines.slice(0, 2)).toEqual([
      { zh: '2026 年度', en: '2026' },
      { zh: '区县：巴南区', en: 'District: Banan' },
    ]);
    expect(paper?.lines.map(({ zh }) => zh)).toEqual(expect.arrayContaining(['议定事项：每季通气', '参会人员：区长']));
    expect(paper?.lines.map(({ zh }) => zh).join()).not.toContain('申请人');
  });

  test('says something of its own in both languages for every type', () => {
    const act: Act = { step: 'decide', outcome: 'grant', by: 'SEC', form: {} };
    const all = Object.keys(types) as DocumentType[]; // the keys of the table are its type
    const views = documentsFor(recordOf(act, all), catalogue, reader('OFF'));
    expect(new Set(views.map(({ lines }) => lines[2]?.zh)).size).toBe(all.length);
    expect(new Set(views.map(({ lines }) => lines[2]?.en)).size).toBe(all.length);
    expect(views.filter(({ lines }) => lines.some(({ zh, en }) => zh === '' || en === ''))).toEqual([]);
  });
});

test('the applicant sees papers for those outside and what they handed in; officials see all', () => {
  const papers: readonly DocumentType[] = ['verificationRecord', 'rectificationOrder', 'caseClueTransfer'];
  const found: Act = { step: 'verify', outcome: 'correctable', by: 'INS', form: {} };
  const shown = (act: Act, made: readonly DocumentType[], who: 'APP' | 'OFF') =>
    documentsFor(recordOf(act, made), catalogue, reader(who)).map(({ title }) => title.zh);
  expect(shown(found, papers, 'APP')).toEqual(['责令限期整改通知书']);
  expect(shown(found, papers, 'OFF')).toHaveLength(3);
  const report: Act = { step: 'rectify', outcome: 'submit', by: 'APP', form: { statement: '已整改' } };
  expect(shown(report, ['rectificationReport'], 'APP')).toEqual(['整改报告']);
});

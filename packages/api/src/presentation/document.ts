import { isOutside } from '@lianban/domain/role';
import { documents as types, type DocumentType } from '@lianban/domain/document';
import { citationText, cite } from '@lianban/domain/law';
import { shownPersonal, type Standing } from '@lianban/domain/personal';
import { quarterFigures, type QuarterFigure } from '@lianban/domain/quarter-figures';
import { provinces } from '@lianban/domain/province';
import { text, type Text } from '@lianban/domain/text';
import type { CaseRecord, DocumentOfCase, DutyRow, EventRow } from '@lianban/db/queries/case-page';
import type { Field } from '@lianban/domain/field';
import type { StepSpec } from '@lianban/workflows/vocabulary/step';
import type { z } from 'zod';
import type { documentView as schema } from '../views/case.ts';
import type { CatalogueReader } from './catalogue.ts';
import { clockTitleOf } from './clock-titles.ts';
import { isForOutside, isShownToApplicant, isTold } from './disclosure.ts';
import { documentWords } from './document-words.ts';
import { written } from './form-words.ts';
import { standingTo, type Reader } from './owner.ts';
import { dateWords } from './words.ts';

/** A document with the lines of its text. */
export type DocumentView = z.infer<typeof schema>;

/** What of a record documents speak of. */
export interface Papers extends Pick<CaseRecord, 'documents' | 'events' | 'head' | 'licence'> {
  readonly duties: readonly Pick<DutyRow, 'key' | 'step' | 'unitId' | 'about'>[];
}

/** By which catalogue a paper is told, and how its reader stands to the case. */
interface Showing {
  readonly catalogue: CatalogueReader;
  readonly standing: Standing;
}

/** The documents of a case that the reader may see, oldest first. */
export const documentsFor = (record: Papers, catalogue: CatalogueReader, reader: Reader): DocumentView[] => {
  const standing = standingTo(record, reader);
  return record.documents
    .filter(({ type, version }) => !isOutside(reader.post.role) || isShownToApplicant(type, eventAt(version, record)))
    .map((document) => documentView(document, record, { catalogue, standing }));
};

const eventAt = (version: number, { events }: Papers): EventRow | undefined =>
  events.find((event) => event.version === version);

/** A document as its text reads: whom it concerns, what it says, why, on which basis, what can be done about it, who and when. */
function documentView(document: DocumentOfCase, record: Papers, { catalogue, standing }: Showing): DocumentView {
  const { id, type, number, issuedOn, isRetracted } = document;
  const step = record.duties.find(({ key }) => key === document.duty)?.step ?? null;
  const spec = step === null ? null : catalogue.spec(step);
  return {
    id,
    title: types[type].title,
    number,
    on: issuedOn,
    isRetracted,
    lines: [
      ...periodOrAddressee(record, document),
      subject(record),
      documentWords[type],
      ...licenceLine(type, record),
      ...(type === 'commitment' && spec === null ? signatureLines(record, standing) : []),
      ...figureLines(document),
      ...formLines(document, { spec, standing }, record),
      ...dateLines(document, record, catalogue),
      ...basisLine(spec, catalogue),
      ...(REMEDIABLE.has(type) ? [remedy] : []),
      signed(document, record),
    ],
  };
}

/** The period of what nobody applied for, and which district it is about; the applicant of everything else. */
function periodOrAddressee({ head, duties }: Papers, { duty }: DocumentOfCase): readonly Text[] {
  const { quarter, meetings } = head.opening;
  if (quarter !== undefined)
    return [text(`${quarter.year} 年第 ${quarter.quarter} 季度`, `Quarter ${quarter.quarter} of ${quarter.year}`)];
  if (meetings === undefined) return [addressee({ head })];
  const about = duties.find(({ key }) => key === duty)?.about?.title ?? null;
  const year = text(`${meetings.year} 年度`, String(meetings.year));
  return about === null ? [year] : [year, text(`区县：${about.zh}`, `District: ${about.en}`)];
}

/** The figures of each unit as they were counted when the paper was made; a ledger of several has their sum as well. */
function figureLines({ fields: { figures = [] } }: DocumentOfCase): readonly Text[] {
  const keys = Object.keys(quarterFigures) as QuarterFigure[]; // its own keys
  const lineOf = (name: Text, count: (key: QuarterFigure) => number): Text =>
    text(
      `${name.zh}：${keys.map((key) => `${quarterFigures[key].zh} ${count(key)}`).join('，')}`,
      `${name.en}: ${keys.map((key) => `${quarterFigures[key].en} ${count(key)}`).join(', ')}`,
    );
  const lines = figures.map(({ name, figures: of }) => lineOf(name, (key) => of[key]));
  if (figures.length < 2) return lines;
  return [...lines, lineOf(text('合计', 'Total'), (key) => figures.reduce((sum, { figures: of }) => sum + of[key], 0))];
}

const addressee = ({ head }: Pick<Papers, 'head'>): Text =>
  text(
    `申请人：${head.enterprise}（统一社会信用代码 ${head.creditCode}）`,
    `Applicant: ${head.enterprise} (credit code ${head.creditCode})`,
  );

function subject({ head }: Papers): Text {
  const { title } = head.item;
  return text(`事项：${title.zh}；案号：${head.number}`, `Matter: ${title.en}; case ${head.number}`);
}

function licenceLine(type: DocumentType, { licence, head }: Papers): readonly Text[] {
  if (type !== 'licence' || licence === null) return [];
  const { title } = head.item.licence;
  const [from, to] = [dateWords(licence.validFrom), dateWords(licence.validTo)];
  return [
    text(
      `${title.zh} ${licence.number}，有效期 ${from.zh}至 ${to.zh}`,
      `${title.en} ${licence.number}, valid from ${from.en} to ${to.en}`,
    ),
  ];
}

/** Under a commitment that was signed with the application: the name, and the day by which conditions are promised. */
function signatureLines({ head }: Papers, standing: Standing): readonly Text[] {
  const { signature } = head.form;
  const signed = typeof signature === 'object' && signature !== null && 'name' in signature ? signature.name : null;
  const name = typeof signed === 'string' ? shownPersonal('name', signed, standing) : null;
  const promised = head.opening.commitment?.conditionsMetOn ?? null;
  const day = promised === null ? null : dateWords(promised);
  return [
    ...(name !== null ? [text(`签署人：${name}`, `Signed by: ${name}`)] : []),
    ...(day === null ? [] : [text(`部分条件承诺达成日期：${day.zh}`, `Conditions promised by: ${day.en}`)]),
  ];
}

/** What was filled in with the act, field by field; for the applicant only what concerns them. */
function formLines(
  { type, fields, version }: DocumentOfCase,
  { spec, standing }: { readonly spec: StepSpec | null; readonly standing: Standing },
  record: Papers,
): readonly Text[] {
  const { outcome, form } = fields;
  const asked: readonly Field[] = typeof outcome === 'string' ? (spec?.outcomes[outcome]?.form ?? []) : [];
  const by = eventAt(version, record)?.who?.role ?? 'CLK';
  const filled = new Map<string, unknown>(typeof form === 'object' && form !== null ? Object.entries(form) : []);
  return asked.flatMap((field) => {
    if (isForOutside(type) && !isTold(field.name, by)) return [];
    const words = written(field, filled.get(field.name), standing);
    return words === null ? [] : [text(`${field.label.zh}：${words.zh}`, `${field.label.en}: ${words.en}`)];
  });
}

/** The last days that the document tells the applicant, as they were when it was served. */
function dateLines({ fields }: DocumentOfCase, { duties }: Papers, catalogue: CatalogueReader): readonly Text[] {
  const { dates = {}, provisional = [] } = fields;
  return Object.entries(dates).map(([key, on]) => {
    const step = duties.find((duty) => duty.key === key)?.step;
    const what = step === undefined ? clockTitleOf(key) : catalogue.stepTitle(step);
    const [day, isExpected] = [dateWords(on), provisional.includes(key)];
    return text(
      `${what.zh}：最迟 ${day.zh}${isExpected ? '（预计）' : ''}`,
      `${what.en}: by ${day.en}${isExpected ? ' (provisional)' : ''}`,
    );
  });
}

function basisLine(spec: StepSpec | null, { procedure }: CatalogueReader): readonly Text[] {
  const cited = (spec?.basis ?? procedure.basis).map((citation) => citationText(citation));
  if (cited.length === 0) return [];
  return [text(`依据：${cited.map(({ zh }) => zh).join('、')}`, `Basis: ${cited.map(({ en }) => en).join('; ')}`)];
}

/** Decisions against the applicant say what can be done about them. */
const REMEDIABLE: ReadonlySet<DocumentType> = new Set([
  'nonAcceptanceNotice',
  'refusalDecision',
  'registrationRefusal',
  'revocationDecision',
]);

const places = [cite('LIC', '38'), cite('REV', '20'), cite('LIT', '46')].map((citation) => citationText(citation));
const remedy = text(
  `如不服，可以自知道之日起 60 日内申请行政复议，或者 6 个月内提起行政诉讼（${places.map(({ zh }) => zh).join('、')}）。`,
  `Against this decision one may apply for reconsideration within 60 days or bring an action within 6 months of learning of it (${places.map(({ en }) => en).join('; ')}).`,
);

/** Papers that the applicant draws up. */
const APPLICANTS: ReadonlySet<DocumentType> = new Set([
  'commitment',
  'conditionsEvidence',
  'rectificationReport',
  'hearingWaiver',
]);

function signed({ type, issuedOn }: DocumentOfCase, { head }: Papers): Text {
  const on = dateWords(issuedOn);
  const { bureau } = provinces[head.province];
  return APPLICANTS.has(type)
    ? text(`${head.enterprise}\u3000${on.zh}`, `${head.enterprise}, ${on.en}`)
    : text(`${bureau.zh}\u3000${on.zh}`, `${bureau.en}, ${on.en}`);
}

import { randomUUID } from 'node:crypto';
import { parseArgs } from 'node:util';
import { civilDateOf, instant, type CivilDate } from '@lianban/domain/civil-date';
import { LianbanError } from '@lianban/domain/error';
import type { Province } from '@lianban/domain/province';
import { text, type Text } from '@lianban/domain/text';
import { receiveCarried, type CarriedReceipt, type OldCase } from '@lianban/db/carried-case';
import { holderOf } from '@lianban/db/queries/post-holder';
import { procedures, procedureOf } from '@lianban/workflows/procedures/registry';
import type { AnyProcedure } from '@lianban/workflows/vocabulary/procedure';
import type { CarriedSegment } from '@lianban/workflows/vocabulary/opening';
import type { Actor } from '@lianban/workflows/vocabulary/step';
import type { Pool } from 'pg';
import { spanKinds } from '../presentation/span-basis.ts';
import { provinceCodes } from './calendars.ts';
import type { Command } from './command.ts';
import { Fields, type Item } from './fields.ts';
import { Misuse, overInstallation } from './installation.ts';
import { answerLines } from './lines.ts';
import { Refusal } from './refusal.ts';
import { MAX_SEGMENTS, readSegment, type Segment } from './segment.ts';

const help = `npm run -s cli -- case import --by ACCOUNT < cases.jsonl

逐行转入在别处已受理、仍在办理的一般许可案件，时钟带着已停计的时段接着走；文书载明的最后一日与计算不一致的，逐件标出。
Takes in, line by line, ordinary permits accepted elsewhere and still open. Their clocks go on with what they left out;
a printed last day that is not the one counted is flagged. ACCOUNT is a window officer (受理员) of the province.

  {"number":"渝药监受〔2025〕88号","province":"CQ","item":"otc-retail","creditCode":"91500000MA5U000022",
   "acceptedOn":"2026-06-01","segments":[{"from":"2026-06-09","to":"2026-08-20","reason":"现场检查"}],"printedOn":"2026-09-09"}
  {"number":"渝药监受〔2025〕88号","result":"new","case":"8c0f…","counted":"2026-09-09","printed":"2026-09-09","agrees":true}

Needs DATABASE_URL. docs/commands.md describes every field and every error.
`;

const known = [
  ...['number', 'province', 'item', 'creditCode', 'acceptedOn', 'segments', 'printedOn'],
  ...['edition', 'licenceEndsOn'],
];

const PERMIT = 'ordinary-permit';
/** The short form, under which old cases have always been taken in. */
const DEFAULT_EDITION = '2019-04';
const editions = procedures.flatMap(({ id, edition }) => (id === PERMIT ? [edition] : []));

/** 旧案转入: one line, one case; repeated lines have one effect. */
export const caseImport: Command = {
  help,
  run: (words, surroundings) =>
    overInstallation({ help, read: () => accountIn(words) }, surroundings, async (pool, account) => {
      const officers = await officersOf(pool, account);
      return answerLines(surroundings, (line) => takeIn(pool, lineIn(line), officers));
    }),
};

function accountIn(words: readonly string[]): string {
  const account = byOf(words);
  if (account === undefined) throw new Misuse('需要受理员账号 / a window officer is needed: --by ACCOUNT');
  return account;
}

function byOf(words: readonly string[]): string | undefined {
  try {
    return parseArgs({ args: [...words], options: { by: { type: 'string' } } }).values.by;
  } catch {
    return undefined;
  }
}

type Officers = ReadonlyMap<Province, Actor>;

async function officersOf(pool: Pool, account: string): Promise<Officers> {
  const officers = new Map<Province, Actor>();
  for (const province of provinceCodes) {
    const officer = await holderOf(pool, account, { role: 'WIN', province });
    if (officer !== undefined) officers.set(province, officer);
  }
  if (officers.size === 0) throw new Misuse(`没有这位受理员 / no such window officer: --by ${account}`);
  return officers;
}

/** A case and the edition of the ordinary permit under which it goes on. */
interface Line {
  readonly old: OldCase;
  readonly procedure: AnyProcedure;
}

function lineIn(line: unknown): Line {
  const fields = new Fields(line, { path: '', known });
  const edition = fields.has('edition') ? fields.oneOf('edition', editions) : DEFAULT_EDITION;
  const procedure = procedureOf(PERMIT, edition);
  if (procedure === undefined) throw new LianbanError('INTERNAL', { edition });
  if (fields.has('licenceEndsOn') && procedure.steps['decideBeforeExpiry'] === undefined)
    throw new Refusal('UNKNOWN_FIELD', 'licenceEndsOn', { fields: known.slice(0, -1).join(', ') });
  return { old: oldCaseIn(fields), procedure };
}

function oldCaseIn(fields: Fields): OldCase {
  const today = civilDateOf(instant(Date.now()));
  const acceptedOn = notAfter(today, fields.date('acceptedOn'), 'acceptedOn');
  return {
    number: fields.text('number'),
    province: fields.oneOf('province', provinceCodes),
    item: fields.text('item'),
    creditCode: fields.text('creditCode'),
    acceptedOn,
    segments: fields.list('segments', MAX_SEGMENTS).map((item) => segmentIn(item, { acceptedOn, today })),
    printedOn: fields.date('printedOn'),
    ...(fields.has('licenceEndsOn') ? { licenceEndsOn: fields.date('licenceEndsOn') } : {}),
  };
}

function segmentIn(item: Item, { acceptedOn, today }: { acceptedOn: CivilDate; today: CivilDate }): CarriedSegment {
  const { told, leftOut } = readSegment(item, acceptedOn);
  const { from, to, kind } = leftOut;
  if (to === null) throw new Refusal('STILL_OPEN', `${item.path}.to`);
  if (told.from < acceptedOn) throw new Refusal('ENDS_BEFORE_START', `${item.path}.from`, { start: acceptedOn });
  return { from, to: notAfter(today, to, `${item.path}.to`), kind, title: titleOf(told) };
}

/** The reason with its paper in brackets; the kind where no reason is told. */
function titleOf({ kind, reason, document }: Segment): Text {
  const words = reason === null ? spanKinds[kind] : text(reason, reason);
  return document === null ? words : text(`${words.zh}（${document}）`, `${words.en} (${document})`);
}

function notAfter(today: CivilDate, on: CivilDate, field: string): CivilDate {
  if (on > today) throw new Refusal('LATER_THAN_TODAY', field, { today });
  return on;
}

async function takeIn(pool: Pool, { old, procedure }: Line, officers: Officers): Promise<object> {
  const by = officers.get(old.province);
  if (by === undefined)
    throw new Refusal('WRONG_TYPE', 'province', { zh: '本人所在的省份', en: 'the province of --by' });
  const taking = { caseId: randomUUID(), by, procedure };
  const { result, submission, carried } = await received(pool, old, taking);
  const { countedOn, printedOn } = carried;
  return {
    ...{ number: old.number, result: result === 'new' ? 'new' : 'known', case: submission.caseId },
    ...{ counted: countedOn, printed: printedOn, agrees: countedOn === printedOn },
  };
}

async function received(
  pool: Pool,
  old: OldCase,
  taking: Parameters<typeof receiveCarried>[2],
): Promise<CarriedReceipt> {
  try {
    return await receiveCarried(pool, old, taking);
  } catch (failure) {
    if (!(failure instanceof LianbanError)) throw failure;
    throw refusalOf(failure, old) ?? failure;
  }
}

function refusalOf({ code, detail }: LianbanError, { acceptedOn }: OldCase): Refusal | null {
  const field = String(detail['field']);
  if (code === 'UNKNOWN_ITEM') return new Refusal('UNKNOWN_ITEM', 'item', { on: acceptedOn });
  if (code === 'REQUEST_REUSED') return new Refusal('KNOWN_OTHERWISE', 'number');
  if (code === 'CALENDAR_GAP') return new Refusal('CALENDAR_GAP', 'acceptedOn', { on: String(detail['on']) });
  if (code !== 'MALFORMED') return null;
  return field === 'creditCode'
    ? new Refusal('NO_SUCH_ENTERPRISE', field)
    : new Refusal('CLOCK_EXPIRED', field, { due: String(detail['due']) });
}

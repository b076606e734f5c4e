import { REQUEST_MATERIAL } from '@lianban/domain/attachment';
import { civilDateOf } from '@lianban/domain/civil-date';
import {
  channels,
  dispatches,
  requestCategories,
  requestLevels,
  requestSources,
  type RequestLevel,
} from '@lianban/domain/liaison';
import { isOutside } from '@lianban/domain/role';
import type { RequestFile } from '@lianban/db/liaison/request-file';
import type { CaseRecord, DutyRow, EventRow } from '@lianban/db/queries/case-page';
import type { z } from 'zod';
import type { requestView as schema } from '../views/liaison.ts';
import { attachmentView } from './attachment.ts';
import { readerOf } from './catalogue.ts';
import { actorName, standingTo, type Reader } from './owner.ts';

/** What the page of a liaison request shows besides. */
export type RequestView = z.infer<typeof schema>;

/** Where each step of the chain stands; steps beside the chain are left out. */
const LEVELS: Readonly<Record<string, RequestLevel>> = {
  ...{ accept: 'unit', signTransfer: 'unit', handle: 'unit', coordinate: 'unit' },
  ...{
    dispatch: 'office',
    awaitPlatform: 'office',
    ...({
      awaitAssistance: 'office',
      awaitReminded: 'office',
      awaitJointOffice: 'office',
      awaitLeaders: 'deputy',
    } as const),
    instruct: 'deputy',
    prepareAgenda: 'office',
    deliberate: 'meeting',
  },
};
const HEIGHTS: readonly RequestLevel[] = ['unit', 'office', 'deputy', 'meeting'];

/** The request with its chain, for whoever sees the case; null for a case of another kind. */
export function requestViewOf(record: CaseRecord, file: RequestFile | null, reader: Reader): RequestView | null {
  const { opening, form } = record.head;
  const { request } = opening;
  if (request === undefined || file === null) return null;
  const outside = isOutside(reader.post.role);
  const chain = chainOf(record, reader);
  const heights = chain.map(({ level }) => HEIGHTS.indexOf(level));
  return {
    source: requestSources[request.source],
    district: file.district,
    category: requestCategories[request.category],
    sensitive: request.sensitive,
    subject: wordsIn(form, 'subject') ?? '',
    text: wordsIn(form, 'text') ?? '',
    enterprise: wordsIn(form, 'enterprise'),
    files: record.attachments.filter(({ material }) => material === REQUEST_MATERIAL).map(attachmentView),
    level: HEIGHTS[Math.max(0, ...heights)] ?? 'unit',
    chain,
    sent: outside
      ? []
      : file.sent.map(({ channel, dispatch, at, sentAt, receipt }) => ({
          ...{ to: channels[channel], what: dispatches[dispatch], on: civilDateOf(at), receipt },
          receivedOn: sentAt === null ? null : civilDateOf(sentAt),
        })),
    mergedInto: file.mergedInto,
  };
}

function wordsIn(form: Readonly<Record<string, unknown>>, name: string): string | null {
  const words = form[name];
  return typeof words === 'string' && words.trim() !== '' ? words : null;
}

type Rung = RequestView['chain'][number];

/** Where it was, one rung after the other; several steps in one place are one rung. */
function chainOf(record: CaseRecord, reader: Reader): Rung[] {
  const rungs: (Rung & { readonly unitId: string | null })[] = [];
  for (const duty of record.duties) {
    const level = Object.hasOwn(LEVELS, duty.step) ? LEVELS[duty.step] : undefined;
    if (level === undefined || isTakenBack(duty, record)) continue;
    const before = rungs.at(-1);
    const rung = { ...rungOf(duty, level, { record, reader }), unitId: duty.unitId };
    if (before?.level === level && before.unitId === duty.unitId)
      rungs[rungs.length - 1] = { ...rung, since: before.since };
    else rungs.push(rung);
  }
  return rungs.map(({ unitId: _, ...rung }) => rung);
}

const isTakenBack = ({ openedVersion }: DutyRow, { events }: CaseRecord): boolean =>
  events.some(({ version, retracted }) => version === openedVersion && retracted !== null);

function rungOf(
  duty: DutyRow,
  level: RequestLevel,
  { record, reader }: { readonly record: CaseRecord; readonly reader: Reader },
): Rung {
  const outside = isOutside(reader.post.role);
  const act = record.events.find(({ version }) => version === duty.settledVersion);
  const { who, outcome, form } = endOf(duty, act);
  const catalogue = readerOf(record.head.procedure, record.head.edition);
  const person =
    who === null ? (duty.claimedBy?.name ?? null) : actorName(who.name, who.role, standingTo(record, reader));
  return {
    ...{ level, levelTitle: requestLevels[level], unit: duty.place },
    person: outside ? null : person,
    since: civilDateOf(duty.openedAt),
    until: duty.settledAt === null ? null : civilDateOf(duty.settledAt),
    act: outside || outcome === null ? null : catalogue.actTitle(duty.step, outcome),
    reasons: outside ? null : (wordsIn(form, 'instruction') ?? wordsIn(form, 'reasons') ?? wordsIn(form, 'minutes')),
  };
}

function endOf(
  { outcome, state }: DutyRow,
  act: EventRow | undefined,
): Pick<EventRow, 'who' | 'outcome'> & { form: Readonly<Record<string, unknown>> } {
  if (act === undefined || state !== 'settled') return { who: null, outcome: null, form: {} };
  return { who: act.who, outcome, form: act.form ?? {} };
}

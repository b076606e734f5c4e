import type { AttachmentRow } from '@lianban/db/attachments/attachment';
import { civilDate, type CivilDate } from '@lianban/domain/civil-date';
import { curableOf } from '@lianban/domain/curable';
import { LianbanError } from '@lianban/domain/error';
import type { SignedCommitment } from '@lianban/workflows/vocabulary/opening';
import type { DraftContent, ItemStanding } from '../../presentation/draft.ts';
import { routesOf, type Route } from '../../presentation/eligibility.ts';
import { noticeOf } from '../../presentation/notice.ts';

/** An application in which nothing is missing: its route, and the commitment where it is that one. */
export type CompleteApplication =
  | { readonly route: 'ordinary'; readonly commitment: null }
  | { readonly route: 'commitment'; readonly commitment: SignedCommitment };

/** What was filled in, and the files that were handed in with it. */
export interface DraftedApplication {
  readonly content: DraftContent;
  readonly files: readonly Pick<AttachmentRow, 'material'>[];
}

/**
 * The application that the draft amounts to on that day.
 * @throws LianbanError OUTSIDE_WINDOW and NOT_ELIGIBLE when the route is closed, MALFORMED naming what is blank or was promised
 * for a day that cannot be, MISSING_MATERIAL naming what was not handed in, NOTICE_CHANGED when the notice of today is not signed.
 */
export function completeApplication(
  { content, files }: DraftedApplication,
  standing: ItemStanding,
  today: CivilDate,
): CompleteApplication {
  const route = chosenRoute(content, standing);
  const blank = (['contact', 'phone', 'premises'] as const).filter((field) => isBlank(content[field]));
  if (blank.length > 0) throw malformed(...blank);
  refuseMissingMaterial({ content, files }, standing, route);
  if (route === 'ordinary') return { route, commitment: null };
  const conditionsMetOn = promisedDay(content, standing, today);
  return { route, commitment: { noticeVersion: signedVersion(content, standing), conditionsMetOn } };
}

const isBlank = (value: string | undefined): boolean => (value ?? '').trim() === '';

const malformed = (...fields: readonly string[]): LianbanError => new LianbanError('MALFORMED', { fields });

function chosenRoute({ route }: DraftContent, { item, eligibility }: ItemStanding): Route {
  if (route === undefined) throw malformed('route');
  const { obstacle, window, gate } = eligibility;
  if (obstacle !== null) throw new LianbanError('OUTSIDE_WINDOW', { obstacle, ...window });
  if (!routesOf(item, eligibility).includes(route)) throw new LianbanError('NOT_ELIGIBLE', { gate, item: item.code });
  return route;
}

/** What is required is there as a file, or said to be handed in at the window; what is secondary may be missing on the ordinary route. */
function refuseMissingMaterial({ content, files }: DraftedApplication, { item }: ItemStanding, route: Route): void {
  const curable = new Set(route === 'ordinary' ? curableOf(item).map(({ key }) => key) : []);
  const { materials = {} } = content;
  const filed = new Set(files.map(({ material }) => material));
  const missing = item.materials.filter(
    ({ key, need }) => need === 'required' && materials[key]?.provided !== true && !filed.has(key) && !curable.has(key),
  );
  if (missing.length > 0) throw new LianbanError('MISSING_MATERIAL', { materials: missing.map(({ key }) => key) });
}

/** Null when all conditions are met now, which must be said where the item leaves a choice. */
function promisedDay(content: DraftContent, { item }: ItemStanding, today: CivilDate): CivilDate | null {
  const { conditionsMetOn } = content;
  if (conditionsMetOn === null || (conditionsMetOn === undefined && !item.laterConditions)) return null;
  if (conditionsMetOn === undefined || !item.laterConditions || conditionsMetOn <= today)
    throw malformed('conditionsMetOn');
  return civilDate(conditionsMetOn);
}

function signedVersion({ signature }: DraftContent, { item, terms }: ItemStanding): string {
  const version = noticeOf(item, terms)?.version;
  if (version === undefined || signature?.noticeVersion !== version)
    throw new LianbanError('NOTICE_CHANGED', { signed: signature?.noticeVersion ?? null, version });
  if (isBlank(signature.name)) throw malformed('signature');
  return version;
}

import { useState } from 'react';
import type { CasePageView, DutyView, TimelineEntry } from './views.ts';

/** What the page shows, and what is newer than that. */
export interface Steady {
  readonly shown: CasePageView;
  /** What happened since `shown` was drawn; empty while `shown` is the latest. */
  readonly news: readonly TimelineEntry[];
  readonly isStale: boolean;
  /** Draws the latest, or a reading that is later still. */
  readonly showLatest: (read?: CasePageView) => void;
}

/** Whether two readings differ in anything but the time that passed. */
export const isNewer = (shown: CasePageView, latest: CasePageView): boolean =>
  shown.version !== latest.version || holdersOf(shown) !== holdersOf(latest);

const holdersOf = ({ duties, rights }: CasePageView): string =>
  JSON.stringify([...duties, ...rights].map(({ key, holder, owner }) => [key, holder, owner.person]));

/** What happened on the case since `shown` was read, oldest first. */
export const newsOf = (shown: CasePageView, latest: CasePageView): readonly TimelineEntry[] =>
  latest.timeline.filter(({ version }) => version > shown.version);

/** What became of a duty since it was drawn: still to be done, taken by somebody else, or done. */
export type Fate = 'open' | 'taken' | 'gone';

/** See {@link Fate}. */
export function fateOf(duty: Pick<DutyView, 'key'>, latest: Pick<CasePageView, 'duties' | 'rights'>): Fate {
  const now = [...latest.duties, ...latest.rights].find(({ key }) => key === duty.key);
  if (!now) return 'gone';
  return now.mayAct ? 'open' : 'taken';
}

/**
 * Holds the page still while the reader is in the middle of something: what others change meanwhile is told, and drawn when
 * the reader asks for it.
 */
export function useSteady(latest: CasePageView, isBusy: (shown: CasePageView) => boolean): Steady {
  const [shown, setShown] = useState(latest);
  const isStale = isBusy(shown) && isNewer(shown, latest);
  // Drawn again before anything is painted, so that no reader sees the older of two.
  if (!isStale && shown !== latest) setShown(latest);
  return {
    shown: isStale ? shown : latest,
    news: isStale ? newsOf(shown, latest) : [],
    isStale,
    showLatest: (read = latest) => setShown(read),
  };
}

import type { ExplainedView } from '../../elements/why/views.ts';
import type { TrackingView } from './progress.ts';

/** The deadline of the public answer with its reasons; null where there are none. Its papers can be named, not opened. */
export function explainedIn(found: TrackingView): ExplainedView | null {
  const { today, caseNumber, acceptanceNumber, itemTitle, province, deadline } = found;
  if (!deadline?.why) return null;
  const of = deadline.why.title;
  return { today, caseId: null, caseNumber: acceptanceNumber ?? caseNumber, itemTitle, province, of, deadline };
}

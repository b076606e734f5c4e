import type { inferOutput } from '@trpc/tanstack-react-query';
import type { trpc } from '../../app/api.ts';
import type { ExplainedView } from './views.ts';

type CasePageView = inferOutput<typeof trpc.case.page>;
type ForecastStep = CasePageView['ahead'][number];

type Explaining = Pick<
  CasePageView,
  'today' | 'caseId' | 'caseNumber' | 'itemTitle' | 'province' | 'duties' | 'rights' | 'clocks'
>;

const ofPage = ({
  today,
  caseId,
  caseNumber,
  itemTitle,
  province,
}: Omit<Explaining, 'duties' | 'rights' | 'clocks'>) => ({
  ...{ today, caseId, caseNumber, itemTitle, province },
});

/** The deadline of an open duty, right or clock as the page has it; null when it is not open any more. */
export function explainedOn(page: Explaining, key: string): ExplainedView | null {
  const clock = page.clocks.find((one) => one.key === key);
  if (clock) return { ...ofPage(page), of: clock.title, deadline: clock.deadline };
  const duty = [...page.duties, ...page.rights].find((one) => one.key === key);
  return duty ? { ...ofPage(page), of: duty.stepTitle, deadline: duty.deadline } : null;
}

/** The day of a step that is only foreseen; null where none can be said. */
export function explainedAhead(
  page: Omit<Explaining, 'duties' | 'rights' | 'clocks'>,
  { title, expectedOn: on, why }: Pick<ForecastStep, 'title' | 'expectedOn' | 'why'>,
): ExplainedView | null {
  if (on === null || why === null) return null;
  const day = {
    on,
    at: null,
    light: null,
    workingDaysLeft: null,
    provisional: isProvisional(why),
    clockStopped: false,
  };
  return { ...ofPage(page), of: title, deadline: { ...day, why } };
}

/** Edition 0 is that of a year whose holidays are not announced. */
const isProvisional = ({ calendar }: { readonly calendar: readonly string[] }): boolean =>
  calendar.some((edition) => edition.endsWith('#0'));

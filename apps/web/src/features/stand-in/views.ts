import type { inferOutput } from '@trpc/tanstack-react-query';
import { useTranslation } from 'react-i18next';
import { trpc, queryClient } from '../../app/api.ts';
import { useMe } from '../../app/session.tsx';
import { shortDay } from '../../elements/dates.ts';
import { useLanguage } from '../../locales/index.ts';

/** One's own absences, and those in which one stands in. */
export type StandIns = inferOutput<typeof trpc.standIn.mine>;
/** An absence with its deputy. */
export type Delegation = StandIns['asPrincipal'][number];
/** A post for which somebody may stand in. */
export type PostChoice = StandIns['posts'][number];
/** Somebody who might stand in. */
export type Deputy = inferOutput<typeof trpc.standIn.deputies>[number];

/** From the first day to the last, in words. */
export function useDays(): (delegation: Pick<Delegation, 'from' | 'to'>) => string {
  const { t } = useTranslation('stand-in');
  const { language } = useLanguage();
  const { today } = useMe();
  return ({ from, to }) => {
    const day = (on: string): string => shortDay(on, language, today);
    return from === to ? day(from) : t('daysFromTo', { from: day(from), to: day(to) });
  };
}

/** Everything that tells of absences is read again, and in which posts one may act. */
export function readAgain(): void {
  void queryClient.invalidateQueries({ queryKey: trpc.standIn.pathKey() });
  void queryClient.invalidateQueries(trpc.session.me.queryFilter());
}

import { useTranslation } from 'react-i18next';
import { addDays, dayRange, dayWithWeekday, endOfWeek } from '../../elements/dates.ts';
import { useLanguage } from '../../locales/index.ts';
import type { GroupName } from './groups.ts';

/** What stands beside the head of a group: its days or advice; with `first`, the rule of order, which is printed once. */
export function useGroupNotes(today: string): (name: GroupName, first: boolean) => string {
  const { t } = useTranslation('inbox');
  const { language } = useLanguage();
  const ofGroup = (name: GroupName): string => {
    switch (name) {
      case 'today':
        return '';
      case 'overdue':
        return t('noteOverdue');
      case 'week':
        return dayRange(addDays(today, 1), endOfWeek(today), language);
      case 'later':
        return t('noteLater', { day: dayWithWeekday(addDays(endOfWeek(today), 1), language, today) });
      case 'undated':
        return t('noteUndated');
    }
  };
  return (name, first) => {
    const note = ofGroup(name);
    if (!first) return note;
    return note ? t('groupNotes', { note, order: t('order') }) : t('order');
  };
}

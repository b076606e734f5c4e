import { dutyRoles, roles, unitRoles } from '@lianban/domain/role';
import { useTranslation } from 'react-i18next';
import { useMe } from '../../app/session.tsx';
import { shortDay } from '../../elements/dates.ts';
import { useLanguage, useText } from '../../locales/index.ts';

/** A role in a unit. */
export type UnitRole = (typeof unitRoles)[number];

/** The role that was chosen; the case officer before any was, which no form sends. */
export const unitRoleOf = (value: string): UnitRole => unitRoles.find((role) => role === value) ?? 'OFF';

/** The role that was chosen for duties; the case officer before any was. */
export const dutyRoleOf = (value: string): (typeof dutyRoles)[number] =>
  dutyRoles.find((role) => role === value) ?? 'OFF';

/** The roles in units to choose from, or those to which duties can belong. */
export function useRoleChoices(
  among: readonly UnitRole[] = unitRoles,
): readonly { readonly value: string; readonly title: string }[] {
  const text = useText();
  return among.map((role) => ({ value: role, title: text(roles[role]) }));
}

/** From a day, to a day where there is an end. */
export function useDays(): (days: { readonly since: string | null; readonly until: string | null }) => string {
  const { t } = useTranslation('organisation');
  const { language } = useLanguage();
  const { today } = useMe();
  const day = (on: string): string => shortDay(on, language, today);
  return ({ since, until }) => {
    if (since === null) return until === null ? t('always') : t('daysUntil', { until: day(until) });
    return until === null
      ? t('daysFrom', { since: day(since) })
      : until < since
        ? t('neverHeld')
        : t('daysBetween', { since: day(since), until: day(until) });
  };
}

/** A field that may be left out, as the service takes it. */
export const orNull = (value: string): string | null => (value.trim() === '' ? null : value.trim());

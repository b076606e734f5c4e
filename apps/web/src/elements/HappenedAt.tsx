import type { ReactNode } from 'react';
import { useLanguage } from '../locales/index.ts';
import { fullInstant, whenHappened } from './dates.ts';

/** When something happened, as short as the day allows; the whole instant is shown on pointing at it. */
export function HappenedAt({ at, today }: { readonly at: string; readonly today: string }): ReactNode {
  const { language } = useLanguage();
  return (
    <time dateTime={at} title={fullInstant(at, language)}>
      {whenHappened(at, today, language)}
    </time>
  );
}

import type { Mark as MarkName } from '@lianban/domain/limit';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import './mark.css';

const words = { law: 'markLaw', design: 'markDesign', uncertain: 'markUncertain' } as const satisfies Record<
  MarkName,
  string
>;

/** Whether a number is law, a default of this system, or unverified; a default never reads as law. */
export function Mark({ mark }: { readonly mark: MarkName }): ReactNode {
  const { t } = useTranslation('elements');
  return <span className={`mark mark-${mark}`}>{t(words[mark])}</span>;
}

import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useActingName } from '../../elements/acting-name.ts';
import { Section } from '../../elements/Section.tsx';
import { useText } from '../../locales/index.ts';
import type { CasePageView } from './views.ts';

type Participant = CasePageView['participants'][number];

function byUnit(
  participants: readonly Participant[],
): readonly (readonly [unit: Participant['unit'], Participant[]])[] {
  const units = new Map<string, readonly [Participant['unit'], Participant[]]>();
  for (const one of participants) {
    const known = units.get(one.unit.zh);
    if (known) known[1].push(one);
    else units.set(one.unit.zh, [one.unit, [one]]);
  }
  return [...units.values()];
}

/** Everybody who acted on the case or holds a step of it, by unit. */
export function People({ page }: { readonly page: CasePageView }): ReactNode {
  const { t } = useTranslation('case');
  const text = useText();
  const nameOf = useActingName();
  if (page.participants.length === 0) return null;
  return (
    <Section title={t('people')}>
      <dl className="case-people">
        {byUnit(page.participants).map(([unit, people]) => (
          <div key={unit.zh}>
            <dt>{text(unit)}</dt>
            {people.map(({ person, standingInFor, roleTitle }) => (
              <dd key={`${person} ${standingInFor} ${roleTitle.zh}`}>
                {nameOf(person, standingInFor)} <span className="case-note">{text(roleTitle)}</span>
              </dd>
            ))}
          </div>
        ))}
      </dl>
    </Section>
  );
}

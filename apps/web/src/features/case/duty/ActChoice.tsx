import { useId, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../../elements/Button.tsx';
import { useText } from '../../../locales/index.ts';
import type { OutcomeView } from '../views.ts';

/**
 * The buttons of the catalogue. Pressing one opens its form, nothing more. One that cannot be used now stays in reach and
 * says why beside it.
 */
export function ActChoice(props: {
  readonly outcomes: readonly OutcomeView[];
  readonly chosen: string | null;
  readonly onChoose: (name: string) => void;
}): ReactNode {
  const { t } = useTranslation('case');
  const text = useText();
  const id = useId();
  const { outcomes, chosen, onChoose } = props;
  if (outcomes.length === 1 && outcomes[0]?.name === chosen) return null;
  const barred = outcomes.filter(({ unavailable }) => unavailable !== null);
  return (
    <div className="desk-choice">
      <div role="group" aria-label={t('acts')} className="desk-acts">
        {outcomes.map(({ name, title, tone, unavailable }) => (
          <Button
            key={name}
            className={`desk-act desk-act-${tone}`}
            aria-pressed={name === chosen}
            unavailable={unavailable !== null}
            aria-describedby={unavailable ? `${id}-${name}` : undefined}
            onClick={() => onChoose(name)}
          >
            {text(title)}
          </Button>
        ))}
      </div>
      {barred.map(({ name, title, unavailable }) => (
        <p key={name} id={`${id}-${name}`} className="case-note">
          {t('notNow', { act: text(title), why: text(unavailable) })}
        </p>
      ))}
    </div>
  );
}

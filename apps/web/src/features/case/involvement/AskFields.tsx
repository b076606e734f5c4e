import { useId, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useText } from '../../../locales/index.ts';
import type { DutyView } from '../views.ts';
import type { Draft } from './asking.ts';

interface Filling {
  readonly draft: Draft;
  readonly onChange: (part: Partial<Draft>) => void;
}

const rules = ['all', 'any', 'ratio', 'inOrder'] as const;

/** How many have to agree. */
export function RuleField({ draft, onChange }: Filling): ReactNode {
  const { t } = useTranslation('involvement');
  return (
    <>
      <label>
        {t('rule')}
        <select
          value={draft.rule}
          onChange={({ target }) => onChange({ rule: rules.find((rule) => rule === target.value) ?? 'all' })}
        >
          {rules.map((rule) => (
            <option key={rule} value={rule}>
              {t(rule === 'ratio' ? 'rule_ratioPlain' : `rule_${rule}`)}
            </option>
          ))}
        </select>
      </label>
      {draft.rule === 'ratio' && (
        <label>
          {t('percent')}
          <input
            type="number"
            min={1}
            max={100}
            value={draft.percent}
            onChange={({ target }) =>
              onChange({ percent: Math.min(100, Math.max(1, Math.round(Number(target.value)))) })
            }
          />
        </label>
      )}
    </>
  );
}

/** Which button the draft is for; those that cannot be used now are left out. */
export function OutcomeField({
  duty,
  draft,
  onChange,
}: Filling & { readonly duty: Pick<DutyView, 'outcomes'> }): ReactNode {
  const { t } = useTranslation('involvement');
  const text = useText();
  return (
    <label>
      {t('draftOutcome')}
      <select value={draft.outcome} onChange={({ target }) => onChange({ outcome: target.value })}>
        <option value="" />
        {duty.outcomes
          .filter(({ unavailable }) => unavailable === null)
          .map(({ name, title }) => (
            <option key={name} value={name}>
              {text(title)}
            </option>
          ))}
      </select>
    </label>
  );
}

/** Words of whoever asks. */
export function WordsField(props: {
  readonly label: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly longest?: number;
}): ReactNode {
  const id = useId();
  const { label, value, onChange, longest = 500 } = props;
  return (
    <>
      <label htmlFor={id}>{label}</label>
      <textarea id={id} rows={3} maxLength={longest} value={value} onChange={({ target }) => onChange(target.value)} />
    </>
  );
}

import { useId, useState, type KeyboardEvent, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { RuleRow } from './RuleForm.tsx';
import { offered } from './rule-rows.ts';

/** One of many rules, found by words of its title, key or basis in either language. */
export function RuleSelect(props: {
  readonly rows: readonly RuleRow[];
  readonly valueOf: (row: RuleRow) => string;
  readonly nameOf: (row: RuleRow) => string;
  readonly chosen: string;
  readonly onChoose: (value: string) => void;
}): ReactNode {
  const { t } = useTranslation('calendar');
  const { valueOf, nameOf, chosen, onChoose } = props;
  const [sought, setSought] = useState('');
  const status = useId();
  const { rows, found } = offered(props.rows, { sought, chosen, valueOf });
  const chooseOnly = (event: KeyboardEvent): void => {
    if (event.key !== 'Enter' || event.nativeEvent.isComposing) return;
    event.preventDefault(); // the form is not what was meant
    const [only, ...others] = found;
    if (only !== undefined && others.length === 0) onChoose(only);
  };
  return (
    <>
      <label className="field">
        <span>{t('findRule')}</span>
        <input
          type="search"
          className="input"
          placeholder={t('findRuleBy')}
          maxLength={100}
          value={sought}
          onChange={(event) => setSought(event.target.value)}
          onKeyDown={chooseOnly}
        />
      </label>
      <div>
        <label className="field">
          <span>{t('rule')}</span>
          <select
            className="input"
            aria-describedby={status}
            value={chosen}
            onChange={(event) => onChoose(event.target.value)}
          >
            <option value="">{t('chooseRule')}</option>
            {rows.map((row) => (
              <option key={valueOf(row)} value={valueOf(row)}>
                {nameOf(row)}
              </option>
            ))}
          </select>
        </label>
        <p id={status} className="second-line" role="status">
          {sought.trim() !== '' && t('rulesFound', { count: found.length })}
        </p>
      </div>
    </>
  );
}

import { useId, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';

/** Why something is proposed or decided; stands in the ledger of every case that it moves. */
export function Reason(props: {
  readonly label: string;
  readonly hint: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly optional?: boolean;
}): ReactNode {
  const { t } = useTranslation('elements');
  const hint = useId();
  return (
    <label className="field">
      <span>
        {props.label} {props.optional && <span className="form-optional">{t('optional')}</span>}
      </span>
      <textarea
        className="input calendar-reason"
        rows={2}
        maxLength={500}
        required={!props.optional}
        aria-describedby={hint}
        value={props.value}
        onChange={(event) => props.onChange(event.target.value)}
      />
      <span id={hint} className="second-line">
        {props.hint}
      </span>
    </label>
  );
}

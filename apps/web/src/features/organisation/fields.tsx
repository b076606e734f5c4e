import { useId, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';

/** A field of an act: what it is called, how it is filled in, and what stands in it at first. */
export interface Field<Name extends string> {
  readonly name: Name;
  readonly label: string;
  readonly kind: 'text' | 'day' | 'choice' | 'reason';
  readonly choices?: readonly { readonly value: string; readonly title: string }[];
  readonly initial?: string;
  readonly optional?: boolean;
  readonly hint?: string;
  readonly maxLength?: number;
  /** Only asked for when the other fields say so. */
  readonly isAsked?: (values: Readonly<Record<Name, string>>) => boolean;
}

/** What has been filled in. */
export type Values<Name extends string> = Readonly<Record<Name, string>>;

interface ControlProps<Name extends string> {
  readonly field: Field<Name>;
  readonly hintId: string | undefined;
  readonly value: string;
  readonly onChange: (value: string) => void;
}

function Control<Name extends string>({ field, hintId, value, onChange }: ControlProps<Name>): ReactNode {
  const { t } = useTranslation('organisation');
  const shared = { className: 'input', value, required: !field.optional, 'aria-describedby': hintId };
  switch (field.kind) {
    case 'reason':
      return (
        <textarea
          {...shared}
          className="input organisation-reason"
          rows={2}
          maxLength={500}
          onChange={(event) => onChange(event.target.value)}
        />
      );
    case 'choice':
      return (
        <select {...shared} onChange={(event) => onChange(event.target.value)}>
          <option value="">{t(field.optional ? 'none' : 'choose')}</option>
          {field.choices?.map((choice) => (
            <option key={choice.value} value={choice.value}>
              {choice.title}
            </option>
          ))}
        </select>
      );
    case 'day':
      return <input {...shared} type="date" max="2100-12-31" onChange={(event) => onChange(event.target.value)} />;
    case 'text':
      return (
        <input
          {...shared}
          maxLength={field.maxLength ?? 60}
          autoComplete="off"
          onChange={(event) => onChange(event.target.value)}
        />
      );
  }
}

/** A field with its label and hint. */
export function FieldRow<Name extends string>(props: Omit<ControlProps<Name>, 'hintId'>): ReactNode {
  const { t } = useTranslation('elements');
  const { field } = props;
  const id = useId();
  return (
    <label className="field">
      <span>
        {field.label} {field.optional && <span className="form-optional">{t('optional')}</span>}
      </span>
      <Control {...props} hintId={field.hint === undefined ? undefined : id} />
      {field.hint !== undefined && (
        <span id={id} className="second-line">
          {field.hint}
        </span>
      )}
    </label>
  );
}

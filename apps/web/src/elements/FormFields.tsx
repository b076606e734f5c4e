import { Checkbox, DatePicker, Form, Input, Radio, Select, type FormRule } from 'antd';
import dayjs, { type Dayjs } from 'dayjs';
import type { TFunction } from 'i18next';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useText } from '../locales/index.ts';
import { ListField } from './ListField.tsx';
import { RowsField } from './RowsField.tsx';
import { SeveralChoice } from './SeveralChoice.tsx';
import type { FieldView } from './views.ts';

type Words = TFunction<['elements']>;

const day = 'YYYY-MM-DD';

/** Rules of a field in words; the API checks the same limits again. */
function rulesOf(field: FieldView, label: string, t: Words): FormRule[] {
  const { kind, required } = field;
  const rules: FormRule[] = [];
  if (kind.type === 'flag') {
    if (required)
      rules.push({
        validator: (_, value: unknown) =>
          value === true ? Promise.resolve() : Promise.reject(new Error(t('neededFlag'))),
      });
    return rules;
  }
  if (required) {
    const message =
      kind.type === 'several'
        ? t('neededSeveral', { label })
        : t(kind.type === 'choice' ? 'neededChoice' : 'needed', { label });
    rules.push(
      kind.type === 'line' || kind.type === 'prose' ? { required, whitespace: true, message } : { required, message },
    );
  }
  if (kind.type === 'line' || kind.type === 'prose')
    rules.push({
      validator: (_, value: unknown) =>
        typeof value === 'string' && value.length > kind.maxLength
          ? Promise.reject(new Error(t('tooLong', { label, max: kind.maxLength, length: value.length })))
          : Promise.resolve(),
    });
  return rules;
}

/** Grows with what is written, by the browser: antd's own way writes a style attribute, which the content policy refuses. */
const growing = { fieldSizing: 'content', minHeight: 'calc(3lh + 8px)', maxHeight: 'calc(12lh + 8px)' } as const;

const asDay = (value: unknown): { value: Dayjs | null } => ({ value: typeof value === 'string' ? dayjs(value) : null });
const asText = (value: Dayjs | null): string | null => (value ? value.format(day) : null);

function Field({
  field,
  prefix,
}: {
  readonly field: FieldView;
  readonly prefix: readonly (string | number)[];
}): ReactNode {
  const { t } = useTranslation(['elements']);
  const text = useText();
  const label = text(field.label);
  const { kind } = field;
  const item = {
    name: [...prefix, field.name],
    extra: field.hint ? text(field.hint) : undefined,
    rules: rulesOf(field, label, t),
    validateTrigger: ['onBlur', 'onSubmit'],
  };
  const shownLabel = (
    <>
      {label}
      {!field.required && <span className="form-optional">{t('optional')}</span>}
    </>
  );
  switch (kind.type) {
    case 'line':
      return (
        <Form.Item {...item} label={shownLabel}>
          <Input maxLength={kind.maxLength} autoComplete="off" />
        </Form.Item>
      );
    case 'prose':
      return (
        <Form.Item {...item} label={shownLabel}>
          <Input.TextArea
            rows={3}
            styles={{ textarea: growing }}
            maxLength={kind.maxLength}
            showCount={kind.maxLength <= 2000}
          />
        </Form.Item>
      );
    case 'date':
      return (
        <Form.Item {...item} label={shownLabel} getValueProps={asDay} normalize={asText}>
          <DatePicker format={day} placeholder={day} />
        </Form.Item>
      );
    case 'flag':
      return (
        <Form.Item {...item} valuePropName="checked">
          <Checkbox>{label}</Checkbox>
        </Form.Item>
      );
    case 'choice': {
      const options = kind.options.map((option) => ({ value: option.value, label: text(option.label) }));
      return (
        <Form.Item {...item} label={shownLabel}>
          {options.length <= 4 ? <Radio.Group options={options} /> : <Select options={options} />}
        </Form.Item>
      );
    }
    case 'several':
      return (
        <Form.Item {...item} label={shownLabel}>
          <SeveralChoice label={label} options={kind.options} />
        </Form.Item>
      );
    case 'list':
      return <ListField {...{ field, kind, prefix }} />;
    case 'rows':
      return (
        <RowsField {...{ field, kind, prefix }}>
          {(row) => <FormFields fields={kind.columns.map((column) => ({ ...column, hint: null }))} prefix={[row]} />}
        </RowsField>
      );
  }
}

/**
 * Draws the fields of an act inside an antd `Form`, named `[...prefix, field.name]`; values are strings (days as `YYYY-MM-DD`),
 * booleans, lists of strings and rows of them, as `duty.answer` takes them.
 */
export const FormFields = (props: {
  readonly fields: readonly FieldView[];
  readonly prefix?: readonly (string | number)[];
}): ReactNode => props.fields.map((field) => <Field key={field.name} field={field} prefix={props.prefix ?? []} />);

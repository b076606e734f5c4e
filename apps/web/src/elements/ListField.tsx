import { Button, Form, Input } from 'antd';
import { useId, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useText } from '../locales/index.ts';
import type { FieldView } from './views.ts';

type ListKind = Extract<FieldView['kind'], { type: 'list' }>;

/** A field of several lines, each one entry with a name of its own for screen readers; stops adding at the most that is allowed. */
export function ListField(props: {
  readonly field: FieldView;
  readonly kind: ListKind;
  readonly prefix: readonly string[];
}): ReactNode {
  const { field, kind, prefix } = props;
  const { t } = useTranslation('elements');
  const text = useText();
  const id = useId();
  const label = text(field.label);
  const someEntry = {
    validator: (_: unknown, value: unknown) =>
      field.required && !(Array.isArray(value) && value.length > 0)
        ? Promise.reject(new Error(t('needed', { label })))
        : Promise.resolve(),
  };
  return (
    <div role="group" aria-labelledby={id} className="list-field">
      <div id={id} className="list-field-label">
        {label}
        {!field.required && <span className="form-optional">{t('optional')}</span>}
      </div>
      {field.hint && <p className="list-field-hint">{text(field.hint)}</p>}
      <Form.List name={[...prefix, field.name]} rules={[someEntry]}>
        {(entries, { add, remove }, { errors }) => (
          <>
            {entries.map((entry, index) => (
              <div key={entry.key} className="list-field-line">
                <Form.Item
                  name={entry.name}
                  rules={[{ required: true, whitespace: true, message: t('needed', { label }) }]}
                  noStyle={false}
                >
                  <Input aria-label={t('line', { label, n: index + 1 })} maxLength={kind.maxLength} />
                </Form.Item>
                <Button type="text" onClick={() => remove(entry.name)} aria-label={t('removeLine', { n: index + 1 })}>
                  ×
                </Button>
              </div>
            ))}
            {entries.length < kind.maxItems ? (
              <Button onClick={() => add('')}>{t('addLine')}</Button>
            ) : (
              <p className="list-field-hint">{t('tooMany', { max: kind.maxItems })}</p>
            )}
            <Form.ErrorList errors={errors} />
          </>
        )}
      </Form.List>
    </div>
  );
}

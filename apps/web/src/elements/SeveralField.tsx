import { Button, Form } from 'antd';
import { useId, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useText } from '../locales/index.ts';
import type { FieldView } from './views.ts';

/** One of several entries: its place among the values of the form, its name for screen readers, and how it is taken away. */
export interface Entry {
  readonly key: number;
  readonly name: number;
  readonly title: string;
  readonly removal: string;
  readonly remove: () => void;
}

/** A field of several entries with its label and hint; one that is required has at least one, and none is added beyond the most that is allowed. */
export function SeveralField(props: {
  readonly field: FieldView;
  readonly kind: { readonly maxItems: number };
  readonly prefix: readonly (string | number)[];
  /** What an entry begins with. */
  readonly empty: unknown;
  /** Draws one entry. */
  readonly children: (entry: Entry) => ReactNode;
}): ReactNode {
  const { field, kind, prefix, empty, children } = props;
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
            {entries.map(({ key, name }, index) =>
              children({
                ...{ key, name, title: t('line', { label, n: index + 1 }) },
                ...{ removal: t('removeLine', { n: index + 1 }), remove: () => remove(name) },
              }),
            )}
            {entries.length < kind.maxItems ? (
              <Button onClick={() => add(empty)}>{t('addLine')}</Button>
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

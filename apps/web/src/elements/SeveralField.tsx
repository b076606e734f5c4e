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

/** How many entries there may be; at least one where the field is required, whatever is said here. */
interface Bounds {
  readonly maxItems: number;
  readonly minItems?: number | undefined;
}

/** The fewest entries that the field takes; none where it may be left empty. */
export const fewestOf = ({ required }: FieldView, { minItems = 1 }: Bounds): number =>
  required ? Math.max(1, minItems) : 0;

/** A field of several entries with its label and hint; it asks for the fewest that are needed, and none is added beyond the most that is allowed. */
export function SeveralField(props: {
  readonly field: FieldView;
  readonly kind: Bounds;
  readonly prefix: readonly (string | number)[];
  /** What an entry begins with. */
  readonly empty: unknown;
  /** What stands there before anything is filled in. */
  readonly initial?: readonly unknown[];
  /** Draws one entry. */
  readonly children: (entry: Entry) => ReactNode;
}): ReactNode {
  const { field, kind, prefix, empty, initial, children } = props;
  const { t } = useTranslation('elements');
  const text = useText();
  const id = useId();
  const label = text(field.label);
  const fewest = fewestOf(field, kind);
  const enough = {
    validator: (_: unknown, value: unknown) =>
      (Array.isArray(value) ? value.length : 0) >= fewest
        ? Promise.resolve()
        : Promise.reject(new Error(fewest > 1 ? t('tooFew', { label, min: fewest }) : t('needed', { label }))),
  };
  return (
    <div role="group" aria-labelledby={id} className="list-field">
      <div id={id} className="list-field-label">
        {label}
        {!field.required && <span className="form-optional">{t('optional')}</span>}
      </div>
      {field.hint && <p className="list-field-hint">{text(field.hint)}</p>}
      <Form.List name={[...prefix, field.name]} rules={[enough]} {...(initial && { initialValue: [...initial] })}>
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

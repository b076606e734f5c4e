import { Button } from 'antd';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { fewestOf, SeveralField } from './SeveralField.tsx';
import type { FieldView } from './views.ts';

type RowsKind = Extract<FieldView['kind'], { type: 'rows' }>;

/** A table to fill in, one group of fields per row, each with a name of its own for screen readers; as many rows as are needed stand there to begin with. */
export function RowsField(props: {
  readonly field: FieldView;
  readonly kind: RowsKind;
  readonly prefix: readonly (string | number)[];
  /** Draws the fields of the row with that name. */
  readonly children: (row: number) => ReactNode;
}): ReactNode {
  const { children, ...field } = props;
  const { t } = useTranslation('elements');
  return (
    <SeveralField {...field} empty={{}} initial={Array.from({ length: fewestOf(field.field, field.kind) }, () => ({}))}>
      {({ key, name, title, removal, remove }) => (
        <fieldset key={key} className="rows-field-row">
          <legend>{title}</legend>
          <div className="rows-field-cells">{children(name)}</div>
          <Button type="text" className="rows-field-remove" onClick={remove} aria-label={removal}>
            {t('removeRow')}
          </Button>
        </fieldset>
      )}
    </SeveralField>
  );
}

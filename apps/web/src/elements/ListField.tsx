import { Button, Form, Input } from 'antd';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useText } from '../locales/index.ts';
import { SeveralField } from './SeveralField.tsx';
import type { FieldView } from './views.ts';

type ListKind = Extract<FieldView['kind'], { type: 'list' }>;

/** A field of several lines, each one entry with a name of its own for screen readers; stops adding at the most that is allowed. */
export function ListField(props: {
  readonly field: FieldView;
  readonly kind: ListKind;
  readonly prefix: readonly (string | number)[];
}): ReactNode {
  const { field, kind } = props;
  const { t } = useTranslation('elements');
  const needed = t('needed', { label: useText()(field.label) });
  return (
    <SeveralField {...props} empty="">
      {({ key, name, title, removal, remove }) => (
        <div key={key} className="list-field-line">
          <Form.Item name={name} rules={[{ required: true, whitespace: true, message: needed }]} noStyle={false}>
            <Input aria-label={title} maxLength={kind.maxLength} />
          </Form.Item>
          <Button type="text" onClick={remove} aria-label={removal}>
            ×
          </Button>
        </div>
      )}
    </SeveralField>
  );
}

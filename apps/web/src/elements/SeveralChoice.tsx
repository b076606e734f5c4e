import type { ReactNode } from 'react';
import { useText } from '../locales/index.ts';
import type { FieldView } from './views.ts';
import './several-choice.css';

/** What antd's form hands to the field that it holds. */
interface Held {
  readonly id?: string;
  readonly value?: readonly string[];
  readonly onChange?: (chosen: readonly string[]) => void;
}

/** Any of several options, one below the other, each a box of its own; the order is that of the list. */
export function SeveralChoice(
  props: Held & {
    readonly label: string;
    readonly options: Extract<FieldView['kind'], { type: 'several' }>['options'];
  },
): ReactNode {
  const text = useText();
  const { id, label, options, value = [], onChange } = props;
  const put = (key: string, isChosen: boolean): void =>
    onChange?.(options.map((option) => option.value).filter((one) => (one === key ? isChosen : value.includes(one))));
  return (
    <div id={id} role="group" aria-label={label} className="several-choice">
      {options.map((option) => (
        <label key={option.value}>
          <input
            type="checkbox"
            checked={value.includes(option.value)}
            onChange={({ target }) => put(option.value, target.checked)}
          />
          {text(option.label)}
        </label>
      ))}
    </div>
  );
}

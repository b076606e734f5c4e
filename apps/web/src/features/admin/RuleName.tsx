import type { Text } from '@lianban/domain/text';
import type { ReactNode } from 'react';
import { useText } from '../../locales/index.ts';

/** The head of the row of a rule: what it is called, and the key under which it is cited. */
export function RuleName({ rule }: { readonly rule: { readonly title: Text; readonly key: string } }): ReactNode {
  const text = useText();
  return (
    <th role="rowheader" scope="row">
      {text(rule.title)}
      <code className="second-line">{rule.key}</code>
    </th>
  );
}

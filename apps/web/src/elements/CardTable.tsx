import type { ReactNode } from 'react';
import './table-cards.css';

/** A table whose rows become blocks on narrow screens, with cells that carry their heads; roles keep it a table for screen readers. */
export function CardTable(props: {
  /** For readers who do not see it. */
  readonly caption: string;
  readonly heads: readonly string[];
  readonly className: string;
  readonly children: ReactNode;
}): ReactNode {
  return (
    <table role="table" className={`table table-cards ${props.className}`}>
      <caption className="visually-hidden">{props.caption}</caption>
      <thead role="rowgroup">
        <tr role="row">
          {props.heads.map((head) => (
            <th key={head} role="columnheader" scope="col">
              {head}
            </th>
          ))}
        </tr>
      </thead>
      <tbody role="rowgroup">{props.children}</tbody>
    </table>
  );
}

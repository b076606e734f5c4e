import type { ReactNode } from 'react';

/** One part of the bar: what it is, the value, and a second line. */
export interface BarPart {
  readonly label: string;
  readonly value: ReactNode;
  readonly note?: ReactNode;
}

/** 步骤 | 期限 | 责任人, always together and in that order; takes three parts, or four on the enterprise's pages. */
export const ThreePartBar = ({ parts }: { parts: readonly BarPart[] }): ReactNode => (
  <dl className={`three-part-bar three-part-bar-${parts.length}`}>
    {parts.map((part) => (
      <div key={part.label}>
        <dt>{part.label}</dt>
        <dd className="bar-value">{part.value}</dd>
        {part.note && <dd className="bar-note">{part.note}</dd>}
      </div>
    ))}
  </dl>
);

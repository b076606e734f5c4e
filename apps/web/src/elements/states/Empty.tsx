import type { ReactNode } from 'react';
import './states.css';

/** Says what would be here and what to do; `children` holds the next step, if there is one. */
export const Empty = ({
  sentence,
  children,
}: {
  readonly sentence: string;
  readonly children?: ReactNode;
}): ReactNode => (
  <div className="state">
    <p className="state-sentence">{sentence}</p>
    {children}
  </div>
);

import type { ReactNode } from 'react';

/** A line of the count: its head, what it says, and what that rests on. */
export const Row = (props: {
  readonly head: string;
  readonly value: ReactNode;
  readonly note?: ReactNode;
}): ReactNode => (
  <div>
    <dt>{props.head}</dt>
    <dd>
      {props.value}
      {props.note && <span className="second-line">{props.note}</span>}
    </dd>
  </div>
);

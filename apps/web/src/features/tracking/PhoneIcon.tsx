import type { ReactNode } from 'react';

/** Receiver of a telephone. */
export const PhoneIcon = (): ReactNode => (
  <svg
    className="icon"
    viewBox="0 0 16 16"
    width="16"
    height="16"
    fill="none"
    stroke="currentColor"
    strokeWidth="1.4"
    aria-hidden="true"
  >
    <path
      strokeLinejoin="round"
      d="M10.2 9.4 8.9 10.7A9.6 9.6 0 0 1 5.3 7.1l1.3-1.3L5.9 2.6 4.2 1.9 2 3.6C2 9.4 6.6 14 12.4 14l1.7-2.2-.7-1.7-3.2-.7Z"
    />
  </svg>
);

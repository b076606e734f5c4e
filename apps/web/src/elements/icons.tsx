import type { ReactNode } from 'react';

const Icon = ({ children }: { readonly children: ReactNode }): ReactNode => (
  <svg
    className="icon"
    viewBox="0 0 16 16"
    width="16"
    height="16"
    fill="none"
    stroke="currentColor"
    strokeWidth="1.4"
    strokeLinecap="round"
    strokeLinejoin="round"
    aria-hidden="true"
    focusable="false"
  >
    {children}
  </svg>
);

/** Magnifying glass. */
export const SearchIcon = (): ReactNode => (
  <Icon>
    <circle cx="7" cy="7" r="4.6" />
    <path d="m10.5 10.5 3.6 3.6" />
  </Icon>
);

/** Bell of the notices. */
export const BellIcon = (): ReactNode => (
  <Icon>
    <path d="M2.5 12h11M4 12V7a4 4 0 0 1 8 0v5M6.8 14h2.4M8 1.6V3" />
  </Icon>
);

/** Moon: to dark. */
export const MoonIcon = (): ReactNode => (
  <Icon>
    <path d="M13.4 9.6A5.8 5.8 0 0 1 6.4 2.6a5.8 5.8 0 1 0 7 7Z" />
  </Icon>
);

/** Sun: to light. */
export const SunIcon = (): ReactNode => (
  <Icon>
    <circle cx="8" cy="8" r="3" />
    <path d="M8 1.2v1.6M8 13.2v1.6M1.2 8h1.6M13.2 8h1.6M3.2 3.2l1.1 1.1M11.7 11.7l1.1 1.1M12.8 3.2l-1.1 1.1M4.3 11.7l-1.1 1.1" />
  </Icon>
);

/** Question mark: help. */
export const HelpIcon = (): ReactNode => (
  <Icon>
    <circle cx="8" cy="8" r="6.4" />
    <path d="M6.1 6.3A1.9 1.9 0 1 1 8 8.4v.9M8 11.5v.1" />
  </Icon>
);

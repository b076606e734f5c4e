import type { Text } from '../text.ts';

/** Whom a document is for. `public` ones are published, `internal` ones stay in the file. */
export type Audience = 'applicant' | 'public' | 'internal' | 'other-province';

/** What the documents of one type have in common. */
export interface DocumentSpec {
  readonly title: Text;
  /**
   * Words of the series in `渝药监{series}〔2026〕1号`, counted per province and year; null for papers without a number.
   * No two types share a series. Numbering is our own design, not law.
   */
  readonly series: string | null;
  readonly audience: Audience;
  /**
   * The agency decides, orders or writes to others by it, under its signature and seal (签发、用印): which papers these are is
   * our own design. The window's slips about receipt and progress, stamped by the system, are not.
   */
  readonly isSealed?: true;
}

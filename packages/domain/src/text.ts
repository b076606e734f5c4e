/** A text in the two languages of the console; Chinese is the authoritative one. */
export interface Text {
  readonly zh: string;
  readonly en: string;
}

/** Pairs a Chinese title with its English counterpart. */
export const text = (zh: string, en: string): Text => ({ zh, en });

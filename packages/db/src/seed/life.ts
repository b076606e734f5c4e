import type { FormValues } from '@lianban/domain/form-schema';

/** What was written with an act: into its opinion, reasons or statement, or field by field. */
export type Words = string | FormValues;

/** A button that was used, so many working days before the day of installation. */
export interface Deed {
  readonly kind: 'deed';
  readonly daysAgo: number;
  readonly step: string;
  readonly outcome: string;
  readonly words: Words;
  /** User name of whoever did it; as usual for the role when absent. */
  readonly user?: string;
  /** Key of the duty, where several of the step may be open. */
  readonly duty?: string;
}

/** A duty that an officer took from the pool and still holds. */
export interface Taking {
  readonly kind: 'taking';
  readonly daysAgo: number;
  readonly step: string;
  /** User name of the officer. */
  readonly user: string;
}

/** An act of the case that was taken back by whoever did it, so many working days before. */
export interface Retraction {
  readonly kind: 'retraction';
  readonly daysAgo: number;
  readonly step: string;
  readonly reason: string;
}

/** Something that happened in a life. */
export type Past = Deed | Taking | Retraction;

/** The past of one case of the demonstration. Days are working days before the day of installation, at least one. */
export interface Life {
  /** What the case shows; names it when it cannot be played. */
  readonly story: string;
  /** Which of the enterprises of the demonstration applies, counted from 1. */
  readonly enterprise: number;
  readonly item: string;
  readonly route: 'commitment' | 'ordinary';
  readonly filed: number;
  /** Conditions are promised for this many working days after the day of installation; negative before it. */
  readonly promised?: number;
  /** User name of the officer who handles it; the first of the section when absent. */
  readonly officer?: string;
  /** What is required was handed in as files; otherwise its paper came to the window. */
  readonly onFile?: true;
  /** In the order in which it happened; silence has its effects in between by itself. */
  readonly past: readonly Past[];
  /** What has happened since in the case that continues this one. */
  readonly sequel?: readonly Past[];
}

/** So many working days ago this button of this step was used. */
// eslint-disable-next-line max-params -- a line of a life reads like a sentence
export const did = (daysAgo: number, step: string, outcome: string, words: Words): Deed => ({
  ...{ kind: 'deed', daysAgo, step, outcome, words },
});

/** {@link did}, by the person of that user name. */
// eslint-disable-next-line max-params -- a line of a life reads like a sentence
export const didAs = (user: string, daysAgo: number, step: string, outcome: string, words: Words): Deed => ({
  ...{ kind: 'deed', daysAgo, step, outcome, words, user },
});

/** So many working days ago this duty was taken by the officer of that user name. */
export const took = (daysAgo: number, step: string, user: string): Taking => ({ kind: 'taking', daysAgo, step, user });

/** So many working days ago whoever had answered the step last took that back. */
export const tookBack = (daysAgo: number, step: string, reason: string): Retraction => ({
  ...{ kind: 'retraction', daysAgo, step, reason },
});

/** The window accepts. */
export const accepted = (daysAgo: number): Deed =>
  did(daysAgo, 'intake', 'accept', '申请材料齐全，符合法定形式，予以受理。');

/** The officer proposes the grant. */
export const proposed = (daysAgo: number): Deed =>
  did(daysAgo, 'propose', 'proposeGrant', '承诺内容与告知条件一致，材料齐全，拟准予许可。');

/** From acceptance to the service of the licence in one day. */
export const licensed = (daysAgo: number): readonly Deed[] => [
  accepted(daysAgo),
  proposed(daysAgo),
  did(daysAgo, 'decide', 'grant', '同意拟办意见，准予许可。'),
  did(daysAgo, 'deliver', 'delivered', '许可证与决定书已当面送达，承诺书同日公示。'),
];

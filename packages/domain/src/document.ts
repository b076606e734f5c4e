import { liaisonPapers } from './document-rows/liaison-papers.ts';
import { offSitePapers } from './document-rows/off-site-papers.ts';
import { parallelPapers } from './document-rows/parallel-papers.ts';
import { permitPapers } from './document-rows/permit-papers.ts';
import type { DocumentSpec } from './document-rows/spec.ts';

export type { DocumentSpec } from './document-rows/spec.ts';

/** The documents that the procedures issue. */
export const documents = {
  ...permitPapers,
  ...liaisonPapers,
  ...offSitePapers,
  ...parallelPapers,
} as const satisfies Readonly<Record<string, DocumentSpec>>;

/** Key of a type of document. */
export type DocumentType = keyof typeof documents;

/** Whether any of these papers goes out under the seal of the agency: whoever makes it has proven a short while ago who they are. */
export const needsSeal = (types: readonly DocumentType[]): boolean =>
  types.some((type) => 'isSealed' in documents[type]);

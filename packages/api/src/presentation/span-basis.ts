import { citationText, cite } from '@lianban/domain/law';
import { text, type Text } from '@lianban/domain/text';

const hearings = citationText(cite('LIC', '45'));

/** What it rests on that the days of a pause are not counted, by the reasons that the flows give. */
const bases: Readonly<Record<string, Text>> = {
  representations: text(`本系统默认，参照${hearings.zh}`, `Default of this system, after the ${hearings.en}`),
};

/** The basis of a pause; null for a reason without one. */
export const spanBasis = (reason: string): Text | null => bases[reason] ?? null;

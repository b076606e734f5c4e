import type { SpanKind } from '@lianban/domain/ask';
import { citationText, cite } from '@lianban/domain/law';
import { text, type Text } from '@lianban/domain/text';

const hearings = citationText(cite('LIC', '45'));
const inspections = citationText(cite('INSP', ''));

/** What a pause is called where nobody has said why. */
export const spanKinds = {
  excluded: text('不计时', 'Not counted'),
  suspended: text('中止', 'Suspended'),
} as const satisfies Record<SpanKind, Text>;

/** What it rests on that the days of a pause are not counted, by the reasons that the flows give. */
const bases: Readonly<Record<string, Text>> = {
  hearing: hearings,
  supplement: text('事项的专门规定', 'The special rule of the item'),
  technicalReview: text('事项的专门规定（待核实）', 'The special rule of the item (unverified)'),
  inspection: text('事项的专门规定（待核实）', 'The special rule of the item (unverified)'),
  rectification: text('事项的专门规定', 'The special rule of the item'),
  material: inspections,
  recheck: inspections,
  representations: text(`本系统默认，参照${hearings.zh}`, `Default of this system, after the ${hearings.en}`),
};

/** The basis of a pause; null for a reason without one. */
export const spanBasis = (reason: string): Text | null => bases[reason] ?? null;

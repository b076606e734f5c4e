import type { OpenStep } from '@lianban/db/queries/case-list';
import { text, type Text } from '@lianban/domain/text';
import { answerSentence } from './answer-sentence.ts';
import type { AsOf } from './as-of.ts';
import type { CatalogueReader } from './catalogue.ts';
import { briefDeadline } from './deadline.ts';
import { ownerView } from './owner.ts';
import { joined } from './words.ts';

/** How a case stands, as far as the receipt speaks of it. */
export interface ApplicationStanding {
  readonly ending: string | null;
  /** Open duties, the most urgent first. */
  readonly steps: readonly OpenStep[];
}

/** The sentence of the receipt: where the application is, by when it goes on, and what silence brings about. */
export function applicationAnswer(reader: CatalogueReader, { ending, steps }: ApplicationStanding, asOf: AsOf): Text {
  const told = {
    ending: ending === null ? null : reader.endingTitle(ending),
    steps: steps.map((step) => ({
      title: reader.stepTitle(step.step),
      owner: ownerView(step),
      own: step.role === 'APP',
      deadline: { ...briefDeadline(step, asOf), on: step.dueOn },
    })),
  };
  const sentence = answerSentence(told, 'enterprise', asOf);
  const [next] = steps;
  const silence = next === undefined || ending !== null ? null : silenceWords(reader, next);
  return silence === null ? sentence : joined([sentence, silence]);
}

function silenceWords(reader: CatalogueReader, { step, dueOn }: OpenStep): Text | null {
  const { lapse } = reader.spec(step);
  if (lapse === undefined || dueOn === null) return null;
  return text(`${lapse.means.zh}。`, `Otherwise: ${lapse.means.en}.`);
}

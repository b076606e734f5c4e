import type { OpenStep } from '@lianban/db/queries/case-list';
import { civilDateOf, type CivilDate, type Instant } from '@lianban/domain/civil-date';
import { text, type Text } from '@lianban/domain/text';
import { answerSentence } from './answer-sentence.ts';
import type { AsOf } from './as-of.ts';
import type { CatalogueReader } from './catalogue.ts';
import { briefDeadline } from './deadline.ts';
import { ownerView } from './owner.ts';
import { dayWords, joined } from './words.ts';

/** How a case stands, as far as the receipt speaks of it. */
export interface ApplicationStanding {
  readonly ending: string | null;
  /** Open duties, the most urgent first. */
  readonly steps: readonly OpenStep[];
  /** When it was sent, and the day on which it counts as received. */
  readonly openedAt: Instant;
  readonly receivedOn: CivilDate;
}

/**
 * The sentence of the receipt: where the application is, by when it goes on, what silence brings about, and on which day it
 * counts as received where that is not the day it was sent.
 */
export function applicationAnswer(reader: CatalogueReader, standing: ApplicationStanding, asOf: AsOf): Text {
  const { ending, steps } = standing;
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
  if (next === undefined || ending !== null) return sentence;
  return joined([sentence, ...silenceWords(reader, next), ...receiptWords(standing, asOf)]);
}

function silenceWords(reader: CatalogueReader, { step, dueOn }: OpenStep): readonly Text[] {
  const { lapse } = reader.spec(step);
  if (lapse === undefined || dueOn === null) return [];
  return [text(`${lapse.means.zh}。`, `Otherwise: ${lapse.means.en}.`)];
}

function receiptWords({ openedAt, receivedOn }: ApplicationStanding, { today }: AsOf): readonly Text[] {
  const sentOn = civilDateOf(openedAt);
  if (sentOn >= receivedOn) return [];
  const [sent, received] = [dayWords(sentOn, today), dayWords(receivedOn, today)];
  return [
    text(
      `申请于 ${sent.zh}办公时间外提交，按本系统默认计为 ${received.zh}收到。`,
      `It was sent outside office hours on ${sent.en} and, by default of this system, counts as received on ${received.en}.`,
    ),
  ];
}

import type { Due } from '@lianban/domain/ask';
import type { Letter } from '@lianban/domain/letter';
import { otherProvince } from '@lianban/domain/province';
import { LianbanError } from '@lianban/domain/error';
import type { Entry } from '@lianban/workflows/kernel/entry';
import type { Facts } from './facts.ts';
import { letterNumber, letterPlace, type AskedNumber } from './numbers.ts';

/** A letter as the turn writes it; its number, and that of the case, are drawn in the transaction. */
type WrittenLetter = Omit<Letter, 'number' | 'caseNumber'>;

/** A row of `letter_out`, but for its number. */
export interface LetterRow {
  readonly sequence: number;
  readonly kind: Letter['content']['kind'];
  readonly key: string | null;
  readonly letter: WrittenLetter;
}

type LetterEntry = Extract<Entry, { type: 'letter' }>;

const lettersIn = ({ turn }: Facts): readonly LetterEntry[] =>
  turn.entries.flatMap((entry) => (entry.type === 'letter' ? [entry] : []));

/** The letters of the turn in the order of its entries. */
export const letterRows = (facts: Facts, dues: ReadonlyMap<string, Due>): readonly LetterRow[] =>
  lettersIn(facts).map((entry) => ({
    sequence: entry.sequence,
    kind: entry.kind,
    key: 'key' in entry ? entry.key : null,
    letter: letterOf(facts, entry, dues),
  }));

/** The numbers that the letters need. */
export const letterNumbers = (facts: Facts): readonly AskedNumber[] =>
  lettersIn(facts).map(({ sequence }) => ({
    place: letterPlace(sequence),
    ...letterNumber(facts.filing.province, facts.year),
  }));

function letterOf(facts: Facts, entry: LetterEntry, dues: ReadonlyMap<string, Due>): WrittenLetter {
  const { turn, filing, standing, letter: asked } = facts;
  const { province: from } = filing;
  const { actor } = standing;
  return {
    ...{ format: 1, from, to: entry.kind === 'reply' && asked !== null ? asked.from : otherProvince(from) },
    ...{ reference: { caseId: turn.caseId, sequence: entry.sequence }, at: turn.input.at },
    ...(standing.isSecret ? { secret: true } : {}),
    signed: actor === null ? null : { name: actor.name, unit: { zh: actor.placeZh, en: actor.placeEn } },
    content: contentOf(facts, entry, dues),
  };
}

function contentOf(facts: Facts, entry: LetterEntry, dues: ReadonlyMap<string, Due>): Letter['content'] {
  const { turn, filing, standing } = facts;
  switch (entry.kind) {
    case 'request': {
      const { kind, procedure, share, key } = entry;
      const enterprise = standing.enterprise ?? { name: '', creditCode: '' };
      return { kind, procedure, item: filing.item, enterprise, share, answerBy: dues.get(key)?.on ?? null };
    }
    case 'reminder':
    case 'recall':
      return { kind: entry.kind, regards: { caseId: turn.caseId, sequence: entry.regards } };
    case 'reply': {
      const { kind, outcome, flow, closes } = entry;
      return { kind, regards: askedBy(facts), outcome, flow, closes };
    }
  }
}

function askedBy({ letter, turn }: Facts): { readonly caseId: string; readonly sequence: number } {
  if (letter === null) throw new LianbanError('INTERNAL', { reason: 'nobody has asked', caseId: turn.caseId });
  return { caseId: letter.caseId, sequence: letter.sequence };
}

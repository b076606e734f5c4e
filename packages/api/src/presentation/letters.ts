import { civilDateOf } from '@lianban/domain/civil-date';
import type { Field, FlowValues } from '@lianban/domain/field';
import { letterKinds, mayAcknowledge, type Letter } from '@lianban/domain/letter';
import type { Standing } from '@lianban/domain/personal';
import { provinces } from '@lianban/domain/province';
import { isOutside } from '@lianban/domain/role';
import { text, type Text } from '@lianban/domain/text';
import type { CaseRecord } from '@lianban/db/queries/case-page';
import type { LetterOfCase } from '@lianban/db/queries/letters';
import { currentEditionOf, procedures } from '@lianban/workflows/procedures/registry';
import type { AnyProcedure } from '@lianban/workflows/vocabulary/procedure';
import type { z } from 'zod';
import type { askedView, letterView as schema } from '../views/letter.ts';
import { written } from './form-words.ts';
import { standingTo, type Reader } from './owner.ts';
import { sharedAnswers, sharedFields } from './shared-fields.ts';

/** A letter as it is shown. */
type LetterView = z.infer<typeof schema>;

/** Letters between the bureaus are for officials alone. */
export function lettersFor(record: CaseRecord, reader: Reader): LetterView[] {
  if (isOutside(reader.post.role)) return [];
  const standing = standingTo(record, reader);
  const numbers = new Map(record.letters.map(({ letter }) => [nameOf(letter.reference), letter.number]));
  const asked = proceduresAsked(record);
  const mayAcknowledge = acknowledges(record, reader);
  return record.letters.map((one) =>
    letterOf(one, { numbers, asked: askedIn(one.letter, asked), standing, mayAcknowledge }),
  );
}

/** A letter that contradicts an answer, and that nobody has acknowledged yet. */
export const awaitsAcknowledgement = ({ letters }: CaseRecord): boolean =>
  letters.some(({ contradicts, acknowledgedAt }) => contradicts && acknowledgedAt === null);

/** Whoever was let in for a while only looks. */
function acknowledges({ head, duties }: CaseRecord, { post }: Reader): boolean {
  const isOfOwnUnit = duties.some(({ unitId }) => unitId !== null && unitId === post.unitId);
  return head.letInUntil === null && mayAcknowledge(post.role, isOfOwnUnit);
}

/** Who asks what of this case, and by which day; null for a case that no letter opened. */
export function askedBy({ head, letters }: CaseRecord, reader: Reader): z.infer<typeof askedView> | null {
  const { letter } = head.opening;
  if (letter === undefined || isOutside(reader.post.role)) return null;
  const isRecalled = letters.some(
    ({ letter: { content }, direction }) => direction === 'in' && content.kind === 'recall',
  );
  const { from, number, caseNumber, answerBy } = letter;
  return { bureau: provinces[from].bureau, number, caseNumber, answerBy, isRecalled };
}

interface Telling {
  readonly numbers: ReadonlyMap<string, string>;
  /** The procedure under which the other side, or this one, answers. */
  readonly asked: string | null;
  readonly standing: Standing;
  /** Whether the reader acknowledges for this case. */
  readonly mayAcknowledge: boolean;
}

const nameOf = ({ caseId, sequence }: Letter['reference']): string => `${caseId} ${sequence}`;

/** What is asked for, by the name of the letter that asks: one case may ask for several things. */
const proceduresAsked = ({ letters }: CaseRecord): ReadonlyMap<string, string> =>
  new Map(
    letters.flatMap(({ letter: { content, reference } }) =>
      content.kind === 'request' ? [[nameOf(reference), content.procedure]] : [],
    ),
  );

/** What the letter asks for, or the letter that it is about. */
const askedIn = ({ content, reference }: Letter, asked: ReadonlyMap<string, string>): string | null =>
  asked.get(nameOf('regards' in content ? content.regards : reference)) ?? null;

function letterOf(one: LetterOfCase, telling: Telling): LetterView {
  const { letter, direction, receivedAt, sm3, failure, attempts, contradicts } = one;
  const acknowledged = acknowledgementOf(one);
  const { content, number, caseNumber, at, from, to, signed } = letter;
  const regards = 'regards' in content ? (telling.numbers.get(nameOf(content.regards)) ?? null) : null;
  return {
    ...{ direction, number, caseNumber, at, on: civilDateOf(at), regards, receivedAt, sm3 },
    ...{ kind: content.kind, title: letterKinds[content.kind] },
    ...{ from: provinces[from].bureau, to: provinces[to].bureau, signed },
    secret: letter.secret === true,
    lines: linesOf(content, telling),
    answerBy: content.kind === 'request' ? content.answerBy : null,
    ...{ contradicts, acknowledged },
    mayAcknowledge: contradicts && acknowledged === null && telling.mayAcknowledge,
    state: stateOf(one),
    attempts: failure === null ? null : attempts,
  };
}

function acknowledgementOf({
  acknowledgedAt: at,
  acknowledgedBy,
  acknowledgement,
}: LetterOfCase): LetterView['acknowledged'] {
  return at === null ? null : { at, by: acknowledgedBy ?? '', words: acknowledgement ?? '' };
}

/** A letter that was tried and did not get through is held up, whichever way it goes. */
function stateOf({ state, note, failure }: LetterOfCase): LetterView['state'] {
  if (note !== null) return note;
  if (failure !== null) return 'heldUp';
  return state === 'kept' ? 'notAwaited' : state;
}

type Line = LetterView['lines'][number];

function linesOf(content: Letter['content'], telling: Telling): Line[] {
  if (content.kind === 'request') return valuesIn(content.share, telling);
  if (content.kind !== 'reply') return [];
  const answer = replyWords(content.outcome, telling.asked);
  return [{ label: text('答复', 'Answer'), words: answer }, ...valuesIn(content.flow, telling)];
}

/** What the answering procedure calls it: its ending of that name, or its button; else what both sides call it. */
function replyWords(outcome: string, procedure: string | null): Text {
  const known = procedure === null ? undefined : currentEditionOf(procedure);
  const buttons = Object.values(known?.steps ?? {}).flatMap(({ outcomes }) => outcomes[outcome]?.title ?? []);
  return known?.endings[outcome] ?? buttons[0] ?? sharedAnswers[outcome] ?? text(outcome, outcome);
}

const valuesIn = (values: FlowValues, { asked, standing }: Telling): Line[] =>
  Object.entries(values).flatMap(([name, value]) => {
    const field = fieldNamed(name, asked);
    const words = written(field, value, standing);
    return words === null ? [] : [{ label: field.label, words }];
  });

/** The fields of their forms by name; of several under one name the first. */
const fieldsOf = (among: readonly AnyProcedure[]): ReadonlyMap<string, Field> =>
  new Map(
    among
      .flatMap(({ steps }) => Object.values(steps))
      .flatMap(({ outcomes }) => Object.values(outcomes))
      .flatMap(({ form = [] }) => form)
      .toReversed()
      .map((field) => [field.name, field]),
  );

const fieldsOfAll = fieldsOf(procedures);
const fieldsByProcedure: ReadonlyMap<string, ReadonlyMap<string, Field>> = new Map(
  procedures.map(({ id }) => [id, fieldsOf(procedures.filter((procedure) => procedure.id === id))]),
);

/** The field of that name, of the answering procedure before all others; letters carry names, and both sides know the forms. */
function fieldNamed(name: string, procedure: string | null): Pick<Field, 'label' | 'kind'> {
  const own = procedure === null ? undefined : fieldsByProcedure.get(procedure)?.get(name);
  const known = own ?? fieldsOfAll.get(name) ?? sharedFields[name];
  return known ?? { label: text(name, name), kind: { type: 'prose', maxLength: 4000 } };
}

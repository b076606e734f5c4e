import { documents as documentTypes, needsSeal } from '@lianban/domain/document';
import type { Column, Field, FieldKind } from '@lianban/domain/field';
import { citationText } from '@lianban/domain/law';
import { mayCall } from '@lianban/domain/permission';
import { amountOf } from '@lianban/domain/quantities';
import type { CaseRecord, DutyRow } from '@lianban/db/queries/case-page';
import type { LiaisonUnit } from '@lianban/db/liaison/units';
import type { Colleague } from '@lianban/db/separation/colleagues';
import { isOutside } from '@lianban/domain/role';
import { text, type Text } from '@lianban/domain/text';
import type { Opening } from '@lianban/workflows/vocabulary/opening';
import { filesWith, notAnswered, type EndOf, type StepSpec } from '@lianban/workflows/vocabulary/step';
import type { z } from 'zod';
import type {
  columnView as columnSchema,
  dutyView as schema,
  fieldView as fieldSchema,
  outcomeView as outcomeSchema,
} from '../views/duty.ts';
import { together } from '../answering/apartness.ts';
import { askedOf } from './asked-fields.ts';
import { attachmentView } from './attachment.ts';
import type { AsOf } from './as-of.ts';
import { isWithinLineOf } from './branches.ts';
import { holderId } from '../identity/identity.ts';
import { factsFor, type Occasion } from './case-facts.ts';
import { notSeparateFrom, readerOf } from './catalogue.ts';
import { deadlineWithWhy } from './deadline.ts';
import { holderFor, isOwn, ownerView, titleOf, type Reader } from './owner.ts';
import { trailView } from './trail.ts';
import { outsideTeam, recused, separated } from './why-apart.ts';
import { whyOfDuty } from './why.ts';

/** An open duty or right with everything needed to act on it. */
export type DutyView = z.infer<typeof schema>;

/** An open duty or right of a case, as its reader may see and use it. */
export function dutyView(duty: DutyRow, record: CaseRecord, occasion: Occasion): DutyView {
  const { head } = record;
  const { reader, asOf } = occasion;
  const spec = readerOf(head.procedure, head.edition).spec(duty.step);
  const why = whyOfDuty(duty, spec, factsFor(record, occasion));
  const whyNot = whyNotAct(duty, record, occasion);
  // What a colleague cannot use would tell the applicant what is being thought inside.
  const tellsButtons = !isOutside(reader.post.role) || isOwn(duty, reader);
  const { apart = together } = occasion;
  const colleagues = (apart.seconds[duty.key]?.people ?? []).filter(
    ({ personId, isAble }) => isAble && personId !== reader.person.id,
  );
  return {
    caseId: head.caseId,
    key: duty.key,
    kind: duty.kind,
    step: duty.step,
    stepTitle: spec.title,
    owner: ownerView(duty),
    deputies: deputiesOf(duty, record, reader),
    holder: holderFor(duty, reader),
    mayAct: whyNot === null,
    whyNot,
    deadline: deadlineWithWhy(duty, why, asOf),
    about: duty.about?.title ?? null,
    waiting: record.waiting.filter((file) => file.duty === duty.key).map(attachmentView),
    outcomes:
      tellsButtons && notAnswered(spec) === null
        ? outcomesOf(spec, head.opening, {
            without: { ...endedFor(duty, spec, { record, asOf }), ...duty.without },
            choices: { colleagues, units: occasion.units ?? [], curable: head.opening.curable ?? [] },
          })
        : [],
    basis: spec.basis.map((citation) => citationText(citation)),
    openedAt: duty.openedAt,
    ...urgingOf(duty, record, { reader, asOf }),
    doneBy: doneBy(duty, record),
  };
}

/** Who stands in for whoever has taken it: known in the bureau, and nowhere else. */
export const deputiesOf = (
  { key }: Pick<DutyRow, 'key'>,
  { deputies }: Pick<CaseRecord, 'deputies'>,
  { post }: Reader,
): string[] => (isOutside(post.role) ? [] : deputies.flatMap((one) => (one.key === key ? [one.name] : [])));

/** The case that was opened for the duty. */
function doneBy({ key }: DutyRow, { related }: CaseRecord): DutyView['doneBy'] {
  const child = related.find(({ relation, duty }) => relation === 'opened' && duty === key);
  return child === undefined ? null : { caseId: child.caseId, caseNumber: child.number };
}

const byTime = text(
  '本步骤无需办理，期限届满时发生效力',
  'Nothing is to be done here: the end of the limit takes effect',
);

/** What was sent for the duty, and whether this reader may urge its owner; what one holds oneself needs no urging. */
function urgingOf(
  duty: DutyRow,
  { trails }: CaseRecord,
  { reader, asOf }: { reader: Reader; asOf: AsOf },
): Pick<DutyView, 'trail' | 'mayUrge'> {
  const trail = trails[duty.key];
  const urgeable = duty.kind === 'duty' && duty.state === 'open' && duty.unitId !== null;
  return {
    trail: trail === undefined || isOutside(reader.post.role) ? null : trailView(trail, reader, asOf),
    mayUrge: urgeable && mayCall(reader.post.role, 'supervise.urge') && holderFor(duty, reader) !== 'me',
  };
}

/** Why the reader cannot act on it now; null when they can. */
function whyNotAct(duty: DutyRow, record: CaseRecord, { reader, asOf, apart = together }: Occasion): Text | null {
  const spec = readerOf(record.head.procedure, record.head.edition).spec(duty.step);
  const { outcomes } = spec;
  const elsewhere = notAnswered(spec);
  if (elsewhere !== null) return elsewhere;
  if (Object.keys(outcomes).length === 0) return byTime;
  if (!isOwn(duty, reader)) return belongsTo(duty);
  if (duty.blocked !== null) return duty.blocked;
  const catalogue = readerOf(record.head.procedure, record.head.edition);
  const other = notSeparateFrom(catalogue.spec(duty.step), answeredBy(reader, record));
  if (other !== null) return separated(duty.step, { other, title: catalogue.stepTitle(other) }, reader);
  if (apart.conflict !== null) return recused(apart.conflict);
  const second = apart.seconds[duty.key];
  const outside =
    second === undefined ? null : outsideTeam(second, reader.person.id, amountOf('insp.team.min', asOf.today));
  if (outside !== null) return outside;
  if (duty.claimedBy === null || duty.claimedBy.personId === holderId(reader)) return null;
  const { name } = duty.claimedBy;
  return text(`${name}已认领`, `Taken by ${name}`);
}

function belongsTo({ place, role, isAuthority }: DutyRow): Text {
  const title = titleOf(role, isAuthority);
  return text(`本步骤由${place.zh}（${title.zh}）办理`, `This step is for ${place.en} (${title.en})`);
}

/** Steps that the reader, or whom they stand in for, has answered, was stood in for in, or has prepared for whoever did. */
function answeredBy(reader: Reader, { events, prepared }: CaseRecord): readonly string[] {
  const persons = new Set([reader.person.id, holderId(reader)]);
  const answered = events.flatMap(({ kind, step, who, retracted }) => {
    if (kind !== 'answer' || retracted !== null || step === null || who === null) return [];
    return persons.has(who.personId) || persons.has(who.standingInFor?.personId ?? '') ? [step] : [];
  });
  return [...answered, ...prepared.flatMap(({ personId, step }) => (persons.has(personId) ? [step] : []))];
}

/** The buttons that came too late: those to be used before the end of a clock or of another duty of the line, which has passed. */
function endedFor(
  { key }: DutyRow,
  { outcomes }: StepSpec,
  { record, asOf }: { record: CaseRecord; asOf: AsOf },
): Readonly<Record<string, Text>> {
  const hasPassed = ({ dueAt }: Pick<DutyRow, 'dueAt'>): boolean => dueAt !== null && dueAt <= asOf.now;
  const isOver = (end: EndOf): boolean =>
    typeof end === 'object'
      ? record.clocks.some((clock) => clock.name === end.clock && hasPassed(clock))
      : record.duties.some(
          (other) => other.step === end && other.state === 'open' && hasPassed(other) && isWithinLineOf(key, other.key),
        );
  return Object.fromEntries(
    Object.entries(outcomes).flatMap(([name, { before }]) =>
      before !== undefined && isOver(before.endOf) ? [[name, before.otherwise]] : [],
    ),
  );
}

/** The buttons of a step; those that cannot be used now say why. */
const outcomesOf = (
  step: StepSpec,
  opening: Opening,
  { without, choices }: { readonly without: Readonly<Record<string, Text>>; readonly choices: Choices },
): z.infer<typeof outcomeSchema>[] =>
  Object.entries(step.outcomes).map(([name, spec]) => {
    const { title, tone = 'plain', irreversible = false, form = [], documents = [] } = spec;
    return {
      name,
      title,
      tone,
      irreversible,
      isSealed: needsSeal(documents),
      unavailable: without[name] ?? null,
      form: askedOf(form, opening.item).map((field) => fieldOf(field, choices)),
      files: filesWith(step, spec),
      documents: documents.map((type) => documentTypes[type].title),
    };
  });

/** Who and what may be named in a form, as the record knows them. */
interface Choices {
  readonly colleagues: readonly Colleague[];
  readonly units: readonly LiaisonUnit[];
  readonly curable: NonNullable<Opening['curable']>;
}

const fieldOf = ({ name, label, hint, required, kind }: Field, choices: Choices): z.infer<typeof fieldSchema> => ({
  name,
  label,
  hint: hint ?? null,
  required,
  kind: kindOf(kind, choices),
});

const columnOf = ({ kind, ...column }: Column, choices: Choices): z.infer<typeof columnSchema> => ({
  ...column,
  kind:
    kind.type === 'unit'
      ? unitChoice(choices)
      : kind.type === 'choice'
        ? { type: 'choice', options: [...kind.options] }
        : kind,
});

const unitChoice = ({ units }: Choices) => ({
  type: 'choice' as const,
  options: units.map(({ id, name }) => ({ value: id, label: name })),
});

function kindOf(kind: FieldKind, choices: Choices): z.infer<typeof fieldSchema>['kind'] {
  const { colleagues, curable } = choices;
  if (kind.type === 'choice') return { type: 'choice', options: [...kind.options] };
  if (kind.type === 'unit') return unitChoice(choices);
  if (kind.type === 'caseNumber') return { type: 'line', maxLength: 60 };
  if (kind.type === 'rows') return { ...kind, columns: kind.columns.map((column) => columnOf(column, choices)) };
  if (kind.type === 'materials')
    return { type: 'several', options: curable.map(({ key, title }) => ({ value: key, label: title })) };
  if (kind.type !== 'colleague') return kind;
  return {
    type: 'choice',
    options: colleagues.map(({ personId, name }) => ({ value: personId, label: text(name, name) })),
  };
}

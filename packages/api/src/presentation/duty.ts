import { documents as documentTypes, needsSeal } from '@lianban/domain/document';
import type { Field, FieldKind } from '@lianban/domain/field';
import { citationText } from '@lianban/domain/law';
import { mayCall } from '@lianban/domain/permission';
import type { CaseRecord, DutyRow } from '@lianban/db/queries/case-page';
import { roles } from '@lianban/domain/role';
import { text, type Text } from '@lianban/domain/text';
import type { Opening } from '@lianban/workflows/vocabulary/opening';
import type { EndOf, StepSpec } from '@lianban/workflows/vocabulary/step';
import type { z } from 'zod';
import type { dutyView as schema, fieldView as fieldSchema, outcomeView as outcomeSchema } from '../views/duty.ts';
import { askedOf } from './asked-fields.ts';
import type { AsOf } from './as-of.ts';
import { isWithinLineOf } from './branches.ts';
import { factsFor, type Occasion } from './case-facts.ts';
import { notSeparateFrom, readerOf } from './catalogue.ts';
import { deadlineWithWhy } from './deadline.ts';
import { holderFor, isOwn, ownerView, type Reader } from './owner.ts';
import { trailView } from './trail.ts';
import { whyOfDuty } from './why.ts';

/** An open duty or right with everything needed to act on it. */
export type DutyView = z.infer<typeof schema>;

/** An open duty or right of a case, as its reader may see and use it. */
export function dutyView(duty: DutyRow, record: CaseRecord, occasion: Occasion): DutyView {
  const { head } = record;
  const { reader, asOf } = occasion;
  const spec = readerOf(head.procedure, head.edition).spec(duty.step);
  const why = whyOfDuty(duty, spec, factsFor(record, occasion));
  const whyNot = whyNotAct(duty, record, reader);
  // What a colleague cannot use would tell the applicant what is being thought inside.
  const tellsButtons = reader.post.role !== 'APP' || isOwn(duty, reader);
  return {
    caseId: head.caseId,
    key: duty.key,
    kind: duty.kind,
    step: duty.step,
    stepTitle: spec.title,
    owner: ownerView(duty),
    holder: holderFor(duty, reader),
    mayAct: whyNot === null,
    whyNot,
    deadline: deadlineWithWhy(duty, why, asOf),
    outcomes: tellsButtons
      ? outcomesOf(spec, head.opening.item, { ...endedFor(duty, spec, { record, asOf }), ...duty.without })
      : [],
    basis: spec.basis.map((citation) => citationText(citation)),
    openedAt: duty.openedAt,
    ...urgingOf(duty, record, { reader, asOf }),
  };
}

/** What was sent for the duty, and whether this reader may urge its owner; what one holds oneself needs no urging. */
function urgingOf(
  duty: DutyRow,
  { trails }: CaseRecord,
  { reader, asOf }: { reader: Reader; asOf: AsOf },
): Pick<DutyView, 'trail' | 'mayUrge'> {
  const trail = trails[duty.key];
  const urgeable = duty.kind === 'duty' && duty.state === 'open' && duty.unitId !== null;
  return {
    trail: trail === undefined || reader.post.role === 'APP' ? null : trailView(trail, reader, asOf),
    mayUrge: urgeable && mayCall(reader.post.role, 'supervise.urge') && holderFor(duty, reader) !== 'me',
  };
}

/** Why the reader cannot act on it now; null when they can. */
function whyNotAct(duty: DutyRow, record: CaseRecord, reader: Reader): Text | null {
  if (!isOwn(duty, reader)) return belongsTo(duty);
  if (duty.blocked !== null) return duty.blocked;
  const catalogue = readerOf(record.head.procedure, record.head.edition);
  const other = notSeparateFrom(catalogue.spec(duty.step), answeredBy(reader.person.id, record));
  if (other !== null) return separated(catalogue.stepTitle(other));
  if (duty.claimedBy === null || duty.claimedBy.personId === reader.person.id) return null;
  const { name } = duty.claimedBy;
  return text(`${name}已认领`, `Taken by ${name}`);
}

function belongsTo({ place, role }: DutyRow): Text {
  const title = roles[role];
  return text(`本步骤由${place.zh}（${title.zh}）办理`, `This step is for ${place.en} (${title.en})`);
}

const separated = ({ zh, en }: Text): Text =>
  text(
    `您在本案中办理过“${zh}”，按岗位分离不得再办本步骤`,
    `You handled "${en}" in this case; another person must take this step`,
  );

const answeredBy = (personId: string, { events }: CaseRecord): readonly string[] =>
  events.flatMap(({ kind, step, who }) =>
    kind === 'answer' && step !== null && who?.personId === personId ? [step] : [],
  );

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
  { outcomes }: StepSpec,
  item: Opening['item'],
  without: Readonly<Record<string, Text>>,
): z.infer<typeof outcomeSchema>[] =>
  Object.entries(outcomes).map(([name, spec]) => {
    const { title, tone = 'plain', irreversible = false, form = [], documents = [] } = spec;
    return {
      name,
      title,
      tone,
      irreversible,
      isSealed: needsSeal(documents),
      unavailable: without[name] ?? null,
      form: askedOf(form, item).map(fieldOf),
      documents: documents.map((type) => documentTypes[type].title),
    };
  });

const fieldOf = ({ name, label, hint, required, kind }: Field): z.infer<typeof fieldSchema> => ({
  name,
  label,
  hint: hint ?? null,
  required,
  kind: kindOf(kind),
});

const kindOf = (kind: FieldKind): z.infer<typeof fieldSchema>['kind'] =>
  kind.type === 'choice' ? { type: 'choice', options: [...kind.options] } : kind;

import type { FlowValues } from '@lianban/domain/field';
import { Family, type Member } from '../../testing/family.ts';
import { morningOf, openingOf, publishedCalendar } from '../../testing/scenario.ts';
import { currentEditionOf } from '../registry.ts';
import { offSiteWorkshop } from './2024-05.ts';

const ITEM = 'drug-off-site-workshop';

/** One act in one of the cases of a site: of the variety of that name where there are several. */
export interface Deed {
  readonly on: string;
  readonly procedure: string;
  readonly step: string;
  readonly outcome: string;
  readonly flow?: FlowValues;
  readonly variety?: string;
}

/** Opens the case of a site on that day, with what its children will need. */
export async function openSite(receivedOn: string): Promise<Family> {
  const family = new Family({
    calendar: publishedCalendar,
    procedureOf: (id) => currentEditionOf(id) ?? offSiteWorkshop,
    openingOf: (procedure) => openingOf(procedure, { item: ITEM, receivedOn }),
  });
  await family.open(offSiteWorkshop, morningOf(receivedOn));
  return family;
}

/** The youngest case of that procedure, or that of a variety: also where a case in between opened it. */
export function caseOf(family: Family, procedure: string, variety?: string): Member {
  const found = family.members.findLast(
    (member) => member.procedure.id === procedure && (variety === undefined || varietyOf(family, member) === variety),
  );
  if (found === undefined) throw new Error(`no case of ${procedure} ${variety ?? ''}`);
  return found;
}

function varietyOf(family: Family, member: Member): string | undefined {
  const input = member.life.turns[0]?.row.input;
  const name = input?.kind === 'open' ? input.opening.childOf?.matter['name'] : undefined;
  if (typeof name === 'string') return name;
  const parent = family.members.find(({ id }) => id === member.childOf?.id);
  return parent === undefined ? undefined : varietyOf(family, parent);
}

/** Does the deeds in order; the days between pass in every case. */
export async function live(family: Family, deeds: readonly Deed[]): Promise<void> {
  for (const { on, procedure, step, outcome, flow = {}, variety } of deeds) {
    await family.goTo(morningOf(on));
    await caseOf(family, procedure, variety).life.answer(step, outcome, { flow });
    await family.settle();
  }
}

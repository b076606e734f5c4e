import type { ChangeGroup, ChangeRow, RevisionRow } from '@lianban/db/queries/revisions';
import type { CivilDate } from '@lianban/domain/civil-date';
import { assertNever } from '@lianban/domain/assert-never';
import { shifts } from '@lianban/domain/revision';
import type { z } from 'zod';
import type { Identity } from '../identity/identity.ts';
import type {
  changeView as changeSchema,
  revisionPage as pageSchema,
  revisionView as schema,
} from '../views/revision.ts';
import { readerOf } from './catalogue.ts';
import { clockTitleOf } from './clock-titles.ts';
import { revisionTitle } from './revision-title.ts';
import { ruleTitles } from './rule-titles.ts';

type RevisionView = z.infer<typeof schema>;

/** A revision as it is listed for that person. */
export function revisionView(row: RevisionRow, { person }: Identity): RevisionView {
  const { id, province, reason, state, previewedAt, proposed, decided, remark, stale, cases, counts } = row;
  return {
    ...{ id, title: revisionTitle(row.proposal), province, reason, state, previewedAt, remark, stale, cases },
    proposed: { at: proposed.at, name: proposed.name },
    own: proposed.personId === person.id,
    decided: decided === null ? null : { at: decided.at, name: decided.name },
    counts: countsOf(counts),
  };
}

const countsOf = (counts: RevisionRow['counts']): RevisionView['counts'] => ({
  ...{ earlier: 0, later: 0, kept: 0, confirmed: 0, explained: 0 },
  ...counts,
});

/** A revision with its groups, those first that somebody has to act on. */
export function revisionPageView(
  row: RevisionRow,
  groups: readonly ChangeGroup[],
  { identity, today }: { readonly identity: Identity; readonly today: CivilDate },
): z.infer<typeof pageSchema> {
  const inOrder = groups.toSorted((a, b) => shifts.indexOf(a.shift) - shifts.indexOf(b.shift));
  return { ...revisionView(row, identity), today, proposal: proposalOf(row), groups: inOrder };
}

/** The view owns its lists. */
function proposalOf({ proposal }: RevisionRow): z.infer<typeof pageSchema>['proposal'] {
  switch (proposal.kind) {
    case 'calendarYear': {
      const { year } = proposal;
      return { kind: proposal.kind, year: { ...year, rest: [...year.rest], work: [...year.work] } };
    }
    case 'closures':
      return { ...proposal, add: [...proposal.add], remove: [...proposal.remove] };
    case 'rule':
      return { ...proposal, title: ruleTitles[proposal.rule.key] };
    case 'caseRule':
      return { ...proposal, title: ruleTitles[proposal.key] };
    default:
      return assertNever(proposal);
  }
}

/** One limit that a revision changes. */
export function changeView(row: ChangeRow): z.infer<typeof changeSchema> {
  const { caseId, number, procedure, edition, itemTitle, enterprise, key, step, unit, shift, from, to } = row;
  const what = step === null ? clockTitleOf(key) : readerOf(procedure, edition).stepTitle(step);
  return { caseId, caseNumber: number, itemTitle, enterprise, what, unit, key, shift, from, to };
}

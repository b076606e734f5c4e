import { barRules } from '@lianban/domain/application-bar';
import { curableOf } from '@lianban/domain/curable';
import type { Item } from '@lianban/domain/item';
import type { RuleKey, Terms } from '@lianban/domain/rule';
import { termsFor, type TermsQuery } from '@lianban/domain/rules';
import { text, type Text } from '@lianban/domain/text';
import { currentEditionOf } from '@lianban/workflows/procedures/registry';
import type { z } from 'zod';
import type { itemView as schema } from '../views/application.ts';

/** An item as the enterprise chooses it. */
export type ItemView = z.infer<typeof schema>;

interface ItemLimit {
  readonly key: RuleKey;
  readonly title: Text;
  readonly appliesTo: (item: Item) => boolean;
}

const everyItem = (): boolean => true;
const byCommitment = (item: Item): boolean => item.byCommitment;

/** The limits an applicant plans by, in the order in which a case meets them; internal ones are nobody's business outside. */
const itemLimits: readonly ItemLimit[] = [
  { key: 'permit.intake', title: text('收件受理', 'Intake and acceptance'), appliesTo: everyItem },
  {
    key: 'permit.supplement.applicant',
    title: text('申请人补正材料', 'Supplement by the applicant'),
    appliesTo: everyItem,
  },
  {
    key: 'commit.decide',
    title: text('告知承诺方式作出决定', 'Decision by commitment'),
    appliesTo: byCommitment,
  },
  {
    key: 'permit.decide',
    title: text('自受理起作出决定，最长', 'Decision from acceptance, at the longest'),
    appliesTo: everyItem,
  },
  { key: 'permit.deliver', title: text('制证送达', 'Licence made out and served'), appliesTo: everyItem },
  {
    key: 'commit.verify.window',
    title: text('决定后核查', 'Verification after the decision'),
    appliesTo: (item) => item.byCommitment && item.verification.windowed,
  },
  {
    key: 'commit.rectify',
    title: text('核查不符限期整改', 'Rectification after a failed verification'),
    appliesTo: (item) => item.byCommitment && item.verification.rectifiable,
  },
  {
    key: 'commit.conditions.extend',
    title: text('承诺条件达成延期（一次）', 'More time for promised conditions, once'),
    appliesTo: (item) => item.byCommitment && item.laterConditions,
  },
];

/** What is asked for; on the ordinary route some of it may follow after acceptance. */
function materialsOf(item: Item): ItemView['materials'] {
  const curable = new Set(curableOf(item).map(({ key }) => key));
  return item.materials.map(({ key, title, need }) => ({ key, title, need, curable: curable.has(key) }));
}

/** The rules of the day that item and notice speak of. */
export const itemTerms = (item: Item, { on, rules }: Pick<TermsQuery, 'on' | 'rules'>): Terms =>
  termsFor({
    keys: [...itemLimits.map(({ key }) => key), ...barRules],
    province: item.province,
    item: item.code,
    on,
    rules,
  });

/** The item with its limits under the rules of the day; a limit without a rule in force is left out. */
export const itemView = (item: Item, terms: Terms): ItemView => ({
  code: item.code,
  province: item.province,
  edition: item.edition,
  kind: item.kind === 'matter' ? 'issue' : item.kind, // no matter is in the catalogue
  title: item.title,
  summary: item.summary,
  basis: item.basis,
  licenceTitle: item.licence.title,
  byCommitment: item.byCommitment,
  ownProcedure: item.procedure === undefined ? null : (currentEditionOf(item.procedure)?.title ?? null),
  laterConditions: item.laterConditions,
  conditions: [...item.conditions],
  materials: materialsOf(item),
  limits: itemLimits.flatMap(({ key, title, appliesTo }) => {
    const term = terms[key];
    return term === undefined || !appliesTo(item) ? [] : [{ key, title, ...term }];
  }),
});

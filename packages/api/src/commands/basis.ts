import type { CivilDate } from '@lianban/domain/civil-date';
import type { Limit, Mark } from '@lianban/domain/limit';
import type { Province } from '@lianban/domain/province';
import type { Rule, RuleKey } from '@lianban/domain/rule';
import { termsFor } from '@lianban/domain/rules';
import type { Text } from '@lianban/domain/text';

/** What a clock rests on: as it was asked, and the row of the rule table when it names one. */
export interface Basis {
  readonly key: string;
  /** Where the number comes from; null when the key names no row that was in force. */
  readonly text: Text | null;
  readonly mark: Mark | null;
  /** The limit of that row, which need not be the one asked for. */
  readonly limit: Limit | null;
}

/** Keys of the specification that the rule table writes otherwise: its general key, and the item it is for. */
const aliases: Readonly<Record<string, { readonly key: RuleKey; readonly item?: string }>> = {
  'permit.decide.default': { key: 'permit.decide' },
  'permit.extend.default': { key: 'permit.extend' },
  'falseApplication.bar': { key: 'permit.falseApplication.bar' },
  'drug.insp.planAndSite': { key: 'insp.planAndSite.production' },
  'wholesale.insp': { key: 'insp.planAndSite.wholesale' },
  'retail.insp': { key: 'insp.planAndSite.retail' },
  'insp.rectify.ext': { key: 'insp.rectify.extend' },
  'device.reg.review.II': { key: 'device.reg.review.two' },
  'device.reg.review.III': { key: 'device.reg.review.three' },
  'device.reg.cert': { key: 'device.reg.certificate' },
  'recall.notify.I': { key: 'recall.notify.one' },
  'recall.notify.II': { key: 'recall.notify.two' },
  'recall.notify.III': { key: 'recall.notify.three' },
  'device.prod.decide': { key: 'permit.decide', item: 'device-production-licence' },
  'cosmetics.renew.decide': { key: 'permit.decide', item: 'cosmetics-production-renewal' },
};

/** The row in force on the day; without a province, of those rows that hold in every province. */
export function basisOf(
  key: string,
  {
    on,
    province,
    rules,
  }: { readonly on: CivilDate; readonly province: Province | null; readonly rules: readonly Rule[] },
): Basis {
  const alias = Object.hasOwn(aliases, key) ? aliases[key] : undefined;
  const known = alias?.key ?? rules.find((rule) => rule.key === key)?.key;
  const general = province === null ? rules.filter((rule) => rule.province === null) : rules;
  const query = { keys: known === undefined ? [] : [known], province: province ?? 'CQ', item: alias?.item ?? '', on };
  const [term] = Object.values(termsFor({ ...query, rules: general }));
  return { key, text: term?.basis ?? null, mark: term?.mark ?? null, limit: term?.limit ?? null };
}

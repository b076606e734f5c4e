import { barsAfterFraud } from '@lianban/domain/application-bar';
import { termOfBar } from '@lianban/domain/bar-terms';
import type { Item } from '@lianban/domain/item';
import { citationText, cite } from '@lianban/domain/law';
import type { Limit } from '@lianban/domain/limit';
import type { Terms } from '@lianban/domain/rule';
import { text, type Text } from '@lianban/domain/text';
import { limitWords } from './words.ts';

const fined = text('，并依法处以罚款', 'and a fine as the law provides');

/** What the law adds to the years, with the punctuation before it. */
const besides: Readonly<Record<Item['field'], Text>> = {
  drug: text('，并处五十万元以上五百万元以下罚款', 'and a fine of CNY 500,000 to 5,000,000'),
  device: fined,
  cosmetics: fined,
  other: text(
    '（限于直接关系公共安全、人身健康、生命财产安全的事项）',
    'where public safety, health, life or property are directly concerned',
  ),
};

/** What follows from a commitment that is false: revocation, the bar of the product field, the credit file. */
export function liabilityLines({ field }: Item, terms: Terms): Text[] {
  const { limit, basis: barred } = termOfBar(barsAfterFraud[field], terms);
  const [revoked, years] = [citationText(cite('LIC', '69')), lengthOf(limit)];
  return [
    text(
      `承诺的事实不真实，以欺骗取得许可的，撤销许可，不适用整改（${revoked.zh}）。`,
      `A licence obtained by untrue facts is revoked, without rectification (${revoked.en}).`,
    ),
    text(
      `自撤销决定之日起${years.zh}内不受理相应的许可申请${besides[field].zh}（${barred.zh}）；涉嫌违法的线索移送查处。`,
      `For ${years.en} from the revocation no such application is accepted, ${besides[field].en} (${barred.en}); a suspected offence is passed on for investigation.`,
    ),
    text(
      `虚假承诺、未履行承诺记入信用记录，信用修复前不再适用告知承诺（${citationText(cite('GZ42', '')).zh}）。`,
      `A commitment that is false or not kept is entered into the credit file; commitment stays closed until the credit is repaired (${citationText(cite('GZ42', '')).en}).`,
    ),
  ];
}

/** Whole years as years, as the laws have them. */
function lengthOf(limit: Limit): Text {
  if (!('months' in limit) || limit.months % 12 !== 0) return limitWords(limit);
  const years = limit.months / 12;
  return text(`${years}年`, `${years} years`);
}

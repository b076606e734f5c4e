import type { Province } from '@lianban/domain/province';
import { demoId } from './cast.ts';
import { districts } from './districts.ts';

/** The body that liaises for a district, and the unit of the bureau that answers for it. */
export interface LiaisonBodySeed {
  readonly id: string;
  readonly name: string;
  readonly creditCode: string;
  readonly province: Province;
  readonly district: string;
  /** Null for a district of Sichuan, which no unit of Chongqing answers for. */
  readonly regionalUnit: string | null;
}

/** Districts with a service centre for biomedicine, for which the review centre answers (渝药监〔2024〕69号, 二（二）). */
const OF_REVIEW_CENTRE: ReadonlySet<string> = new Set(['500104', '500113']);

/** Which of the four inspectorates answers for which other district stands in no public text: by turns, for the demonstration. */
const inspectorateFor = (nth: number): string => `cq-inspectorate-${(nth % 4) + 1}`;

const CHARACTERS = '0123456789ABCDEFGHJKLMNPQRTUWXY';

/** Seventeen characters with their check character (GB 32100-2015). */
function withCheck(characters: string): string {
  const sum = [...characters].reduce(
    (total, character, at) => total + CHARACTERS.indexOf(character) * (3 ** at % 31),
    0,
  );
  return `${characters}${CHARACTERS.charAt((31 - (sum % 31)) % 31)}`;
}

/** The market regulator of every district, which liaises unless its government names another body. All credit codes are invented. */
export const enterprisesOfDistricts: readonly LiaisonBodySeed[] = districts.map(({ id, province, nameZh }, nth) => ({
  id: demoId('e01', nth + 1),
  name: `${nameZh}市场监督管理局`,
  creditCode: withCheck(`11${id}MB0${String(nth + 1).padStart(6, '0')}`),
  province,
  district: id,
  regionalUnit: province === 'CQ' ? (OF_REVIEW_CENTRE.has(id) ? 'cq-review-centre' : inspectorateFor(nth)) : null,
}));

/** The bureau that keeps ledgers of liaison requests, in the register for the cases that are its own. Its credit code is invented too. */
export const bureauBody = {
  id: demoId('e01', 900),
  name: '重庆市药品监督管理局',
  creditCode: withCheck('11500000MB0000900'),
  province: 'CQ',
} as const satisfies Pick<LiaisonBodySeed, 'id' | 'name' | 'creditCode' | 'province'>;

/** The body of a district by the code of the district. @throws RangeError */
export function bodyOf(district: string): LiaisonBodySeed {
  const body = enterprisesOfDistricts.find((one) => one.district === district);
  if (body === undefined) throw new RangeError(`no district ${district}`);
  return body;
}

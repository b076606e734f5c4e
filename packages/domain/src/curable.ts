import type { Item, Material } from './item.ts';

/** A material that may be handed in after acceptance (可容缺材料). */
export type Curable = Pick<Material, 'key' | 'title'>;

/**
 * Materials that may follow, by item; everything else that is required is 核心 and has to be there. [design] No text of Sichuan or
 * Chongqing names any: the wizard says that the list is ours and that the service guide prevails.
 */
const ours: Readonly<Record<string, readonly string[]>> = {
  'drug-production-licence': ['quality-system'],
  'device-production-licence': ['staff-list', 'equipment-list', 'quality-manual', 'after-sales'],
  'device-distribution-licence': ['quality-list'],
  'drug-information-service': ['columns', 'staff'],
  'otc-retail': ['staff-training'],
};

/**
 * What decides on safety, says who applies, or that a place or a right is theirs: never curable, whatever an edition of an item
 * says. [design]
 */
const decisive: ReadonlySet<string> = new Set([
  'application-form',
  'authorisation',
  'business-licence',
  'change-statement',
  'conditions-statement',
  'domain-certificate',
  'key-staff',
  'old-licence',
  'premises',
  'premises-plan',
  'process-chart',
  'registration-certificate',
  'security',
  'self-check',
  'technical-requirements',
]);

/** Whether a material decides on safety, identity or ownership. */
export const isDecisive = (key: string): boolean => decisive.has(key);

/**
 * The materials of an item that may be handed in after acceptance, in the order of its list: those that its edition names, or ours
 * where it names none. What is decisive is never among them, nor what the agency obtains itself.
 */
export function curableOf({
  code,
  course,
  materials,
}: Pick<Item, 'code' | 'course' | 'materials'>): readonly Curable[] {
  const named = course !== undefined && course.curable.length > 0 ? course.curable : (ours[code] ?? []);
  return materials
    .filter(({ key, need }) => need !== 'waived' && named.includes(key) && !isDecisive(key))
    .map(({ key, title }) => ({ key, title }));
}

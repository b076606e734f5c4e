import type { Field } from '@lianban/domain/field';
import type { Opening } from '@lianban/workflows/vocabulary/opening';

/** The fields that name a material which may not follow in that case, by name. */
export function foreignMaterials(
  fields: readonly Field[],
  form: Readonly<Record<string, unknown>>,
  curable: Opening['curable'] = [],
): readonly string[] {
  const known = new Set<unknown>(curable.map(({ key }) => key));
  return fields.flatMap(({ name, kind }) => {
    const value = form[name];
    if (kind.type !== 'materials' || !Array.isArray(value)) return [];
    return value.every((key: unknown) => known.has(key)) ? [] : [name];
  });
}

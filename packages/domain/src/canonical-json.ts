/** JSON with sorted keys and no undefined fields, so that equal values are equal text whatever a database did to them. */
export function canonicalJson(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonicalJson).join(',')}]`;
  if (value === null || typeof value !== 'object') return JSON.stringify(value) ?? 'null';
  const named = value as Readonly<Record<string, unknown>>; // what is left is an object
  let fields = '';
  for (const name of Object.keys(named).sort()) {
    const field = named[name];
    if (field !== undefined) fields += `${fields === '' ? '' : ','}${JSON.stringify(name)}:${canonicalJson(field)}`;
  }
  return `{${fields}}`;
}

/** JSON with sorted keys and no undefined fields, so that equal values are equal text whatever a database did to them. */
export function canonicalJson(value: unknown): string {
  if (typeof value === 'string') return quoted(value);
  if (value === null || typeof value !== 'object') return JSON.stringify(value) ?? 'null';
  if (Array.isArray(value)) return `[${value.map(canonicalJson).join(',')}]`;
  const named = value as Readonly<Record<string, unknown>>; // what is left is an object
  let fields = '';
  for (const name of Object.keys(named).sort()) {
    const field = named[name];
    if (field !== undefined) fields += `${fields === '' ? '' : ','}${quoted(name)}:${canonicalJson(field)}`;
  }
  return `{${fields}}`;
}

/** No quote, backslash, control character or half of a pair: what JSON writes as it is. */
const PLAIN = /^[ !#-[\]-\ud7ff\ue000-\uffff]*$/;

// Every turn is hashed, and nearly every text is plain: looking is quicker than a call out of the engine.
const quoted = (text: string): string => (PLAIN.test(text) ? `"${text}"` : JSON.stringify(text));

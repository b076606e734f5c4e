import { LianbanError } from '@lianban/domain/error';
import { locatedJson, type LocatedJson } from '@lianban/domain/located-json';
import type { z } from 'zod';
import { decoded } from '../commands/lines.ts';
import { Refusal } from '../commands/refusal.ts';
import { actKinds, scriptSchema, type Script } from './script.ts';
import { placeOf, type Path } from './stopped.ts';

/** Larger than any life that somebody writes down. */
const MAX_BYTES = 1_048_576;

/** What is wrong with a script, and the line to repair; null where no line is to blame. */
export interface ScriptProblem {
  readonly refusal: Refusal;
  readonly line: number | null;
}

/** A script whose values can be found in its file. */
export interface LocatedScript {
  readonly script: Script;
  /** The line of a value, or of the object where it is missing. */
  readonly lineOf: (path: Path) => number;
}

/** A script as it was read, or everything that keeps it from being one. */
export type ScriptReading =
  | { readonly kind: 'read'; readonly value: LocatedScript }
  | { readonly kind: 'refused'; readonly problems: readonly ScriptProblem[] };

/** Reads a script and checks its shape; whether its steps fit the procedure shows when it is played. */
export function readScript(bytes: Uint8Array): ScriptReading {
  const root = located(bytes);
  if ('refusal' in root) return { kind: 'refused', problems: [root] };
  const lineOf = (path: Path): number => nodeAt(root, path).line;
  const checked = scriptSchema.safeParse(plain(root));
  if (checked.success) return { kind: 'read', value: { script: checked.data, lineOf } };
  const problems = checked.error.issues.flatMap((issue) => problemsOf(issue, { root, lineOf }));
  return { kind: 'refused', problems: problems.toSorted((a, b) => (a.line ?? 0) - (b.line ?? 0)) };
}

function located(bytes: Uint8Array): LocatedJson | ScriptProblem {
  if (bytes.length > MAX_BYTES)
    return { refusal: new Refusal('TOO_LARGE', null, { max: `${MAX_BYTES} bytes` }), line: null };
  try {
    return locatedJson(decoded(bytes));
  } catch (failure) {
    if (failure instanceof Refusal) return { refusal: failure, line: null };
    if (!(failure instanceof LianbanError)) throw failure;
    return { refusal: new Refusal('NOT_JSON', null), line: Number(failure.detail['line']) };
  }
}

function plain(node: LocatedJson): unknown {
  if (node.kind === 'scalar') return node.value;
  if (node.kind === 'array') return node.items.map(plain);
  return Object.fromEntries([...node.entries].map(([key, value]) => [key, plain(value)]));
}

/** The value at the path, or the innermost that holds its place. */
function nodeAt(root: LocatedJson, path: Path): LocatedJson {
  let node = root;
  for (const part of path) {
    const next = childOf(node, part);
    if (next === undefined) return node;
    node = next;
  }
  return node;
}

function childOf(node: LocatedJson, part: PropertyKey): LocatedJson | undefined {
  if (node.kind === 'object') return node.entries.get(String(part));
  return node.kind === 'array' ? node.items[Number(part)] : undefined;
}

const isAbsent = (root: LocatedJson, path: Path): boolean => {
  const last = path.at(-1);
  return last !== undefined && childOf(nodeAt(root, path.slice(0, -1)), last) === undefined;
};

type Issue = z.core.$ZodIssue;
interface Where {
  readonly root: LocatedJson;
  readonly lineOf: (path: Path) => number;
}

function problemsOf(issue: Issue, where: Where, above: Path = []): readonly ScriptProblem[] {
  const path = [...above, ...issue.path];
  if (issue.code === 'invalid_union') return problemsOfUnion(issue, where, path);
  if (issue.code === 'unrecognized_keys') {
    const known = knownAt(where.root, path).join(', ');
    return issue.keys.map((key) => ({
      refusal: new Refusal('UNKNOWN_FIELD', placeOf([...path, key]), { fields: known }),
      line: where.lineOf([...path, key]),
    }));
  }
  return [{ refusal: refusalOf(issue, path, where.root), line: where.lineOf(path) }];
}

/** An entry that fits no kind is measured by the kind whose name it carries. */
function problemsOfUnion(
  issue: Extract<Issue, { code: 'invalid_union' }>,
  where: Where,
  path: Path,
): readonly ScriptProblem[] {
  const isAct = path.length === 2 && path[0] === 'acts';
  const issues = isAct ? issue.errors[kindAt(where.root, path)] : undefined;
  if (issues === undefined) return [{ refusal: wrongType(placeOf(path)), line: where.lineOf(path) }];
  return issues.flatMap((inner) => problemsOf(inner, where, path));
}

const kindNames = Object.keys(actKinds);

function kindAt(root: LocatedJson, path: Path): number {
  const node = nodeAt(root, path);
  return node.kind === 'object'
    ? Math.max(
        0,
        kindNames.findIndex((kind) => node.entries.has(kind)),
      )
    : 0;
}

function knownAt(root: LocatedJson, path: Path): readonly string[] {
  if (path[0] === 'acts') return Object.keys(Object.values(actKinds)[kindAt(root, path)]?.shape ?? {});
  if (path.length === 0) return Object.keys(scriptSchema.shape);
  const { open } = scriptSchema.shape;
  if (path.length === 1) return Object.keys(open.shape);
  const converted = open.shape.convertedFrom.unwrap().unwrap();
  if (path[1] === 'commitment') return Object.keys(open.shape.commitment.unwrap().unwrap().shape);
  if (path[1] === 'contests') return Object.keys(open.shape.contests.unwrap().shape);
  return Object.keys(path.length > 2 ? converted.shape.ruling.unwrap().shape : converted.shape);
}

const types: Readonly<Record<string, { readonly zh: string; readonly en: string }>> = {
  string: { zh: '文本', en: 'text' },
  boolean: { zh: 'true或false', en: 'true or false' },
  array: { zh: '列表', en: 'a list' },
  object: { zh: '对象', en: 'an object' },
};

const wrongType = (place: string | null, type = types['object']): Refusal =>
  place === null ? new Refusal('NOT_AN_OBJECT', null) : new Refusal('WRONG_TYPE', place, type);

function refusalOf(issue: Issue, path: Path, root: LocatedJson): Refusal {
  const place = placeOf(path);
  if (isAbsent(root, path)) return new Refusal('MISSING_FIELD', place);
  if (issue.code === 'custom') {
    const code: unknown = issue.params?.['code'];
    const value = String(plain(nodeAt(root, path)));
    if (code === 'NO_SUCH_DATE') return new Refusal('NO_SUCH_DATE', place, { value });
    if (code === 'MALFORMED_DATE') return new Refusal('MALFORMED_DATE', place);
    return code === 'INVALID_TEXT' ? new Refusal('INVALID_TEXT', place) : new Refusal('TOO_LARGE', place, { max: 200 });
  }
  if (issue.code === 'too_big') return new Refusal('TOO_LARGE', place, { max: String(issue.maximum) });
  if (issue.code === 'invalid_value') {
    const values = issue.values.map(String);
    return new Refusal('WRONG_TYPE', place, { zh: values.join('或'), en: values.join(' or ') });
  }
  return wrongType(place, types[issue.code === 'invalid_type' ? issue.expected : 'string']);
}

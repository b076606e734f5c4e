import type { Text } from '@lianban/domain/text';

/** What a rule is found by. */
export interface NamedRule {
  readonly key: string;
  readonly title: Text;
  readonly basis: Text;
}

/** Rules whose key, title or basis has the words, in the order given; all of them without any. */
export function rulesNamed<Rule extends NamedRule>(rules: readonly Rule[], words: string): readonly Rule[] {
  const sought = words.trim().toLowerCase();
  if (sought === '') return rules;
  return rules.filter(({ key, title, basis }) =>
    [key, title.zh, title.en, basis.zh, basis.en].some((name) => name.toLowerCase().includes(sought)),
  );
}

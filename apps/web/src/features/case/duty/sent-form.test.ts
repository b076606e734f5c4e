import { describe, expect, test } from 'vitest';
import type { OutcomeView } from '../views.ts';
import { openedFirst, sentForm } from './sent-form.ts';

const field = (name: string): OutcomeView['form'][number] => ({
  name,
  label: { zh: name, en: name },
  hint: null,
  required: false,
  kind: { type: 'prose', maxLength: 100 },
});
const outcome = (name: string, more: Partial<OutcomeView> = {}): OutcomeView => ({
  name,
  title: { zh: name, en: name },
  tone: 'plain',
  irreversible: false,
  isSealed: false,
  form: [],
  files: null,
  documents: [],
  unavailable: null,
  ...more,
});

describe('sentForm', () => {
  test('sends the fields of the button only', () => {
    expect(sentForm([field('opinion')], { opinion: '齐全', reasons: '缺件' })).toEqual({ opinion: '齐全' });
  });
  test('leaves out what is empty and keeps what is false', () => {
    expect(sentForm(['a', 'b', 'c', 'd'].map(field), { a: '', b: null, d: false })).toEqual({ d: false });
  });
});

describe('openedFirst', () => {
  const refuse = outcome('refuse');
  const accept = outcome('accept', { tone: 'primary' });
  test('is the button left open before, else the one that carries the case on', () => {
    expect(openedFirst([refuse, accept], 'refuse')).toBe('refuse');
    expect(openedFirst([refuse, accept], null)).toBe('accept');
  });
  test('is never a button that cannot be used now', () => {
    const blocked = { ...accept, unavailable: { zh: '已补正一次', en: 'Supplemented once' } };
    expect(openedFirst([blocked, refuse], 'accept')).toBe('refuse');
    expect(openedFirst([blocked], null)).toBeNull();
  });
  test('leaves the choice to the reader where nothing stands out', () => {
    expect(openedFirst([refuse, outcome('pass')], null)).toBeNull();
  });
});

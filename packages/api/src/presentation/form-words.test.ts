import { secondOfficer } from '@lianban/workflows/procedures/building-blocks/fields';
import { expect, test } from 'vitest';
import { written } from './form-words.ts';

test('a second officer is shown by the name they had, also where it was typed before there were teams', () => {
  expect(written(secondOfficer, { personId: 'a00', name: '陆樵' }, 'ownUnit')).toEqual({ zh: '陆樵', en: '陆樵' });
  expect(written(secondOfficer, '陆青', 'ownUnit')).toEqual({ zh: '陆青', en: '陆青' });
  expect(written(secondOfficer, { personId: 'a00' }, 'ownUnit')).toBeNull();
});

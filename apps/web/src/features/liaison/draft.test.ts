import { expect, test } from 'vitest';
import { emptyRequest, missingIn, requestOf } from './draft.ts';

const filled = {
  ...emptyRequest('500113', '巴小楠'),
  ...{ category: 'help' as const, subject: '样品转运', text: '如何衔接', phone: '023-6000 0113' },
};

const sent = { requestId: 'id', attachmentIds: ['file'] };

test('a request names what has to be filled in and is not', () => {
  expect(missingIn(emptyRequest('', ''))).toEqual(['district', 'category', 'subject', 'text', 'contact', 'phone']);
  expect(missingIn({ ...filled, text: ' \n' })).toEqual(['text']);
  expect(missingIn(filled)).toEqual([]);
});

test('a request in which something is missing is not sent', () => {
  expect(requestOf({ ...filled, category: '' }, sent)).toBeNull();
});

test('without a unit it goes to the one that answers for the district; a credit code is written in capitals', () => {
  expect(requestOf({ ...filled, creditCode: ' 91500107ma5uq7k28a ' }, sent)).toMatchObject({
    ...{ requestId: 'id', attachmentIds: ['file'], unit: null, creditCode: '91500107MA5UQ7K28A', category: 'help' },
  });
  expect(requestOf({ ...filled, unit: 'cq-permits' }, sent)).toMatchObject({ unit: 'cq-permits', creditCode: null });
});

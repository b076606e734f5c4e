import { createRequire } from 'node:module';
import { historyFromJSON } from '@temporalio/common/lib/proto-utils.js';
import protobuf from 'protobufjs';
import { expect, test } from 'vitest';

test('recorded histories can be read, because the engine and its messages share one protobufjs', () => {
  const recorded = {
    eventId: '1',
    eventType: 'EVENT_TYPE_TIMER_STARTED',
    timerStartedEventAttributes: { timerId: '7', startToFireTimeout: '60s' },
  };
  const [event] = historyFromJSON({ events: [recorded] }).events ?? [];
  expect(event?.timerStartedEventAttributes?.timerId).toBe('7');
  expect(Number(event?.timerStartedEventAttributes?.startToFireTimeout?.seconds)).toBe(60);
});

test('a history without events is a history', () => {
  expect(historyFromJSON({ events: [] }).events).toEqual([]);
});

test.each(['common', 'proto', 'worker', 'client'])('@temporalio/%s uses the protobufjs that is pinned here', (name) => {
  const engine = createRequire(createRequire(import.meta.url).resolve(`@temporalio/${name}`));
  const found = engine('protobufjs') as typeof protobuf;
  expect(found.Type).toBe(protobuf.Type);
});

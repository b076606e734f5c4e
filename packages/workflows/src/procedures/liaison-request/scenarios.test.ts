import { civilDate } from '@lianban/domain/civil-date';
import { describe, expect, test } from 'vitest';
import type { Entry } from '../../kernel/entry.ts';
import { neverReached } from '../../testing/never-reached.ts';
import { play, told, type Scenario, type ScenarioAct } from '../../testing/scenario.ts';
import { liaisonRequest } from './2024-10.ts';
import { accepted, act, answered, at, helping, request } from './scenario-acts.ts';
import { scenarios } from './scenarios.ts';

const life = async (acts: readonly ScenarioAct[], scenario: Partial<Scenario> = {}) =>
  (await play(liaisonRequest, { ...request(), rule: '', ending: null, acts, ...scenario })).case;

type Life = Awaited<ReturnType<typeof life>>;
const entriesOf = ({ turns }: Life): readonly Entry[] => turns.flatMap(({ entries }) => entries);
const opened = (played: Life, step: string) =>
  entriesOf(played).flatMap((entry) => (entry.type === 'opened' && entry.step === step ? [entry] : []));
const dueOf = (played: Life, step: string): string | null => {
  const duty = played.duties().find((one) => one.step === step);
  return duty === undefined ? null : played.dueOn(duty.key);
};

describe('区县联络诉求', () => {
  test.each(scenarios.map((scenario) => [scenario.rule, scenario] as const))('%s', async (_, scenario) => {
    const played = await play(liaisonRequest, scenario);
    expect(told(scenario, played.attempts)).toEqual(told(scenario));
    expect(played.case.closed).toBe(scenario.ending);
  });

  test('every ending, every button and every silence is reached by some scenario', async () => {
    expect(await neverReached(liaisonRequest, scenarios)).toEqual({ endings: [], answers: [] });
  });
});

describe('who owes what', () => {
  test('the unit that was asked first accepts it, by the officer for the districts or for industry (三、（三）、（四）)', async () => {
    const byRegion = await life([]);
    expect(opened(byRegion, 'accept')).toMatchObject([{ unit: 'cq-review-centre', owner: 'DLO' }]);
    const byOther = await life([], request({ receivedBy: 'cq-permits' }));
    expect(opened(byOther, 'accept')).toMatchObject([{ unit: 'cq-permits', owner: 'ILO' }]);
  });

  test('the regional unit is told of what another unit was asked first, and of nothing that it received itself', async () => {
    const toldIn = (played: Life) => entriesOf(played).filter(({ type }) => type === 'told');
    expect(toldIn(await life([]))).toEqual([]);
    expect(toldIn(await life([], request({ receivedBy: 'cq-permits' })))).toEqual(
      (['RLO', 'DLO'] as const).map((role) => ({
        ...{ type: 'told', notice: 'requestReceived', unit: 'cq-review-centre', role },
      })),
    );
  });

  test('after a transfer the unit that took it answers to the requester and reports progress', async () => {
    const played = await life([
      act('2026-06-09', 'accept', 'transfer', at('cq-permits')),
      act('2026-06-10', 'signTransfer', 'sign'),
    ]);
    expect(opened(played, 'handle')).toMatchObject([{ unit: 'cq-permits', owner: 'ILO' }]);
    expect(opened(played, 'reportProgress').map(({ unit }) => unit)).toEqual(['cq-review-centre', 'cq-permits']);
    expect(dueOf(played, 'reportProgress')).toBe('2026-06-30');
  });

  test('what the section assigns is answered by the unit that accepted it, once the head of the other has approved', async () => {
    const played = await life([
      act('2026-06-09', 'accept', 'escalate'),
      act('2026-06-10', 'dispatch', 'assign', at('cq-permits')),
      ...answered('2026-06-12'),
    ]);
    expect(opened(played, 'approveReply')).toMatchObject([{ unit: 'cq-permits', owner: 'SEC' }]);
    expect(opened(played, 'giveReply')).toMatchObject([{ unit: 'cq-review-centre', owner: 'DLO' }]);
  });

  test('every helper is asked once, the lead not at all', async () => {
    const played = await life([
      act('2026-06-09', 'accept', 'askHelp', helping('cq-permits', 'cq-legal', 'cq-permits', 'cq-review-centre')),
    ]);
    expect(opened(played, 'assist').map(({ unit }) => unit)).toEqual(['cq-permits', 'cq-legal']);
    expect(played.duties().flatMap(({ key, step }) => (step === 'assist' ? [played.dueOn(key)] : []))).toEqual([
      civilDate('2026-06-12'),
      civilDate('2026-06-12'),
    ]);
  });
});

describe('limits, all of them our own and after the hotline', () => {
  test('a question has three working days from its entry, help and suggestions seven', async () => {
    const limits = async (category: 'consult' | 'help' | 'suggestion') =>
      (await life([act('2026-06-09', 'accept', 'acceptOwn', { category })])).dueOn('clock:handling');
    expect([await limits('consult'), await limits('help'), await limits('suggestion')]).toEqual([
      '2026-06-11',
      '2026-06-17',
      '2026-06-17',
    ]);
  });

  test('what goes up has fifteen working days from then on, and keeps them when it goes up again', async () => {
    const once = [accepted('2026-06-09'), act('2026-06-16', 'handle', 'escalate')];
    expect((await life(once)).dueOn('clock:handling')).toBe('2026-07-08');
    const twice = [
      ...once,
      act('2026-06-17', 'dispatch', 'assign', at('cq-permits')),
      act('2026-06-24', 'handle', 'escalate'),
    ];
    expect((await life(twice)).dueOn('clock:handling')).toBe('2026-07-08');
  });

  test('the cap is sixty days from the entry and thirty more; waiting for the requester does not move it', async () => {
    const asked = [accepted('2026-06-09'), act('2026-06-10', 'handle', 'askMaterial')];
    const waiting = await life(asked);
    expect([waiting.dueOn('clock:handling'), waiting.dueOn('clock:cap')]).toEqual([null, '2026-08-07']);
    const lengthened = await life([
      accepted('2026-06-09'),
      act('2026-08-03', 'watchCap', 'lengthen'),
      act('2026-08-04', 'approveLongerCap', 'grant'),
    ]);
    expect(lengthened.dueOn('clock:cap')).toBe('2026-09-07');
  });

  test('what begins again is counted from the day on which it does', async () => {
    const again = await life([
      accepted('2026-06-09'),
      act('2026-06-11', 'handle', 'unsupported'),
      act('2026-09-10', 'reviewPolicy', 'changed'),
    ]);
    expect([again.dueOn('clock:cap'), again.dueOn('clock:handling')]).toEqual(['2026-11-09', '2026-09-20']);
    const redone = await life([
      ...[accepted('2026-06-09'), ...answered('2026-06-11')],
      act('2026-06-15', 'rate', 'dissatisfied'),
    ]);
    expect([redone.dueOn('clock:cap'), redone.dueOn('clock:handling')]).toEqual(['2026-08-14', '2026-07-07']);
  });

  test('the deputy is reminded after three working days and the meeting held within thirty days', async () => {
    const climbed = [
      accepted('2026-06-09'),
      act('2026-06-16', 'handle', 'escalate'),
      act('2026-06-18', 'dispatch', 'requestInstruction'),
    ];
    expect(dueOf(await life(climbed), 'instruct')).toBe('2026-06-24');
    const called = [
      ...climbed,
      act('2026-06-24', 'instruct', 'callMeeting'),
      act('2026-06-26', 'prepareAgenda', 'submit'),
    ];
    expect(dueOf(await life(called), 'deliberate')).toBe('2026-07-27');
  });

  test('a report is looked into within fifteen working days, thirty with the extension, whatever the request may take', async () => {
    const separated = [act('2026-06-09', 'accept', 'separate', at('cq-legal'))];
    expect(dueOf(await life(separated), 'checkReport')).toBe('2026-07-01');
    const longer = [
      ...separated,
      act('2026-06-15', 'checkReport', 'requestExtension'),
      act('2026-06-16', 'approveLongerCheck', 'grant'),
    ];
    expect(dueOf(await life(longer), 'checkReport')).toBe('2026-07-22');
    expect((await life(separated)).duties().map(({ step }) => step)).toEqual(['checkReport']);
  });

  test('the platform is reminded every month', async () => {
    const played = await life([act('2026-06-09', 'accept', 'toPlatform')], { until: '2026-08-20' });
    expect(entriesOf(played).flatMap((entry) => (entry.type === 'sent' ? [entry.dispatch] : []))).toEqual([
      'ask',
      'chase',
      'chase',
    ]);
  });
});

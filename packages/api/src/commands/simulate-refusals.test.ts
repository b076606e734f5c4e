import { describe, expect, test } from 'vitest';
import { refusedIn, type RefusedScript } from '../testing/refused-script.ts';

const OPEN = '{"open":{"item":"otc-retail","on":"2026-03-02"},';
/** A script with one act to a line; acts begin with line 2. */
const script = (...acts: readonly string[]): string => `${OPEN}"acts":[\n${acts.join(',\n')}\n]}`;
const accepted = '{"on":"2026-03-03","step":"intake","do":"accept"}';

const named = ({ code, field, line }: RefusedScript): string => `${line ?? '-'} ${field ?? '-'} ${code}`;

async function namesTheLine(_: string, content: string, wanted: string): Promise<void> {
  const errors = await refusedIn(content);
  expect(errors.map(named)).toEqual([wanted]);
  expect(errors.every(({ message }) => message.zh !== '' && message.en !== '')).toBe(true);
}

describe('the line of the script is named, of', () => {
  test.each([
    [
      'a step that is none',
      script(accepted, '{"on":"2026-03-03","step":"inatke","do":"accept"}'),
      '3 acts[1].step UNKNOWN_STEP',
    ],
    [
      'a button that is none',
      script('{"on":"2026-03-03","step":"intake","do":"grant"}'),
      '2 acts[0].do UNKNOWN_OUTCOME',
    ],
    [
      'a step that is not open yet',
      script('{"on":"2026-03-03","step":"verify","do":"conforms"}'),
      '2 acts[0].step NO_SUCH_DUTY',
    ],
    ['a step that was settled', script(accepted, accepted), '3 acts[1].step STALE_DUTY'],
    [
      'a step whose silence has taken effect',
      script('{"wait until":"2026-03-20"}', '{"on":"2026-03-20","step":"intake","do":"accept"}'),
      '3 acts[1].step STALE_DUTY',
    ],
    [
      'a button that cannot be used now',
      script(
        accepted,
        '{"on":"2026-03-03","step":"propose","do":"proposeRefusal"}',
        '{"on":"2026-03-03","step":"decide",\n"do":"grant"}',
      ),
      '5 acts[2].do OUTCOME_UNAVAILABLE',
    ],
    [
      'an act after the end',
      script('{"on":"2026-03-03","step":"withdraw","do":"withdraw"}', accepted),
      '3 acts[1].step CASE_CLOSED',
    ],
    [
      'the same person in two steps that are apart',
      script(
        accepted,
        '{"on":"2026-03-03","step":"propose","do":"proposeGrant","by":"周敏"}',
        '{"on":"2026-03-03","step":"decide","do":"grant","by":"周敏"}',
      ),
      '4 acts[2].step SEPARATION',
    ],
    [
      'a date that goes back',
      script(accepted, '{"on":"2026-03-02","step":"propose","do":"proposeGrant"}'),
      '3 acts[1].on GOES_BACK',
    ],
    ['a wait that goes back', script(accepted, '{"wait until":"2026-03-03T09:59"}'), '3 acts[1].wait until GOES_BACK'],
    [
      'a day before the calendar',
      '{"open":{"item":"otc-retail",\n"on":"2023-12-29"},"acts":[]}',
      '2 open.on CALENDAR_GAP',
    ],
    ['an item that is none', '{"open":{"on":"2026-03-02",\n"item":"otc"},"acts":[]}', '2 open.item UNKNOWN_ITEM'],
    [
      'an act that was not done and is taken back',
      script('{"on":"2026-03-02","step":"intake",\n"take back":"accept"}'),
      '3 acts[0].take back RETRACT_NO_ACT',
    ],
    [
      'an act that has gone out and is taken back',
      script(accepted, '{"on":"2026-03-03","step":"intake","take back":"accept"}'),
      '3 acts[1].take back RETRACT_OUTWARD',
    ],
    [
      'a refusal that did not come',
      script('{"on":"2026-03-03","step":"intake","do":"accept","refused":"SEPARATION"}'),
      '2 acts[0].refused NOT_REFUSED',
    ],
    [
      'another refusal than the one foreseen',
      script(accepted, '{"on":"2026-03-03","step":"intake","do":"accept","refused":"SEPARATION"}'),
      '3 acts[1].step STALE_DUTY',
    ],
  ])('%s', namesTheLine);
});

describe('before anything is played, the line is named of', () => {
  test.each([
    ['no step', script(accepted, '{"on":"2026-03-03","do":"accept"}'), '3 acts[1].step MISSING_FIELD'],
    ['nothing to do', script('{"on":"2026-03-03","step":"intake"}'), '2 acts[0].do MISSING_FIELD'],
    ['a number for a text', script('{"on":"2026-03-03","step":"intake","do":7}'), '2 acts[0].do WRONG_TYPE'],
    ['a text for an act', script('"accept"'), '2 acts[0] WRONG_TYPE'],
    [
      'a field that is none',
      script('{"on":"2026-03-03","step":"intake",\n\n"outcome":"accept","do":"accept"}'),
      '4 acts[0].outcome UNKNOWN_FIELD',
    ],
    [
      'a day that does not exist',
      script('{"on":"2026-02-30","step":"intake","do":"accept"}'),
      '2 acts[0].on NO_SUCH_DATE',
    ],
    ['a day that is none', script('{"on":"3月3日","step":"intake","do":"accept"}'), '2 acts[0].on MALFORMED_DATE'],
    [
      'an hour that is none',
      script('{"on":"2026-03-03T25:00","step":"intake","do":"accept"}'),
      '2 acts[0].on MALFORMED_DATE',
    ],
    [
      'half a character',
      script('{"on":"2026-03-03","step":"intake","do":"accept","by":"\\ud83c"}'),
      '2 acts[0].by INVALID_TEXT',
    ],
    [
      'a province that is none',
      '{"open":{"item":"otc-retail","on":"2026-03-02",\n"province":"BJ"},"acts":[]}',
      '2 open.province WRONG_TYPE',
    ],
    ['a case that is not opened', '{\n"acts":[]}', '1 open MISSING_FIELD'],
    ['a list', '[]', '1 - NOT_AN_OBJECT'],
    ['what is no JSON', `${script(accepted)}\n}`, '4 - NOT_JSON'],
    ['a name that stands twice', '{"acts":[],\n"acts":[]}', '2 - NOT_JSON'],
  ])('%s', namesTheLine);

  test('each of several mistakes of shape, in the order of the lines', async () => {
    const errors = await refusedIn(script('{"on":1,"step":"intake"}', accepted, '{"wait until":"soon"}'));
    expect(errors.map(named)).toEqual([
      '2 acts[0].on WRONG_TYPE',
      '2 acts[0].do MISSING_FIELD',
      '4 acts[2].wait until MALFORMED_DATE',
    ]);
  });
});

describe('the fields of a form are asked for as far as the procedure reads them:', () => {
  const asking = (fields: string) =>
    script(
      accepted,
      '{"on":"2026-03-03","step":"propose","do":"proposeGrant"}',
      '{"on":"2026-03-03","step":"decide","do":"grant"}',
      '{"on":"2026-03-03","step":"deliver","do":"delivered"}',
      '{"on":"2026-03-03","step":"requestAssistance","do":"request","fields":{"addressee":"elsewhere","questions":["是否属实"]}}',
      '{"on":"2026-03-04","step":"sendAssistance","do":"send"}',
      `{"on":"2026-03-05","step":"awaitAssistance","do":"announceDelay"${fields}}`,
    );

  test.each([
    ['missing', '', '8 acts[6].fields.replyBy MISSING_FIELD'],
    ['missing among others', ',"fields":\n{}', '9 acts[6].fields.replyBy MISSING_FIELD'],
    ['of another kind', ',"fields":{\n"replyBy":true}', '9 acts[6].fields.replyBy WRONG_TYPE'],
    ['no day', ',"fields":{\n"replyBy":"soon"}', '9 acts[6].fields.replyBy MALFORMED_DATE'],
    ['no such day', ',"fields":{\n"replyBy":"2026-04-31"}', '9 acts[6].fields.replyBy NO_SUCH_DATE'],
    ['too early', ',"fields":{\n"replyBy":"2026-03-05"}', '9 acts[6].fields.replyBy TOO_EARLY'],
    ['unknown', ',"fields":{"replyBy":"2026-04-10",\n"reply":"x"}', '9 acts[6].fields.reply UNKNOWN_FIELD'],
  ])('one that is %s', async (_, fields, wanted) => {
    expect((await refusedIn(asking(fields))).map(named)).toEqual([wanted]);
  });

  test('one that is right', async () => {
    expect(await refusedIn(asking(',"fields":{"replyBy":"2026-04-10"}'))).toEqual([]);
  });
});

test('a procedure or edition that is none is told with those there are', async () => {
  const [procedure] = await refusedIn(script(), 'informed-comitment');
  expect(procedure).toMatchObject({ code: 'UNKNOWN_PROCEDURE', line: null });
  expect(procedure?.message.en).toContain('informed-commitment, ordinary-permit');
  const [edition] = await refusedIn(script(), 'ordinary-permit', '--edition', '1949-10');
  expect(edition).toMatchObject({ code: 'UNKNOWN_EDITION', line: null });
  expect(edition?.message.en).toContain('2019-04');
});

test('where a script cannot go on, the open steps are told with the buttons that would have been taken', async () => {
  const [error] = await refusedIn(script(accepted, '{"on":"2026-03-03","step":"decide","do":"grant"}'));
  expect(error?.possible?.map(({ step, do: buttons }) => [step, buttons.map(({ code }) => code)])).toEqual([
    ['withdraw', ['withdraw']],
    ['propose', ['proposeGrant', 'proposeRefusal', 'doubt']],
  ]);
});

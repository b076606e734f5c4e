import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { writeCalendarYear } from '@lianban/domain/calendar-file';
import { calendarYears } from '@lianban/domain/calendar-years';
import { civilDate } from '@lianban/domain/civil-date';
import { assistanceRequest } from '@lianban/workflows/procedures/assistance-request/2021-07';
import { scenarios as assistanceScenarios } from '@lianban/workflows/procedures/assistance-request/scenarios';
import { scenarios as commitmentScenarios } from '@lianban/workflows/procedures/informed-commitment/scenarios';
import { informedCommitment } from '@lianban/workflows/procedures/informed-commitment/2023-12';
import { parallelRegistrationLicensing } from '@lianban/workflows/procedures/parallel-registration-licensing/2022-03';
import { scenarios as parallelScenarios } from '@lianban/workflows/procedures/parallel-registration-licensing/scenarios';
import { qualityRectification } from '@lianban/workflows/procedures/quality-rectification/2022-03';
import { scenarios as qualityScenarios } from '@lianban/workflows/procedures/quality-rectification/scenarios';
import { registrationVerification } from '@lianban/workflows/procedures/registration-verification/2023-07';
import { scenarios as registrationScenarios } from '@lianban/workflows/procedures/registration-verification/scenarios';
import { scenarios as permitScenarios } from '@lianban/workflows/procedures/ordinary-permit/scenarios';
import { ordinaryPermit } from '@lianban/workflows/procedures/ordinary-permit/2019-04';
import { ordinaryPermitInFull } from '@lianban/workflows/procedures/ordinary-permit/2023-07';
import { fullScenarios } from '@lianban/workflows/procedures/ordinary-permit/full-scenarios';
import { inspectionTask } from '@lianban/workflows/procedures/inspection-task/2023-07';
import { scenarios as inspectionScenarios } from '@lianban/workflows/procedures/inspection-task/scenarios';
import { jointInspection } from '@lianban/workflows/procedures/joint-inspection/2024-05';
import { scenarios as jointScenarios } from '@lianban/workflows/procedures/joint-inspection/scenarios';
import { jointContribution } from '@lianban/workflows/procedures/joint-contribution/2024-05';
import { scenarios as contributionScenarios } from '@lianban/workflows/procedures/joint-contribution/scenarios';
import { siteConsent } from '@lianban/workflows/procedures/site-consent/2024-05';
import { scenarios as consentScenarios } from '@lianban/workflows/procedures/site-consent/scenarios';
import { offSiteLaunch } from '@lianban/workflows/procedures/off-site-launch/2024-05';
import { scenarios as launchScenarios } from '@lianban/workflows/procedures/off-site-launch/scenarios';
import { offSiteVariety } from '@lianban/workflows/procedures/off-site-variety/2024-05';
import { scenarios as varietyScenarios } from '@lianban/workflows/procedures/off-site-variety/scenarios';
import { offSiteWorkshop } from '@lianban/workflows/procedures/off-site-workshop/2024-05';
import { scenarios as workshopScenarios } from '@lianban/workflows/procedures/off-site-workshop/scenarios';
import { liaisonRequest } from '@lianban/workflows/procedures/liaison-request/2024-10';
import { priorConsultation } from '@lianban/workflows/procedures/prior-consultation/2024-05';
import { scenarios as consultationScenarios } from '@lianban/workflows/procedures/prior-consultation/scenarios';
import { jointSupervision } from '@lianban/workflows/procedures/joint-supervision/2024-05';
import { scenarios as jointSupervisionScenarios } from '@lianban/workflows/procedures/joint-supervision/scenarios';
import { siteSupervision } from '@lianban/workflows/procedures/site-supervision/2024-05';
import { scenarios as siteSupervisionScenarios } from '@lianban/workflows/procedures/site-supervision/scenarios';
import { districtMeetings } from '@lianban/workflows/procedures/district-meetings/2024-10';
import { scenarios as meetingScenarios } from '@lianban/workflows/procedures/district-meetings/scenarios';
import { quarterlyLedger } from '@lianban/workflows/procedures/quarterly-ledger/2024-10';
import { scenarios as quarterScenarios } from '@lianban/workflows/procedures/quarterly-ledger/scenarios';
import { scenarios as requestScenarios } from '@lianban/workflows/procedures/liaison-request/scenarios';
import { ordinaryPermitWithDeferral } from '@lianban/workflows/procedures/ordinary-permit/2024-01';
import { deferralEditionScenarios } from '@lianban/workflows/procedures/ordinary-permit/deferral-edition-scenarios';
import { remedy } from '@lianban/workflows/procedures/remedy/2024-01';
import { remedyScenarios } from '@lianban/workflows/procedures/remedy/scenarios';
import { rectification } from '@lianban/workflows/procedures/rectification/2023-07';
import { scenarios as rectificationScenarios } from '@lianban/workflows/procedures/rectification/scenarios';
import { procedures } from '@lianban/workflows/procedures/registry';
import { play } from '@lianban/workflows/testing/scenario';
import { describe, expect, test } from 'vitest';
import { answersIn, run, typed, type AnswerLine, type Ended } from '../testing/command-line.ts';
import { isBeyondScripts, scriptOfScenario } from '../testing/script-of.ts';

const root = join(import.meta.dirname, '../../../..');
const docs = join(root, 'docs/procedures');

const examples = procedures.flatMap(({ id }) =>
  readdirSync(join(docs, id, 'examples'))
    .filter((file) => file.endsWith('.json'))
    .map((file) => ({ id, path: join(docs, id, 'examples', file) })),
);

const simulated = (procedure: string, script: unknown, ...options: readonly string[]): Promise<Ended> =>
  typed(
    ['simulate', procedure, '--script', '-', ...options],
    typeof script === 'string' ? script : JSON.stringify(script),
  );

const dueOf = (lines: readonly AnswerLine[], event: string, key: string): unknown =>
  lines.findLast((line) => line['event'] === event && line['key'] === key)?.['due'];

describe('the example', () => {
  test.each(examples.map(({ id, path }) => [path.slice(docs.length + 1), id, path] as const))(
    '%s is played as its journal says',
    async (_, id, path) => {
      const { code, output, errors } = await typed(['simulate', id, '--script', path]);
      expect([code, errors]).toEqual([0, '']);
      await expect(output).toMatchFileSnapshot(path.replace(/\.json$/, '.jsonl'));
    },
  );

  test('of the specification gives its dates, each with its reason', async () => {
    const path = join(docs, 'informed-commitment/examples/worked-example.json');
    const { output } = await typed([
      'simulate',
      'informed-commitment',
      '--script',
      path,
      '--explain',
      '--language',
      'en',
    ]);
    const lines = answersIn(output);
    expect(dueOf(lines, 'opened', 'deliver')).toBe('2026-03-04');
    expect(dueOf(lines, 'opened', 'verification/verify')).toBe('2026-04-13');
    expect(dueOf(lines, 'opened', 'verification/rectify')).toBe('2026-05-07');
    expect(dueOf(lines, 'opened', 'verification/hearing/requestHearing')).toBe('2026-05-14');
    expect(dueOf(lines, 'opened', 'verification/hearing/holdHearing')).toBe('2026-06-11');
    const verify = lines.find(({ event, key }) => event === 'opened' && key === 'verification/verify');
    expect(verify?.['why']).toMatchObject({
      startOn: '2026-02-12',
      limit: { months: 2 },
      mark: 'uncertain',
      rolledFrom: '2026-04-12',
      calendar: ['2026#1'],
    });
    const given = lines.filter(
      (line) => line['due'] !== null && ['opened', 'clockStarted'].includes(String(line['event'])),
    );
    expect(given.length).toBeGreaterThan(8);
    expect(given.filter(({ why }) => why === undefined)).toEqual([]);
  });
});

const scenarios = [
  ...commitmentScenarios.map((scenario) => ({ scenario, procedure: informedCommitment })),
  ...permitScenarios.map((scenario) => ({ scenario, procedure: ordinaryPermit })),
  ...fullScenarios.map((scenario) => ({ scenario, procedure: ordinaryPermitInFull })),
  ...inspectionScenarios.map((scenario) => ({ scenario, procedure: inspectionTask })),
  ...rectificationScenarios.map((scenario) => ({ scenario, procedure: rectification })),
  ...assistanceScenarios.map((scenario) => ({ scenario, procedure: assistanceRequest })),
  ...jointScenarios.map((scenario) => ({ scenario, procedure: jointInspection })),
  ...workshopScenarios.map((scenario) => ({ scenario, procedure: offSiteWorkshop })),
  ...varietyScenarios.map((scenario) => ({ scenario, procedure: offSiteVariety })),
  ...launchScenarios.map((scenario) => ({ scenario, procedure: offSiteLaunch })),
  ...parallelScenarios.map((scenario) => ({ scenario, procedure: parallelRegistrationLicensing })),
  ...qualityScenarios.map((scenario) => ({ scenario, procedure: qualityRectification })),
  ...consentScenarios.map((scenario) => ({ scenario, procedure: siteConsent })),
  ...contributionScenarios.map((scenario) => ({ scenario, procedure: jointContribution })),
  ...registrationScenarios.map((scenario) => ({ scenario, procedure: registrationVerification })),
  ...requestScenarios.map((scenario) => ({ scenario, procedure: liaisonRequest })),
  ...deferralEditionScenarios.map((scenario) => ({ scenario, procedure: ordinaryPermitWithDeferral })),
  ...remedyScenarios.map((scenario) => ({ scenario, procedure: remedy })),
  ...quarterScenarios.map((scenario) => ({ scenario, procedure: quarterlyLedger })),
  ...meetingScenarios.map((scenario) => ({ scenario, procedure: districtMeetings })),
  ...jointSupervisionScenarios.map((scenario) => ({ scenario, procedure: jointSupervision })),
  ...siteSupervisionScenarios.map((scenario) => ({ scenario, procedure: siteSupervision })),
  ...consultationScenarios.map((scenario) => ({ scenario, procedure: priorConsultation })),
].filter(({ scenario }) => !isBeyondScripts(scenario));

describe('a scenario said as a script is the same course:', () => {
  test('there are many', () => expect(scenarios.length).toBeGreaterThan(80));

  test.each(scenarios.map(({ scenario, procedure }) => [scenario.rule, scenario, procedure] as const))(
    '%s',
    async (_, scenario, procedure) => {
      const { case: life } = await play(procedure, scenario);
      const { code, output } = await simulated(
        procedure.id,
        scriptOfScenario(scenario),
        '--edition',
        procedure.edition,
      );
      const lines = answersIn(output);
      expect([code, lines.filter(({ error }) => error !== undefined)]).toEqual([0, []]);
      const openedIn = life.turns.flatMap(({ entries }) =>
        entries.flatMap((entry) => (entry.type === 'opened' ? [entry.key] : [])),
      );
      expect(lines.flatMap(({ event, key }) => (event === 'opened' || event === 'offered' ? [key] : []))).toEqual(
        openedIn,
      );
      const lastDays = life.duties().map(({ key }) => [key, life.dueOn(key)]);
      expect(lastDays).toEqual(
        life.duties().map(({ key }) => [key, lines.findLast((line) => line['key'] === key)?.['due']]),
      );
      const closed = lines.find(({ event }) => event === 'closed')?.['outcome'] as { code: string } | undefined;
      expect(closed?.code ?? null).toBe(scenario.ending);
    },
  );
});

describe('a clock', () => {
  test('is told with every line: running, standing while it is paused, and stopped', async () => {
    const path = join(docs, 'informed-commitment/examples/worked-example.json');
    const lines = answersIn((await typed(['simulate', 'informed-commitment', '--script', path])).output);
    const states = (name: string): readonly unknown[] => [
      ...new Set(
        lines.flatMap(({ clocks }) =>
          (clocks as { clock: string; state: string }[]).flatMap(({ clock, state }) => (clock === name ? [state] : [])),
        ),
      ),
    ];
    expect(states('decision')).toEqual(['running', 'stopped']);
    expect(states('revocation')).toEqual(['standing']);
  });

  test('consumes working days, and a duty that shares it moves when it is lengthened', async () => {
    const acts = [
      { on: '2026-03-03', step: 'intake', do: 'accept' },
      { on: '2026-03-04', step: 'assign', do: 'assign' },
      { on: '2026-03-09', step: 'requestExtension', do: 'request' },
      { on: '2026-03-10', step: 'approveExtension', do: 'grant' },
    ];
    const lines = answersIn(
      (await simulated('ordinary-permit', { open: { item: 'otc-retail', on: '2026-03-02' }, acts })).output,
    );
    const answered = lines.findLast(({ event }) => event === 'answered');
    expect(answered?.['clocks']).toMatchObject([{ clock: 'decision', state: 'running', consumed: 5, remaining: 25 }]);
    expect(lines.at(-1)).toMatchObject({ event: 'moved', key: 'review', due: '2026-04-15' });
  });
});

test('a day of the script is ten o’clock, and what is sent after office hours is received on the next working day', async () => {
  const opened = async (on: string) =>
    dueOf(
      answersIn((await simulated('ordinary-permit', { open: { item: 'otc-retail', on }, acts: [] })).output),
      'opened',
      'intake',
    );
  expect([await opened('2026-03-02'), await opened('2026-03-02T17:29'), await opened('2026-03-02T17:30')]).toEqual([
    '2026-03-09',
    '2026-03-09',
    '2026-03-10',
  ]);
});

test('--calendar puts the file in the place of the year that is known', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'lianban-calendar-'));
  const file = join(folder, '2026.csv');
  const year = calendarYears.find((known) => known.year === 2026) ?? expect.fail();
  const { edition: _, ...content } = year;
  const longer = { ...content, rest: [...content.rest, { on: civilDate('2026-03-03'), name: '试' }] };
  writeFileSync(file, writeCalendarYear(longer, 'csv'));
  const script = { open: { item: 'otc-retail', on: '2026-03-02' }, acts: [] };
  const { output } = await simulated('ordinary-permit', script, '--calendar', file);
  expect(dueOf(answersIn(output), 'opened', 'intake')).toBe('2026-03-10');
  writeFileSync(file, 'date,kind,name\n2026-02-30,rest,试\n');
  expect(answersIn((await simulated('ordinary-permit', script, '--calendar', file)).output)[0]).toMatchObject({
    error: { code: 'NO_SUCH_DATE', line: 2 },
  });
  rmSync(folder, { recursive: true });
});

describe('called wrongly', () => {
  test.each([
    [['--script', '-']],
    [['ordinary-permit']],
    [['ordinary-permit', 'twice', '--script', '-']],
    [['ordinary-permit', '--script', '-', '--language', 'fr']],
    [['ordinary-permit', '--script', '-', '--fast']],
  ])('%j ends with 2 and the help', async (words) => {
    const { code, output, errors } = await typed(['simulate', ...words]);
    expect([code, output]).toEqual([2, '']);
    expect(errors).toContain('npm run -s cli -- simulate');
  });

  test('with a file that is not there it ends with 3', async () => {
    expect((await run(['simulate', 'ordinary-permit', '--script', '/nowhere.json'], '')).code).toBe(3);
  });
});

test('--schema prints what a script may hold, as JSON Schema', async () => {
  const { code, output } = await typed(['simulate', '--schema']);
  expect(code).toBe(0);
  expect(JSON.parse(output)).toMatchObject({
    type: 'object',
    required: ['open', 'acts'],
    properties: { open: { required: ['item', 'on'] }, acts: { items: { anyOf: { length: 4 } } } },
  });
});

import { once } from 'node:events';
import { readFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { readCalendarYear } from '@lianban/domain/calendar-file';
import { workingCalendar } from '@lianban/domain/calendar';
import { calendarYears } from '@lianban/domain/calendar-years';
import { currentEditionOf, procedureOf, procedures } from '@lianban/workflows/procedures/registry';
import type { AnyProcedure } from '@lianban/workflows/vocabulary/procedure';
import { readScript, type ScriptProblem } from '../rehearsal/read-script.ts';
import { rehearse, type Stop } from '../rehearsal/rehearse.ts';
import { scriptJsonSchema } from '../rehearsal/script.ts';
import type { Stage } from '../rehearsal/stage.ts';
import { readKnowledge, type Knowledge } from './calendars.ts';
import { exitCodes, type Command, type ExitCode, type Surroundings } from './command.ts';
import { Misuse } from './installation.ts';
import { problemLines } from './problem-lines.ts';
import { Refusal } from './refusal.ts';

const help = `npm run -s cli -- simulate PROCEDURE [--edition E] --script FILE [--explain] [--language zh|en]
                                     [--calendar FILE]
npm run -s cli -- simulate --schema

按脚本预演一件案件的全过程：逐项列出步骤、责任人、期限、时钟和文书。不用数据库，不写入任何内容。
Plays the whole life of a case by a script: a line for each entry, with step, owner, last day, clocks and papers.

  --script    file of the script, or - for standard input
  --edition   another edition than the latest
  --explain   why each last day is that day
  --language  of titles and reasons: zh (default) or en
  --calendar  calendar of a year, in the place of the one that is known
  --schema    prints the schema of scripts as JSON Schema

DATABASE_URL: the calendar and rules of that installation; without it those of this version.
docs/commands.md describes scripts, lines and errors.
`;

interface Options {
  readonly procedure: string;
  readonly edition: string | null;
  readonly script: string;
  readonly calendar: string | null;
  readonly explain: boolean;
  readonly language: 'zh' | 'en';
}

/** 预演: a procedure played by a script, without a case. */
export const simulate: Command = {
  help,
  async run(words, surroundings) {
    try {
      const options = optionsIn(words);
      if (options !== 'schema') return await play(options, surroundings);
      surroundings.output.write(`${JSON.stringify(scriptJsonSchema(), null, 2)}\n`);
      return exitCodes.done;
    } catch (failure) {
      if (!(failure instanceof Misuse)) throw failure;
      surroundings.errors.write(`${failure.message}\n\n${help}`);
      return exitCodes.misused;
    }
  },
};

async function play(options: Options, { input, output, env }: Surroundings): Promise<ExitCode> {
  const refuse = (...problems: readonly (ScriptProblem | Stop)[]): ExitCode => {
    output.write(problems.map(errorLine).join(''));
    return exitCodes.refused;
  };
  const procedure = chosen(options);
  if (procedure instanceof Refusal) return refuse({ refusal: procedure, line: null });
  const reading = readScript(await contentOf(options.script, input));
  if (reading.kind === 'refused') return refuse(...reading.problems);
  const { value: located } = reading;
  const knowledge = await readKnowledge(env);
  const calendar = await calendarFor(options, located.script.open.province, knowledge);
  if ('problems' in calendar) {
    output.write(problemLines(calendar.problems));
    return exitCodes.refused;
  }
  const { language, explain } = options;
  const stage: Stage = { procedure, rules: knowledge.rules, calendar, language, explain };
  const journal = rehearse(located, stage);
  for (;;) {
    const { done, value } = await journal.next();
    if (done) return value === null ? exitCodes.done : refuse(value);
    if (!output.write(`${JSON.stringify(value)}\n`)) await once(output, 'drain');
  }
}

function errorLine({ refusal, line, ...stop }: ScriptProblem | Stop): string {
  const { code, field, text: message } = refusal;
  return `${JSON.stringify({ error: { code, field, line, message, ...stop } })}\n`;
}

function chosen({ procedure: id, edition }: Options): AnyProcedure | Refusal {
  const editions = procedures.filter((known) => known.id === id);
  if (editions.length === 0)
    return new Refusal('UNKNOWN_PROCEDURE', null, {
      known: [...new Set(procedures.map((known) => known.id))].join(', '),
    });
  const found = edition === null ? currentEditionOf(id) : procedureOf(id, edition);
  return found ?? new Refusal('UNKNOWN_EDITION', null, { known: editions.map((known) => known.edition).join(', ') });
}

async function contentOf(path: string, input: Surroundings['input']): Promise<Uint8Array> {
  if (path !== '-') return readFile(path);
  const chunks: Uint8Array[] = [];
  for await (const chunk of input) chunks.push(chunk);
  return Buffer.concat(chunks);
}

/** The days of the province; with a file, those of this version with its year in the place of the known one. */
async function calendarFor({ calendar: path }: Options, province: 'CQ' | 'SC', { calendarOf }: Knowledge) {
  if (path === null) return calendarOf(province);
  const reading = readCalendarYear(await readFile(path, 'utf8')); // bytes of another encoding are found by the reader of the file
  if (reading.kind === 'refused') return reading;
  const { year } = reading.value;
  const others = calendarYears.filter((known) => known.year !== year);
  return workingCalendar([...others, { ...reading.value, edition: `${year}#file` }]);
}

function optionsIn(words: readonly string[]): Options | 'schema' {
  const { values, positionals } = parsed(words);
  if (values.schema === true) return 'schema';
  const [procedure, ...others] = positionals;
  if (procedure === undefined || others.length > 0) throw new Misuse('需要一个程序 / one procedure is needed');
  const { script, edition = null, calendar = null, explain = false, language = 'zh' } = values;
  if (script === undefined) throw new Misuse('需要 --script / --script is needed');
  if (language !== 'zh' && language !== 'en') throw new Misuse('--language zh | en');
  return { procedure, script, edition, calendar, explain, language };
}

function parsed(words: readonly string[]) {
  const [text, flag] = [{ type: 'string' }, { type: 'boolean' }] as const;
  const options = { script: text, edition: text, calendar: text, language: text, explain: flag, schema: flag };
  try {
    return parseArgs({ args: [...words], options, allowPositionals: true });
  } catch (failure) {
    throw new Misuse(failure instanceof Error ? failure.message : String(failure));
  }
}

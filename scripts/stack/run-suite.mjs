import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { logFolder, root } from './paths.mjs';

/**
 * What became of a suite.
 * @typedef {{ passed: number, failed: number, skipped: number, complaint: string }} Outcome
 */

/** Everything that reads only the sources; the guards are a suite of their own. */
const CHECKS = ['format', 'lint', 'lint-apps', 'types', 'boundaries', 'unused', 'lock', 'asvs'];

/** From the first failure on, as far as somebody would read. */
function failuresIn(printed) {
  const lines = printed.trimEnd().split('\n');
  const first = lines.findIndex((line) => /^⎯+ .*(Failed|Unhandled)|^── /.test(line));
  return lines
    .slice(first === -1 ? -60 : first)
    .slice(0, 400)
    .join('\n');
}

/** The report that vitest has written; null when it did not get that far. */
function reportAt(path) {
  try {
    return JSON.parse(readFileSync(path, 'utf8'));
  } catch {
    return null;
  }
}

/** A file that could not even be loaded has no failed test in it, so it is counted itself. */
const brokenFiles = ({ testResults }) =>
  testResults.filter(
    ({ status, assertionResults }) =>
      status === 'failed' && assertionResults.every((assertion) => assertion.status !== 'failed'),
  ).length;

/** What the command of a suite came to: a command that fails although nothing it counted did is one failure itself. */
function outcome({ code, log }, { passed, failed, skipped }) {
  const counted = code === 0 ? failed : Math.max(failed, 1);
  return { passed, failed: counted, skipped, complaint: counted === 0 ? '' : failuresIn(readFileSync(log, 'utf8')) };
}

async function runVitest(stack, { name, folder, env }) {
  const reportPath = join(logFolder, `test-${name}.json`);
  mkdirSync(dirname(reportPath), { recursive: true });
  rmSync(reportPath, { force: true });
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${reportPath}`];
  const ended = await stack.attempt({
    name,
    log: `test-${name}`,
    program: process.execPath,
    args: [join(root, 'node_modules/vitest/vitest.mjs'), 'run', '--passWithNoTests', ...reporters],
    cwd: join(root, folder),
    env,
  });
  const report = reportAt(reportPath);
  if (report === null) return outcome(ended, { passed: 0, failed: 1, skipped: 0 });
  return outcome(ended, {
    passed: report.numPassedTests,
    failed: report.numFailedTests + brokenFiles(report),
    skipped: report.numPendingTests + report.numTodoTests,
  });
}

async function runCheck(stack, { name, env }) {
  const program = process.execPath;
  const ended = await stack.attempt({
    name,
    log: `test-${name}`,
    program,
    args: ['scripts/check.mjs', ...CHECKS],
    env,
  });
  const [, passed, failed] = /^check: (\d+) passed, (\d+) failed/m.exec(ended.printed) ?? [null, 0, 1];
  return outcome(ended, { passed: Number(passed), failed: Number(failed), skipped: 0 });
}

/**
 * Runs a suite to its end.
 * @param {import('./stack.mjs').Stack} stack
 * @param {import('./suites.mjs').Suite & { env: Record<string, string> }} suite
 * @returns {Promise<Outcome>}
 */
export const runSuite = (stack, suite) =>
  suite.folder === undefined ? runCheck(stack, suite) : runVitest(stack, suite);

import { spawnSync } from 'node:child_process';

/** What a small program of the system says; `works` is false when it is missing, fails, or takes more than 20 s. */
export function askSystem(program, args, options = {}) {
  const { status, stdout, stderr, error } = spawnSync(program, args, {
    encoding: 'utf8',
    timeout: 20_000,
    ...options,
  });
  return { works: status === 0, text: stdout ?? '', complaint: error?.message ?? stderr?.trim() ?? '' };
}

/** The command line of a running process; empty when there is none. */
export const commandOf = (pid) => askSystem('ps', ['-ww', '-o', 'command=', '-p', String(pid)]).text;

// Runs one command of the command line: `npm run -s cli -- due < file`. docs/commands.md describes them.
import { exitCodes } from './command.ts';
import { dispatch } from './dispatch.ts';

const { stdin: input, stdout: output, stderr: errors, env } = process;

// Whoever reads the answers may stop reading; that is no failure of ours.
output.on('error', (failure: NodeJS.ErrnoException) => {
  process.exit(failure.code === 'EPIPE' ? undefined : exitCodes.failed);
});

try {
  process.exitCode = await dispatch(process.argv.slice(2), { input, output, errors, env });
} catch (failure) {
  errors.write(`${failure instanceof Error ? failure.message || failure.name : String(failure)}\n`);
  process.exitCode = exitCodes.failed;
}

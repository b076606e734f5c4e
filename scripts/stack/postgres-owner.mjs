import { askSystem } from './ask-system.mjs';
import { StackError } from './stack-error.mjs';

function idOf(kind, user) {
  const { works, text } = askSystem('id', [kind, user]);
  return works ? Number(text) : null;
}

/**
 * The user that PostgreSQL runs as: whoever runs this, except that it refuses root; then it is `postgres`, who is
 * made when missing. Empty when no change of user is needed.
 */
export function postgresOwner() {
  if (process.getuid?.() !== 0) return {};
  if (idOf('-u', 'postgres') === null) {
    const made = askSystem('useradd', ['--system', '--user-group', '--no-create-home', 'postgres']);
    if (!made.works)
      throw new StackError(
        `PostgreSQL does not run as root, and the user "postgres" could not be made: ${made.complaint}`,
      );
  }
  return { uid: idOf('-u', 'postgres'), gid: idOf('-g', 'postgres') };
}

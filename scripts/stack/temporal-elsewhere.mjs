import { askSystem } from './ask-system.mjs';
import { answers } from './ports.mjs';
import { StackError } from './stack-error.mjs';
import { SEARCH_ATTRIBUTES } from './temporal.mjs';
import { presentTemporalProgram } from './temporal-program.mjs';

const createCommand = (place, name) => [
  'operator',
  'search-attribute',
  'create',
  ...place,
  '--name',
  name,
  '--type',
  'Keyword',
];

/**
 * Makes a Temporal that somebody else runs fit for cases: it must answer, and its namespace must know the search
 * attributes, which are added when the `temporal` program is at hand.
 * @param {string} address host:port
 * @param {(text: string) => void} say hears what is left to do by hand
 * @throws StackError when nobody answers there
 */
export async function useTemporal(address, say) {
  const [host, port] = address.split(/:(?=\d+$)/);
  if (!(await answers(Number(port ?? 7233), host)))
    throw new StackError(`TEMPORAL_ADDRESS=${address}: nobody answers there.`);
  const place = ['--address', address, '--namespace', process.env.TEMPORAL_NAMESPACE ?? 'default'];
  const program = await presentTemporalProgram();
  const listed = program === null ? null : askSystem(program, ['operator', 'search-attribute', 'list', ...place]);
  const missing = SEARCH_ATTRIBUTES.filter((name) => listed?.text.includes(name) !== true);
  const left = missing.filter(
    (name) => listed?.works !== true || !askSystem(program, createCommand(place, name)).works,
  );
  for (const name of left) say(`by hand, unless it is there: temporal ${createCommand(place, name).join(' ')}`);
  return address;
}

import { text, type Text } from './text.ts';

/** The kinds of files that may be handed in: every reader opens them, and none of them is a page. */
export const mediaTypes = {
  'application/pdf': { name: 'PDF', extensions: ['pdf'] },
  'image/png': { name: 'PNG', extensions: ['png'] },
  'image/jpeg': { name: 'JPEG', extensions: ['jpg', 'jpeg'] },
} as const satisfies Record<string, { readonly name: string; readonly extensions: readonly [string, ...string[]] }>;

/** What a file is, as found in its content. */
export type MediaType = keyof typeof mediaTypes;

/** Whether that is one of the kinds that may be handed in. */
export const isMediaType = (type: string): type is MediaType => Object.hasOwn(mediaTypes, type);

/** A bound of ours on what is handed in, which no law sets. */
interface Bound {
  readonly value: number;
  readonly mark: 'design';
  readonly source: Text;
}

const ours = text('本系统默认，可由安装方调整', 'A default of this system');

/** Longest file, in MiB: thirty scanned pages with room to spare. */
export const mostMebibytes = { value: 10, mark: 'design', source: ours } as const satisfies Bound;
/** Most files of one application. */
export const mostAttachments = { value: 20, mark: 'design', source: ours } as const satisfies Bound;

/** How long files wait for a request that is not sent, in days of 24 hours; then they go when their owner hands in the next. */
export const daysFilesWait = { value: 7, mark: 'design', source: ours } as const satisfies Bound;

/** Material of files that come with a liaison request: it has no list of materials. */
export const REQUEST_MATERIAL = 'request';

/** {@link mostMebibytes} in bytes. */
export const mostBytes = mostMebibytes.value * 1_024 * 1_024;

/** Longest name, in characters, its extension included. */
const MOST_CHARACTERS = 120;

// Controls, marks that turn the direction of writing round, and what file systems keep for themselves.
const UNSAFE = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Surrogate}"*/:<>?\\|]/gu;
const EXTENSION = /\.([0-9A-Za-z]{1,8})$/;

/**
 * The name under which a file is kept and given out again: no path, nothing that a file system or a header could take for
 * something else, and the extension of what it is. Null when its own extension says that it is another kind of file.
 */
export function fileNameOf(sent: string, type: MediaType): string | null {
  const { extensions } = mediaTypes[type];
  const name = sent.replace(UNSAFE, ' ').replace(/\s+/gu, ' ').trim();
  const said = EXTENSION.exec(name)?.[1]?.toLowerCase();
  if (said !== undefined && !extensions.some((known) => known === said)) return null;
  const extension = said ?? extensions[0];
  const stem = (said === undefined ? name : name.slice(0, -said.length - 1)).replace(/^[.\s]+|[.\s]+$/gu, '');
  const kept = [...stem].slice(0, MOST_CHARACTERS - extension.length - 1).join('');
  return `${kept === '' ? 'file' : kept.trimEnd()}.${extension}`;
}

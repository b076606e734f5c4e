import { fileNameOf, isMediaType, type MediaType } from '@lianban/domain/attachment';
import { LianbanError } from '@lianban/domain/error';
import { fileTypeFromBuffer } from 'file-type';

/** What a file was found to be, under the name that it is kept by. */
export interface FoundFile {
  readonly mediaType: MediaType;
  readonly name: string;
}

/**
 * Looks at the content of a file, whatever it is said to be.
 * @throws LianbanError FILE_UNFIT when it is none of the kinds that may be handed in, or its name says another.
 */
export async function foundKind(bytes: Uint8Array, sentName: string): Promise<FoundFile> {
  const mediaType = (await fileTypeFromBuffer(bytes))?.mime ?? '';
  if (!isMediaType(mediaType)) throw new LianbanError('FILE_UNFIT', { reason: 'kind' });
  const name = fileNameOf(sentName, mediaType);
  if (name === null) throw new LianbanError('FILE_UNFIT', { reason: 'name', mediaType });
  return { mediaType, name };
}

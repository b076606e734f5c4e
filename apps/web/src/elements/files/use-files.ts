import { mostBytes, mostMebibytes } from '@lianban/domain/attachment';
import { TRPCClientError } from '@trpc/client';
import { useCallback, useState } from 'react';
import { removeFile, sendFile, type FilePlace, type FileView } from './file-door.ts';

/** A file on its way, or what became of one that was refused. */
export interface Sending {
  readonly key: string;
  readonly name: string;
  /** How much of it is on its way, from 0 to 1. */
  readonly share: number;
  readonly error: unknown;
}

/** The files of one material, duty or request. */
export interface MaterialFiles {
  readonly files: readonly FileView[];
  readonly sending: readonly Sending[];
  /** Hands files in one after the other; the first takes the place of another file where one is named. */
  readonly add: (chosen: readonly File[], replaces?: string) => Promise<void>;
  readonly remove: (attachmentId: string) => Promise<void>;
  /** Takes the word of a refused file away. */
  readonly dismiss: (key: string) => void;
  /** What became of the last removal. */
  readonly removal: unknown;
  /** Name of the file that was handed in last, to be told. */
  readonly last: string | null;
}

/** The refusal that the service would give, without sending the file. */
const tooLarge = (): Error =>
  TRPCClientError.from({
    error: {
      ...{ message: 'FILE_TOO_LARGE', code: -32_600 },
      data: { lianban: { code: 'FILE_TOO_LARGE', detail: { mebibytes: mostMebibytes.value } } },
    },
  } as Parameters<typeof TRPCClientError.from>[0]); // the shape of our refusals

/** Where files are handed in, which are there, and how that changes. */
export interface FilesAt {
  readonly place: FilePlace;
  readonly files: readonly FileView[];
  readonly changeFiles: (change: (files: FileView[]) => FileView[]) => void;
}

/** The files of a material of a draft, of a duty, or of a request, and what can be done with them. */
export function useFiles({ place, files, changeFiles }: FilesAt): MaterialFiles {
  const [sending, setSending] = useState<readonly Sending[]>([]);
  const [removal, setRemoval] = useState<unknown>(null);
  const [last, setLast] = useState<string | null>(null);
  const dismiss = useCallback((key: string) => setSending((all) => all.filter((one) => one.key !== key)), []);
  const send = async (file: File, replaces: string | null): Promise<void> => {
    const key = crypto.randomUUID();
    const put = (changed: Partial<Sending>): void =>
      setSending((all) => all.map((one) => (one.key === key ? { ...one, ...changed } : one)));
    setSending((all) => [
      ...all.filter(({ error }) => error === null),
      { key, name: file.name, share: 0, error: file.size > mostBytes ? tooLarge() : null },
    ]);
    if (file.size > mostBytes) return;
    try {
      const kept = await sendFile({ place, file, replaces }, (share) => put({ share }));
      changeFiles((all) => [
        ...all.filter(({ attachmentId: id }) => id !== replaces && id !== kept.attachmentId),
        kept,
      ]);
      setLast(kept.name);
      dismiss(key);
    } catch (error) {
      put({ error });
    }
  };
  return {
    ...{ sending, dismiss, removal, last },
    files,
    add: async (chosen, replaces) => {
      for (const [nth, file] of chosen.entries()) await send(file, nth === 0 ? (replaces ?? null) : null);
    },
    remove: async (attachmentId) => {
      setRemoval(null);
      try {
        await removeFile(attachmentId);
        changeFiles((all) => all.filter((file) => file.attachmentId !== attachmentId));
      } catch (error) {
        setRemoval(error);
      }
    },
  };
}

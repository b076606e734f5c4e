import type { inferOutput } from '@trpc/tanstack-react-query';
import { TRPCClientError } from '@trpc/client';
import { signedOut, type trpc } from '../../app/api.ts';

/** A file that was handed in for a material. */
export type FileView = inferOutput<typeof trpc.application.draftById>['attachments'][number];

/** Where a file is handed in: for a material of a draft, with the answer to a duty, or with a request by the id it will be sent under. */
export type FilePlace =
  | { readonly draftId: string; readonly material: string }
  | { readonly caseId: string; readonly duty: string }
  | { readonly registration: string };

/** A file on its way. */
export interface FileToSend {
  readonly place: FilePlace;
  readonly file: File;
  /** The file in whose place it comes. */
  readonly replaces: string | null;
}

const DOOR = '/attachments';

/** Where a file is given out. */
export const addressOf = (attachmentId: string): string => `${DOOR}/${attachmentId}`;

/** The refusal in an answer of the door, as every other refusal of the service; without one, the connection was lost. */
function refusalIn(body: string): Error {
  const failure = failureIn(body);
  signedOut(failure);
  return failure;
}

function failureIn(body: string): Error {
  try {
    const parsed: unknown = JSON.parse(body);
    if (typeof parsed === 'object' && parsed !== null && 'error' in parsed)
      return TRPCClientError.from(parsed as Parameters<typeof TRPCClientError.from>[0]); // the shape of our refusals
  } catch {
    // no answer of ours
  }
  return TRPCClientError.from(new Error('no answer'));
}

/**
 * Hands a file in; `onProgress` hears how much of it is on its way, from 0 to 1. Only this old way of asking tells.
 * @throws the refusal of the service
 */
export function sendFile(
  { place, file, replaces }: FileToSend,
  onProgress: (share: number) => void,
): Promise<FileView> {
  const query = new URLSearchParams({ ...place, ...(replaces === null ? {} : { replaces }) });
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    request.open('POST', `${DOOR}?${query}`);
    request.setRequestHeader('content-type', 'application/octet-stream');
    request.setRequestHeader('lianban-file-name', encodeURIComponent(file.name.replace(/\p{Surrogate}/gu, '')));
    request.upload.onprogress = ({ loaded, total }) => onProgress(total === 0 ? 0 : loaded / total);
    request.onload = () => {
      if (request.status === 200)
        resolve(JSON.parse(request.responseText) as FileView); // checked where it was sent
      else reject(refusalIn(request.responseText));
    };
    request.onerror = () => reject(refusalIn(''));
    request.send(file);
  });
}

/** Throws a file away that was not sent yet. @throws the refusal of the service */
export async function removeFile(attachmentId: string): Promise<void> {
  const response = await ask(addressOf(attachmentId), { method: 'DELETE' });
  if (!response.ok) throw refusalIn(await response.text());
}

/** The content of a file. @throws the refusal of the service */
export async function contentOf(attachmentId: string): Promise<Blob> {
  const response = await ask(addressOf(attachmentId));
  if (!response.ok) throw refusalIn(await response.text());
  return response.blob();
}

async function ask(address: string, init?: RequestInit): Promise<Response> {
  try {
    return await fetch(address, init);
  } catch {
    throw refusalIn('');
  }
}

import { mediaTypes, type MediaType } from '@lianban/domain/attachment';
import { z } from 'zod';
import { instantView } from './basics.ts';

/** What a file is. */
export const mediaTypeView = z.enum(Object.keys(mediaTypes) as [MediaType, ...MediaType[]]); // its keys are the types

/** A file that was handed in for a material. */
export const attachmentView = z.object({
  attachmentId: z.string(),
  material: z.string(),
  name: z.string(),
  mediaType: mediaTypeView,
  /** In bytes. */
  size: z.number().int(),
  handedInAt: instantView,
});

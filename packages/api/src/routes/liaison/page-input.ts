import { z } from 'zod';
import { ledgerFilters } from '../../views/liaison.ts';

/** A page of a ledger, with what is looked for. */
export const pageInput = ledgerFilters.extend({
  cursor: z.string().max(1000).optional(),
  limit: z.number().int().min(1).max(100).default(50),
});

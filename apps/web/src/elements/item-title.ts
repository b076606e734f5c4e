import { useQuery } from '@tanstack/react-query';
import { trpc } from '../app/api.ts';
import { useText } from '../locales/index.ts';

/** Titles of items by their code; the code itself until they are read. */
export function useItemTitle(): (code: string) => string {
  const text = useText();
  const items = useQuery(trpc.catalogue.items.queryOptions({}, { staleTime: 600_000 })).data;
  return (code) => text(items?.find((item) => item.code === code)?.title) || code;
}

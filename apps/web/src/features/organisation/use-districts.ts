import { useQuery } from '@tanstack/react-query';
import { trpc } from '../../app/api.ts';
import { useText } from '../../locales/index.ts';

/** The districts of the province to choose from; none while they are being read. */
export function useDistrictChoices(): readonly { readonly value: string; readonly title: string }[] {
  const text = useText();
  const { data } = useQuery(trpc.organisation.districts.queryOptions(undefined, { staleTime: Infinity }));
  return data?.map(({ id, name }) => ({ value: id, title: text(name) })) ?? [];
}

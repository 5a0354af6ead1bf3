/** The workspace's sequences, wherever they are named. */
import { queryOptions, useQuery } from "@tanstack/react-query";
import { useMay } from "@/api/queries";
import { sequences } from "@/api/sequences";

export const sequencesQuery = queryOptions({ queryKey: ["sequences"] as const, queryFn: sequences, staleTime: 15_000 });

/** Its name is said where a stage begins it: how it stands does not matter there. */
export function useSequenceNames(): (id: string) => string | undefined {
  const enabled = useMay("see_people");
  const { data } = useQuery({ ...sequencesQuery, enabled, staleTime: 5 * 60_000 });
  return (id) => data?.sequences.find(({ card }) => card.id === id)?.card.name;
}

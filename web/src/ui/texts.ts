/** The workspace's own templates and snippets, wherever they are named. */
import { queryOptions, useQuery } from "@tanstack/react-query";
import { useMay } from "@/api/queries";
import { texts } from "@/api/writing";

export const textsQuery = queryOptions({ queryKey: ["texts"], queryFn: texts, staleTime: 5 * 60_000 });

export function useTexts() {
  const enabled = useMay("write_mails");
  return useQuery({ ...textsQuery, enabled }).data?.texts ?? [];
}

import { useInfiniteQuery, useQueryClient } from "@tanstack/react-query";
import * as hiring from "@/api/hiring";
import type { Job, JobView } from "@/api/model";
import { keys } from "@/api/queries";

export const useJobHistory = (id: string) =>
  useInfiniteQuery({
    queryKey: [...keys.job(id), "events"],
    queryFn: ({ pageParam }) => hiring.jobEvents(id, pageParam),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.cursor ?? undefined,
  });
/** After an act on a job: what it is, its board and the lists that it stands in. */
export function useSaved(id: string) {
  const client = useQueryClient();
  const refresh = () => {
    void client.invalidateQueries({ queryKey: keys.job(id) });
    void client.invalidateQueries({ queryKey: keys.board(id) });
    void client.invalidateQueries({ queryKey: keys.jobs });
  };
  return {
    refresh,
    put: (view: JobView) => {
      client.setQueryData<JobView>(keys.job(id), (old) => ({
        ...view,
        counts: Object.keys(view.counts).length ? view.counts : (old?.counts ?? {}),
      }));
      refresh();
    },
    putJob: (job: Job) => client.setQueryData<JobView>(keys.job(id), (old) => old && { ...old, job }),
  };
}

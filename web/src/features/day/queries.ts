import { queryOptions } from "@tanstack/react-query";
import * as api from "@/api/calls";
import { keys } from "@/api/queries";

/** Who was promised an answer and has none. */
export const owedQuery = queryOptions({
  queryKey: [...keys.people, "owed"],
  queryFn: () => api.people({ state: "answer_due" }),
  refetchInterval: 60_000,
});

import { useQueryClient, type InfiniteData } from "@tanstack/react-query";
import type { Event, OpenedCandidate } from "@/api/model";
import { keys } from "@/api/queries";

type Page = { events: Event[]; cursor: string | null };

/** The events of a person as they stand in this browser: what one does is seen at once, wherever on the timeline. */
export function useEvents(candidateId: string) {
  const client = useQueryClient();
  const refresh = () => client.invalidateQueries({ queryKey: keys.candidate(candidateId) });
  const paint = (event: Event) => {
    const swap = (held: Event[]) => held.map((one) => (one.id === event.id ? event : one));
    client.setQueryData<OpenedCandidate>(
      keys.candidate(candidateId),
      (old) =>
        old && {
          ...old,
          // One that is new stands first; one further back is on an older page.
          events: event.at > (old.events[0]?.at ?? "") ? [event, ...old.events] : swap(old.events),
        },
    );
    client.setQueriesData<InfiniteData<Page>>(
      { queryKey: ["events", candidateId] },
      (old) => old && { ...old, pages: old.pages.map((page) => ({ ...page, events: swap(page.events) })) },
    );
  };
  const put = (event: Event) => {
    paint(event);
    return refresh();
  };
  return { paint, put };
}

/** The list that a record was opened from, so that the record knows who comes next and where "back" leads. */
import type { PeopleFilter } from "@/api/calls";

let filter: PeopleFilter = {};
export const trail = {
  set: (next: PeopleFilter) => {
    filter = next;
  },
  filter: () => filter,
};

import type { Icon } from "@tabler/icons-react";

/** A place of the application that its bar and its menus lead to. */
export interface Place {
  to: "/my-day" | "/inbox" | "/interviews" | "/people" | "/jobs" | "/sequences" | "/drop" | "/review" | "/settings";
  icon: Icon;
  label: string;
  count?: number | undefined;
  /** The count is of what is late. */
  alarm?: boolean;
  /** On phones: in the bar itself, not behind its menu. */
  tab?: boolean;
}

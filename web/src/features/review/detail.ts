import type { ReactNode } from "react";
import type { Case } from "./cases";
import type { ReviewActs } from "./queries";

/** What each kind of case gets; `children` are the buttons to the case before and after. */
export interface DetailProps {
  item: Case;
  acts: ReviewActs;
  /** On to the next one, leaving this where it is. */
  onLater: () => void;
  children: ReactNode;
}

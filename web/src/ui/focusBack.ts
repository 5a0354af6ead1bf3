import { useEffect, useState } from "react";

const lost = () => document.activeElement === null || document.activeElement === document.body;
/** Takes the focus when what had it has just left the page. */
export const focusIfLost = (to: Element | null): void =>
  void requestAnimationFrame(() => {
    if (lost() && to instanceof HTMLElement && to.isConnected) to.focus({ preventScroll: true });
  });
/** Who closes what they opened is back where they opened it, if that is still there. */
export function useFocusBack(): void {
  const [from] = useState(() => document.activeElement);
  useEffect(() => () => focusIfLost(from), [from]);
}

import { Modal, type ModalProps } from "@mantine/core";
import { useEffect, useState } from "react";
import { useTranslation } from "react-i18next";

/** What had the focus; of an entry of a menu, which goes with its menu, the button that opens it. */
function holder(): HTMLElement | null {
  const now = document.activeElement;
  const menu = now?.closest('[role="menu"]')?.getAttribute("aria-labelledby");
  const held = menu ? document.getElementById(menu) : now;
  return held instanceof HTMLElement ? held : null;
}
/** A dialog, open as long as it is there. When it goes, the focus goes back to where it was. */
export function Dialog(props: Omit<ModalProps, "opened" | "closeButtonProps">) {
  const { t } = useTranslation();
  const [from] = useState(holder);
  useEffect(
    () => () => {
      // Unless what closed it put the focus somewhere.
      setTimeout(() => document.activeElement === document.body && from?.focus({ preventScroll: true }));
    },
    [from],
  );
  return <Modal opened closeButtonProps={{ "aria-label": t("act.close") }} {...props} />;
}

import { Button, Kbd, Tooltip } from "@mantine/core";
import type { ReactNode } from "react";

/** A button that names its key, where there is a keyboard. */
export function KeyButton({
  k,
  label,
  icon,
  primary,
  onClick,
}: {
  k: string;
  label: string;
  icon?: ReactNode;
  primary?: boolean;
  onClick: () => void;
}) {
  return (
    <Tooltip label={`${label} (${k})`}>
      <Button
        variant={primary ? "filled" : "default"}
        leftSection={icon}
        rightSection={<Kbd className="only-wide">{k}</Kbd>}
        onClick={onClick}
      >
        {label}
      </Button>
    </Tooltip>
  );
}

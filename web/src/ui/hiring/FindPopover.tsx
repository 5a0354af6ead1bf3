import { Popover, TextInput } from "@mantine/core";
import type { ReactNode } from "react";

interface Props {
  title: string;
  /** What may be typed. */
  find: string;
  text: string;
  onText: (text: string) => void;
  /** Enter takes the first that is found. */
  onEnter: () => void;
  opened: boolean;
  onClose: () => void;
  target: ReactNode;
  children: ReactNode;
}
/** Something to type in, and what is found by it: people for a job, a job for people. */
export function FindPopover({ title, find, text, onText, onEnter, opened, onClose, target, children }: Props) {
  return (
    <Popover
      opened={opened}
      onChange={(open) => !open && onClose()}
      onClose={onClose}
      position="bottom-end"
      width={330}
      trapFocus
      returnFocus
      withinPortal
    >
      <Popover.Target>{target}</Popover.Target>
      <Popover.Dropdown p={8} aria-label={title}>
        <form
          onSubmit={(event) => {
            event.preventDefault();
            onEnter();
          }}
        >
          <TextInput
            aria-label={find}
            placeholder={find}
            value={text}
            data-autofocus
            onChange={(event) => onText(event.currentTarget.value)}
          />
        </form>
        {children}
      </Popover.Dropdown>
    </Popover>
  );
}

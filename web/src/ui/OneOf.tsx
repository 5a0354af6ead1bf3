import { Button } from "@mantine/core";

interface Props<T extends string> {
  of: readonly T[];
  chosen: T;
  label: (one: T) => string;
  onPick: (one: T) => void;
}
/** Buttons of which one is pressed; what they are about is said by the group around them. */
export function OneOf<T extends string>({ of, chosen, label, onPick }: Props<T>) {
  return of.map((one) => (
    <Button
      key={one}
      size="xs"
      variant={one === chosen ? "light" : "subtle"}
      color={one === chosen ? "petrol" : "gray"}
      aria-pressed={one === chosen}
      onClick={() => onPick(one)}
    >
      {label(one)}
    </Button>
  ));
}

import { TextInput, type TextInputProps } from "@mantine/core";
import { IconSearch } from "@tabler/icons-react";
import { useEffect, useEffectEvent, useRef, useState } from "react";

interface Props extends Omit<TextInputProps, "value" | "onChange" | "label"> {
  id: string;
  label: string;
  /** What the address says is looked for. */
  value: string | undefined;
  /** Whether the words say enough to look for; all do unless told. */
  enough?: (words: string) => boolean;
  onFind: (words: string) => void;
}
const all = () => true;
/** Words that the address carries a moment after they are written; an address that changes otherwise is followed. */
export function FindField({ label, value = "", enough = all, onFind, ...rest }: Props) {
  const [text, setText] = useState(value);
  const told = useRef(value);
  const find = useEffectEvent((words: string) => {
    told.current = words;
    onFind(words);
  });
  useEffect(() => {
    // What was found by an earlier key does not take back the later ones.
    if (value === told.current) return;
    told.current = value;
    setText(value);
  }, [value]);
  const words = text.trim();
  const due = words !== value && enough(text);
  useEffect(() => {
    if (!due) return;
    const timer = setTimeout(() => find(words), 100);
    return () => clearTimeout(timer);
  }, [words, due]);
  return (
    <TextInput
      type="search"
      className="grow"
      aria-label={label}
      placeholder={label}
      leftSection={<IconSearch size={16} aria-hidden="true" />}
      {...rest}
      value={text}
      onChange={(event) => setText(event.currentTarget.value)}
      onKeyDown={(event) => event.key === "Escape" && event.currentTarget.blur()}
    />
  );
}
/** A search with these words in it, or without any. */
export function withWords<S extends { q?: string | undefined }>({ q: _, ...rest }: S, words: string): Omit<S, "q"> & { q?: string } {
  return words ? { ...rest, q: words } : rest;
}

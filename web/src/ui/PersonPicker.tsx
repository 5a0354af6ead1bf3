import { TextInput } from "@mantine/core";
import { useDebouncedValue } from "@mantine/hooks";
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { useId, useState, type KeyboardEvent } from "react";
import { useTranslation } from "react-i18next";
import * as api from "@/api/calls";
import { keys } from "@/api/queries";
import { Person } from "./parts";
import { recent } from "./recent";

export interface Named {
  id: string;
  name: string;
}
interface Props {
  label: string;
  onPick: (person: Named) => void;
  autoFocus?: boolean;
}
/** Finds one person by name, e-mail or phone; those looked at lately stand ready. Arrows choose, Enter takes. */
export function PersonPicker({ label, onPick, autoFocus = false }: Props) {
  const { t } = useTranslation();
  const list = useId();
  const [text, setText] = useState("");
  const [open, setOpen] = useState(false);
  const [at, setAt] = useState(0);
  const [wanted] = useDebouncedValue(text.trim(), 80);
  const found = useQuery({
    queryKey: [...keys.people, "picker", wanted],
    queryFn: ({ signal }) => api.people({ q: wanted }, undefined, 6, signal),
    enabled: wanted.length >= 2,
    placeholderData: keepPreviousData,
  });
  const lines =
    wanted.length >= 2
      ? (found.data?.candidates ?? []).map((c) => ({
          id: c.id,
          name: c.name ?? c.email ?? t("people.noName"),
          headline: c.headline ?? "",
        }))
      : recent().slice(0, 5);
  const current = Math.min(at, lines.length - 1);
  const press = (event: KeyboardEvent) => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step && lines.length) {
      event.preventDefault();
      setOpen(true);
      setAt((current + step + lines.length) % lines.length);
    } else if (event.key === "Enter") {
      event.preventDefault();
      const line = lines[current];
      if (open && line) onPick(line);
    } else if (event.key === "Escape" && open && lines.length) {
      event.stopPropagation();
      setOpen(false);
    }
  };
  const shown = open && lines.length > 0;
  return (
    <div className="picker">
      <TextInput
        label={label}
        placeholder={t("pick.person")}
        role="combobox"
        aria-expanded={shown}
        aria-controls={list}
        aria-activedescendant={shown ? `${list}-${current}` : undefined}
        autoComplete="off"
        autoFocus={autoFocus}
        data-autofocus={autoFocus || undefined}
        value={text}
        onFocus={() => setOpen(true)}
        onBlur={() => setOpen(false)}
        onKeyDown={press}
        onChange={(event) => {
          setText(event.currentTarget.value);
          setOpen(true);
          setAt(0);
        }}
      />
      <ul role="listbox" id={list} aria-label={label} className="picker-list" hidden={!shown}>
        {lines.map((line, i) => (
          <li
            key={line.id}
            id={`${list}-${i}`}
            role="option"
            aria-selected={i === current}
            onPointerMove={() => setAt(i)}
            // Before the field loses the focus, and the list with it.
            onPointerDown={(event) => {
              event.preventDefault();
              onPick(line);
            }}
          >
            <Person name={line.name} size={24} />
            <span className="cut">{line.name}</span>
            <span className="meta cut grow">{line.headline}</span>
          </li>
        ))}
      </ul>
      {open && wanted.length >= 2 && found.isSuccess && lines.length === 0 && <p className="meta">{t("pick.nobody")}</p>}
    </div>
  );
}

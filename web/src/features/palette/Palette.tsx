import { Kbd, Modal } from "@mantine/core";
import { useDebouncedValue } from "@mantine/hooks";
import { IconArrowRight, IconSearch, type Icon } from "@tabler/icons-react";
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { useEffect, useId, useState, type KeyboardEvent, type ReactNode } from "react";
import { useTranslation } from "react-i18next";
import * as api from "@/api/calls";
import { keys } from "@/api/queries";
import { Person } from "@/ui/parts";
import { recent } from "@/ui/recent";

export interface Command {
  id: string;
  label: string;
  icon: Icon;
  keyName?: string;
  run: () => void;
}
export type PersonAct = "open" | "note" | "cv" | "meet" | "enrol" | "merge";
interface Props {
  opened: boolean;
  onClose: () => void;
  pages: Command[];
  acts: Command[];
  /** Acts on one person, by id, of which this member may do some. */
  personActs: PersonAct[];
  onPerson: (id: string, act: PersonAct, name: string) => void;
  onFindAll: (text: string) => void;
}
interface Line {
  id: string;
  group: string;
  label: ReactNode;
  lead: ReactNode;
  end?: ReactNode;
  run: () => void;
  person?: { id: string; name: string };
}
const fold = (text: string) => text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();

/** The words that begin with what was typed are lit. */
function Lit({ name, text }: { name: string; text: string }) {
  const wanted = fold(text);
  const at = wanted ? fold(name).search(new RegExp(`(^|[\\s-])${wanted.replace(/[.*+?^${}()|[\]\\]/g, "\\$&")}`)) : -1;
  if (at < 0) return <>{name}</>;
  const from = /[\s-]/.test(name[at] ?? "") ? at + 1 : at;
  return (
    <>
      {name.slice(0, from)}
      <mark>{name.slice(from, from + text.length)}</mark>
      {name.slice(from + text.length)}
    </>
  );
}
export function Palette(props: Props) {
  const { t } = useTranslation();
  return (
    <Modal
      opened={props.opened}
      onClose={props.onClose}
      withCloseButton={false}
      size={620}
      padding={0}
      yOffset={110}
      centered={false}
      transitionProps={{ duration: 0 }}
      classNames={{ content: "palette", inner: "palette-inner" }}
      attributes={{ content: { "aria-label": t("palette.title") } }}
      returnFocus
    >
      {props.opened && <Inside {...props} />}
    </Modal>
  );
}
function useLines(text: string, { pages, acts, onPerson, onFindAll }: Props): Line[] {
  const { t } = useTranslation();
  const wanted = text.trim();
  const [settled] = useDebouncedValue(wanted, 60);
  const found = useQuery({
    queryKey: [...keys.people, "palette", settled],
    queryFn: ({ signal }) => api.people({ q: settled }, undefined, 6, signal),
    enabled: settled.length >= 2,
    placeholderData: keepPreviousData,
  });
  const open = (id: string) => () => onPerson(id, "open", "");
  const people: Line[] = (
    wanted.length >= 2
      ? (found.data?.candidates ?? []).map((c) => ({ id: c.id, name: c.name ?? c.email ?? t("people.noName"), headline: c.headline ?? "" }))
      : recent()
  )
    .filter((p) => wanted.length !== 1 || fold(p.name).includes(fold(wanted)))
    .slice(0, 6)
    .map((p) => ({
      id: `p-${p.id}`,
      group: t(wanted.length >= 2 ? "people.title" : "palette.recent"),
      lead: <Person name={p.name} size={30} />,
      label: (
        <span className="two grow">
          <span className="cut">
            <Lit name={p.name} text={wanted} />
          </span>
          <span className="meta cut">{p.headline}</span>
        </span>
      ),
      run: open(p.id),
      person: p,
    }));
  const plain =
    (group: string) =>
    (c: Command): Line => ({
      id: c.id,
      group,
      lead: <c.icon size={17} stroke={1.7} aria-hidden="true" />,
      label: <span className="grow cut">{c.label}</span>,
      end: c.keyName ? <Kbd>{c.keyName}</Kbd> : undefined,
      run: c.run,
    });
  const matches = (c: Command) => fold(c.label).includes(fold(wanted));
  const all: Line[] =
    wanted.length >= 2
      ? [
          {
            id: "find",
            group: t("palette.elsewhere"),
            lead: <IconSearch size={17} stroke={1.7} aria-hidden="true" />,
            label: <span className="grow cut">{t("palette.findAll", { text: wanted })}</span>,
            run: () => onFindAll(wanted),
          },
        ]
      : [];
  return [
    ...people,
    ...acts.filter(matches).map(plain(t("palette.acts"))),
    ...pages.filter(matches).map(plain(t("palette.pages"))),
    ...all,
  ];
}
function Inside(props: Props) {
  const { t } = useTranslation();
  const list = useId();
  const [text, setText] = useState("");
  const [at, setAt] = useState(0);
  const [person, setPerson] = useState<{ id: string; name: string } | null>(null);
  const found = useLines(text, props);
  const lines: Line[] = person
    ? props.personActs.map((act) => ({
        id: act,
        group: t("palette.for", { name: person.name }),
        lead: <IconArrowRight size={17} stroke={1.7} aria-hidden="true" />,
        label: <span className="grow">{t(`palette.${act}`)}</span>,
        run: () => props.onPerson(person.id, act, person.name),
      }))
    : found;
  const current = Math.min(at, lines.length - 1);
  const chosen = lines[current];
  useEffect(() => setAt(0), [text, person]);
  useEffect(() => {
    // In braces: newer browsers give a promise back, which React would take for the effect's end.
    void document.getElementById(`${list}-${current}`)?.scrollIntoView({ block: "nearest" });
  }, [list, current]);
  const run = (line: Line | undefined) => {
    if (!line) return;
    props.onClose();
    line.run();
  };
  const press = (event: KeyboardEvent) => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step) {
      event.preventDefault();
      setAt((current + step + lines.length) % Math.max(lines.length, 1));
    } else if (event.key === "Enter") {
      event.preventDefault();
      run(chosen);
    } else if (event.key === "Tab" && chosen?.person && !event.shiftKey) {
      event.preventDefault();
      setPerson(chosen.person);
    } else if ((event.key === "Escape" || (event.key === "Backspace" && text === "")) && person) {
      event.preventDefault();
      event.stopPropagation();
      setPerson(null);
    }
  };
  return (
    <div onKeyDown={press}>
      <div className="palette-top">
        <IconSearch size={18} stroke={1.7} aria-hidden="true" />
        <input
          type="text"
          role="combobox"
          aria-expanded="true"
          aria-controls={list}
          aria-activedescendant={chosen ? `${list}-${current}` : undefined}
          aria-label={t("palette.placeholder")}
          placeholder={t("palette.placeholder")}
          value={text}
          autoFocus
          data-autofocus
          autoComplete="off"
          onChange={(event) => {
            setText(event.currentTarget.value);
            setPerson(null);
          }}
        />
      </div>
      <div className="palette-list" role="listbox" id={list} aria-label={t("palette.results")} tabIndex={-1}>
        {lines.map((line, i) => (
          <div key={line.id} role="presentation">
            {line.group !== lines[i - 1]?.group && (
              <div className="palette-group" role="presentation">
                {line.group}
              </div>
            )}
            <div
              id={`${list}-${i}`}
              role="option"
              aria-selected={i === current}
              className="palette-line"
              onPointerMove={() => setAt(i)}
              onClick={() => run(line)}
            >
              {line.lead}
              {line.label}
              {i === current && !line.end ? <Kbd>↵</Kbd> : line.end}
            </div>
          </div>
        ))}
      </div>
      {lines.length === 0 && <p className="palette-none ink2">{t("palette.nothing")}</p>}
      <div className="pal-foot">
        <span>
          <Kbd>↑</Kbd> <Kbd>↓</Kbd> {t("palette.choose")}
        </span>
        <span>
          <Kbd>↵</Kbd> {t("palette.go")}
        </span>
        <span>
          <Kbd>Tab</Kbd> {t("palette.tab")}
        </span>
        <span className="grow" />
        <span>
          <Kbd>Esc</Kbd> {t("act.close")}
        </span>
      </div>
    </div>
  );
}

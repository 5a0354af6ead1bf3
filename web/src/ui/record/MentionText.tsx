import { Textarea, type TextareaProps } from "@mantine/core";
import { useId, useRef, useState, type KeyboardEvent } from "react";
import { useTranslation } from "react-i18next";
import type { Visibility } from "@/api/model";
import { useMe, useMembers, type Colleague } from "@/api/queries";
import { Person } from "@/ui/parts";
import { matching, named, naming, whyNot, type Named } from "./mentions";

const MOST = 6;

interface Props extends Omit<TextareaProps, "onChange" | "value"> {
  value: string;
  onChange: (text: string) => void;
  visibility: Visibility;
  /** Who sees the job that the note is about. */
  team: readonly string[] | null;
  /** A colleague, and the text with their name in it. */
  onPick: (member: Named, text: string) => void;
}
/** A text in which @ names colleagues: arrows choose, Enter takes, Esc goes on writing. Who would not see it says why. */
export function MentionText({ value, onChange, visibility, team, onPick, ...rest }: Props) {
  const { t } = useTranslation();
  const list = useId();
  const box = useRef<HTMLTextAreaElement>(null);
  const me = useMe().data?.member.id;
  const members = useMembers();
  const [caret, setCaret] = useState(0);
  const [shut, setShut] = useState<number | null>(null);
  const [at, setAt] = useState(0);
  const typing = naming(value, caret);
  const open = typing !== null && shut !== typing.from;
  const lines = open
    ? matching(
        members.filter((one) => one.here && one.id !== me),
        typing.typed,
      ).slice(0, MOST)
    : [];
  const current = Math.min(at, lines.length - 1);
  const shown = open && (lines.length > 0 || typing.typed.length > 0);
  const take = (member: Colleague) => {
    if (!typing || whyNot(member, visibility, team)) return;
    const after = named(value, typing.from, caret, member.name);
    onPick({ id: member.id, name: member.name }, after.text);
    setCaret(after.caret);
    setAt(0);
    // After the text is painted: the caret goes behind the name.
    setTimeout(() => {
      box.current?.focus();
      box.current?.setSelectionRange(after.caret, after.caret);
    });
  };
  const press = (event: KeyboardEvent<HTMLTextAreaElement>) => {
    if (!open || event.ctrlKey || event.metaKey) return;
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    const line = lines[current];
    if (step && lines.length) {
      event.preventDefault();
      setAt((current + step + lines.length) % lines.length);
    } else if ((event.key === "Enter" || event.key === "Tab") && line) {
      event.preventDefault();
      take(line);
    } else if (event.key === "Escape" && shown) {
      event.preventDefault();
      event.stopPropagation();
      setShut(typing.from);
    }
  };
  return (
    <div className="picker mention">
      <Textarea
        {...rest}
        ref={box}
        value={value}
        aria-autocomplete="list"
        aria-haspopup="listbox"
        aria-controls={list}
        aria-activedescendant={shown && lines.length > 0 ? `${list}-${current}` : undefined}
        onChange={(event) => {
          onChange(event.currentTarget.value);
          setCaret(event.currentTarget.selectionStart);
          setAt(0);
        }}
        onSelect={(event) => setCaret(event.currentTarget.selectionStart)}
        onBlur={() => setCaret(0)}
        onKeyDown={press}
      />
      <ul role="listbox" id={list} aria-label={t("report.mention")} className="picker-list" hidden={!shown || lines.length === 0}>
        {lines.map((member, i) => {
          const why = whyNot(member, visibility, team);
          return (
            <li
              key={member.id}
              id={`${list}-${i}`}
              role="option"
              aria-selected={i === current}
              aria-disabled={why !== null}
              onPointerMove={() => setAt(i)}
              // Before the text loses the focus, and the list with it.
              onPointerDown={(event) => {
                event.preventDefault();
                take(member);
              }}
            >
              <Person name={member.name} size={24} />
              <span className="cut">{member.name}</span>
              <span className="meta cut grow">{why ? t(`report.whynot_${why}`) : t(`role.${member.role}`)}</span>
            </li>
          );
        })}
      </ul>
      <p className="meta" role="status">
        {shown && lines.length === 0 ? t("report.mentionNobody") : ""}
      </p>
    </div>
  );
}

import { ActionIcon, Checkbox } from "@mantine/core";
import { IconAlertTriangle, IconDots } from "@tabler/icons-react";
import { Link } from "@tanstack/react-router";
import { memo, useEffect, useRef, type MouseEvent, type ReactNode } from "react";
import { useTranslation } from "react-i18next";
import type { BoardCard } from "@/api/model";
import { useMembers } from "@/api/queries";
import { useFormat } from "@/i18n/format";
import { age } from "@/ui/hiring/age";
import { AnswerDue } from "@/ui/hiring/AnswerDue";
import { answerOwed } from "@/ui/hiring/promise";
import { MeetingDue } from "@/ui/meetings/MeetingDue";
import { Person, Tag } from "@/ui/parts";
import { dragCard } from "./drag";

interface Props {
  card: BoardCard;
  draggable: boolean;
  selectable: boolean;
  selected: boolean;
  /** Whether anybody is selected: then every card shows its box. */
  selecting: boolean;
  cursor: boolean;
  failure: string | undefined;
  onSelect: (id: string, range: boolean) => void;
  onPoint: (id: string) => void;
  onMenu: ((id: string) => void) | undefined;
  /** Who goes along when this card is dragged. */
  along: (id: string) => string[];
  /** The menu, note or tags that are open on this card. */
  floating?: ReactNode;
}
const live = ({ state }: { state: string }) => state === "proposed" || state === "booked";
/** Name, age in the stage, headline, then what is due or a tag, then source and owner. */
export const CardView = memo(function CardView(props: Props) {
  const { card, draggable, selectable, selected, selecting, cursor, failure, onSelect, onPoint, onMenu, along, floating } = props;
  const { t } = useTranslation();
  const f = useFormat();
  const box = useRef<HTMLDivElement>(null);
  const { application, person } = card;
  const id = application.candidate_id;
  const name = person.name ?? t("people.noName");
  const stood = age(application.entered_at, new Date());
  const due = answerOwed(application, new Date());
  const pressing = due?.state === "late" || due?.state === "soon";
  const owner = useMembers().find((m) => m.id === application.owner);
  useEffect(() => (draggable && box.current ? dragCard(box.current, () => along(id)) : undefined), [draggable, id, along]);
  const click = (event: MouseEvent) => {
    if (selectable && (event.metaKey || event.ctrlKey || event.shiftKey)) {
      event.preventDefault();
      onSelect(id, event.shiftKey);
    }
    onPoint(id);
  };
  return (
    <div
      ref={box}
      className="card"
      id={`card-${id}`}
      data-cursor={cursor || undefined}
      data-on={selected || undefined}
      data-selecting={selecting || undefined}
      onClick={click}
    >
      <div className="row card-top">
        {selectable && (
          <Checkbox
            className="card-check"
            aria-label={t("people.select", { name })}
            checked={selected}
            tabIndex={-1}
            onClick={(event) => event.stopPropagation()}
            onChange={(event) => onSelect(id, (event.nativeEvent as unknown as globalThis.MouseEvent).shiftKey)}
          />
        )}
        <Link to="/people/$id" params={{ id }} className="name cut grow" title={name} draggable={false}>
          {name}
        </Link>
        <span className="meta num" title={t("board.since", { date: f.full(application.entered_at) })}>
          {t(`age.${stood.unit}`, { count: stood.n })}
        </span>
      </div>
      {person.headline && (
        <div className="meta cut" title={person.headline}>
          {person.headline}
        </div>
      )}
      {failure ? (
        <div className="meta koi card-mid" role="alert">
          <IconAlertTriangle size={12} aria-hidden="true" /> {failure}
        </div>
      ) : pressing ? (
        <div className="row wrap card-mid">
          <AnswerDue of={application} />
        </div>
      ) : application.interviews.some(live) ? (
        <div className="row wrap card-mid">
          <MeetingDue of={application.interviews} />
        </div>
      ) : person.tags.length > 0 ? (
        <div className="row wrap card-mid">
          <Tag>
            <span className="cut">{person.tags[0]}</span>
          </Tag>
          {person.tags.length > 1 && (
            <span className="meta" title={person.tags.join(", ")}>
              + {person.tags.length - 1}
            </span>
          )}
        </div>
      ) : due ? (
        <div className="row wrap card-mid">
          <AnswerDue of={application} />
        </div>
      ) : null}
      <div className="row card-foot">
        <span className="meta cut grow">{t(`source.${application.source}`, { defaultValue: application.source })}</span>
        {onMenu && (
          <span className="card-menu" onClick={(event) => event.stopPropagation()}>
            <ActionIcon size={24} aria-label={t("board.menuOf", { name })} aria-haspopup="menu" onClick={() => onMenu(id)}>
              <IconDots size={15} />
            </ActionIcon>
          </span>
        )}
        {application.owner && (
          <span title={owner?.name ?? t("board.someoneOwns")}>
            <Person name={owner?.name ?? "?"} size={20} />
            <span className="sr-only">{owner?.name ?? t("board.someoneOwns")}</span>
          </span>
        )}
      </div>
      {floating}
    </div>
  );
});

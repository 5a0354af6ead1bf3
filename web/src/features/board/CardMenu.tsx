import { Menu, Popover } from "@mantine/core";
import { IconCalendarPlus, IconMail, IconNote, IconRotate2, IconSquareCheck, IconTag, IconUser, IconUsers } from "@tabler/icons-react";
import { useTranslation } from "react-i18next";
import type { BoardCard, Stage } from "@/api/model";
import { useMe, useMembers } from "@/api/queries";
import { StageMenu } from "@/ui/hiring/StageMenu";
import { isEnd } from "@/ui/hiring/stages";
import { NoteForm } from "@/ui/record/NoteForm";
import { TagPicker } from "@/ui/TagPicker";
import { idOf } from "./moves";

export type CardMenuKind = "stage" | "note" | "tag";
interface Props {
  card: BoardCard;
  what: CardMenuKind;
  stages: readonly Stage[];
  notes: boolean;
  onClose: () => void;
  onOpen: (what: CardMenuKind) => void;
  onMove: (stage: Stage, actions: boolean) => void;
  onLeave: (side: "ours" | "theirs") => void;
  onReopen: () => void;
  onOwn: (owner: string | null) => void;
  onTag: ((tag: string) => void) | undefined;
  onMail: (() => void) | undefined;
  onSelect: () => void;
  onMeet: () => void;
}
/** What floats over one card: where to, a note, tags. */
export function CardMenu(props: Props) {
  const { t } = useTranslation();
  const { card, what, onClose } = props;
  const name = card.person.name ?? t("people.noName");
  const anchor = <button type="button" tabIndex={-1} className="card-anchor" aria-label={t("board.menuOf", { name })} />;
  if (what === "note")
    return (
      <Popover opened onChange={(open) => !open && onClose()} onClose={onClose} position="bottom-start" width={380} trapFocus withinPortal>
        <Popover.Target>{anchor}</Popover.Target>
        <Popover.Dropdown aria-label={t("board.noteOn", { name })} onClick={(event) => event.stopPropagation()}>
          <p className="strong">{t("board.noteOn", { name })}</p>
          <NoteForm candidateId={idOf(card)} jobId={card.application.job_id} onEnd={onClose} />
        </Popover.Dropdown>
      </Popover>
    );
  if (what === "tag")
    return (
      <TagPicker
        opened
        onClose={onClose}
        chosen={card.person.tags}
        onPick={(tag) => {
          onClose();
          props.onTag?.(tag);
        }}
        returnFocus={false}
        target={anchor}
      />
    );
  return <Where {...props} anchor={anchor} />;
}
function Where({
  card,
  stages,
  notes,
  anchor,
  onClose,
  onOpen,
  onMove,
  onLeave,
  onReopen,
  onOwn,
  onTag,
  onMail,
  onSelect,
  onMeet,
}: Props & { anchor: React.ReactNode }) {
  const { t } = useTranslation();
  const me = useMe().data?.member.id;
  const members = useMembers();
  const { application } = card;
  const others = members.filter((m) => m.here && m.id !== me && m.id !== application.owner && m.role !== "reader");
  const left = isEnd(application.stage_kind);
  const then = (act: () => void) => () => {
    onClose();
    act();
  };
  return (
    <StageMenu
      opened
      onClose={onClose}
      stages={left ? [] : stages}
      at={application.stage_id}
      onMove={onMove}
      onRefuse={left ? undefined : () => onLeave("ours")}
      onWithdraw={left ? undefined : () => onLeave("theirs")}
      returnFocus={false}
      position="right-start"
      target={anchor}
      more={
        <>
          {left && (
            <Menu.Item leftSection={<IconRotate2 size={15} />} onClick={then(onReopen)}>
              {t("stage.reopen")}
            </Menu.Item>
          )}
          {!left && (
            <Menu.Item leftSection={<IconCalendarPlus size={15} />} onClick={then(onMeet)}>
              {t("meet.plan")}
            </Menu.Item>
          )}
          <Menu.Divider />
          {me && application.owner !== me && (
            <Menu.Item leftSection={<IconUser size={15} />} onClick={then(() => onOwn(me))}>
              {t("board.ownIt")}
            </Menu.Item>
          )}
          {(others.length > 0 || application.owner) && (
            <Menu.Sub>
              <Menu.Sub.Target>
                <Menu.Sub.Item leftSection={<IconUsers size={15} />}>{t("board.give")}</Menu.Sub.Item>
              </Menu.Sub.Target>
              <Menu.Sub.Dropdown mah={360} style={{ overflowY: "auto" }}>
                {others.map((m) => (
                  <Menu.Item key={m.id} leftSection={<IconUser size={15} />} onClick={then(() => onOwn(m.id))}>
                    {m.name}
                  </Menu.Item>
                ))}
                {application.owner && <Menu.Item onClick={then(() => onOwn(null))}>{t("board.ownedByNobody")}</Menu.Item>}
              </Menu.Sub.Dropdown>
            </Menu.Sub>
          )}
          {notes && (
            <Menu.Item leftSection={<IconNote size={15} />} onClick={() => onOpen("note")}>
              {t("candidate.note")}
            </Menu.Item>
          )}
          {onMail && (
            <Menu.Item leftSection={<IconMail size={15} />} onClick={then(onMail)}>
              {t("people.mail")}
            </Menu.Item>
          )}
          {onTag && (
            <Menu.Item leftSection={<IconTag size={15} />} onClick={() => onOpen("tag")}>
              {t("people.tag")}
            </Menu.Item>
          )}
          <Menu.Item leftSection={<IconSquareCheck size={15} />} onClick={then(onSelect)}>
            {t("board.select")}
          </Menu.Item>
        </>
      }
    />
  );
}

import { ActionIcon, Menu } from "@mantine/core";
import {
  IconArrowBackUp,
  IconCalendarEvent,
  IconCalendarX,
  IconCopy,
  IconDots,
  IconLink,
  IconListDetails,
  IconPencil,
} from "@tabler/icons-react";
import { useNavigate } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import type { Interview } from "@/api/interviews";
import { useFormat } from "@/i18n/format";
import { useMeetingWords } from "@/ui/meetings/useMeetingWords";
import { toasts } from "@/ui/toast";
import type { Standing } from "./standing";

interface Props {
  one: Interview;
  standing: Standing;
  moves: boolean;
  settles: boolean;
  onCancel: (() => void) | null;
  onUnsettle: () => void;
}
/** What is done to an interview now and then. */
export function InterviewMenu({ one, standing, moves, settles, onCancel, onUnsettle }: Props) {
  const { t } = useTranslation();
  const f = useFormat();
  const words = useMeetingWords();
  const navigate = useNavigate();
  const live = standing === "waiting" || standing === "silent" || standing === "booked" || standing === "unsettled";
  const go = (meet: "move" | "propose" | "edit") => () =>
    void navigate({
      to: "/people/$id",
      params: { id: one.candidate_id },
      search: { tab: "timeline", meet, job: one.job_id, interview: one.id },
    });
  const copy = (text: string, said: string) => () =>
    void navigator.clipboard.writeText(text).then(
      () => toasts.done(said),
      () => toasts.failed(t("error.unexpected")),
    );
  const facts = [
    `${one.title ?? words.kind(one.kind)}, ${f.said(one.job_title)}`,
    one.starts_at ? `${words.moment(one.starts_at)} (${words.zone(words.reader.zone)})` : null,
    t("meet.minutes", { count: one.duration_minutes }),
    one.place,
    one.video_url,
    t("meet.with", { who: f.list(one.interviewers.map((m) => m.name)) }),
  ].filter(Boolean);
  return (
    <Menu position="bottom-end">
      <Menu.Target>
        <ActionIcon aria-label={t("meet.more")}>
          <IconDots size={16} />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        {moves && standing !== "held" && standing !== "silent" && standing !== "no_show" && (
          <Menu.Item leftSection={<IconListDetails size={15} />} onClick={go("propose")}>
            {t("meet.proposeOthers")}
          </Menu.Item>
        )}
        {moves && (standing === "waiting" || standing === "silent" || standing === "cancelled") && (
          <Menu.Item leftSection={<IconCalendarEvent size={15} />} onClick={go("move")}>
            {t("meet.setTime")}
          </Menu.Item>
        )}
        {moves && live && (
          <Menu.Item leftSection={<IconPencil size={15} />} onClick={go("edit")}>
            {t("meet.edit")}
          </Menu.Item>
        )}
        <Menu.Item leftSection={<IconCopy size={15} />} onClick={copy(facts.join("\n"), t("meet.copied"))}>
          {t("meet.copy")}
        </Menu.Item>
        {one.video_url && (
          <Menu.Item leftSection={<IconLink size={15} />} onClick={copy(one.video_url, t("meet.copiedLink"))}>
            {t("meet.copyLink")}
          </Menu.Item>
        )}
        {settles && (standing === "held" || standing === "no_show") && (
          <Menu.Item leftSection={<IconArrowBackUp size={15} />} onClick={onUnsettle}>
            {t("meet.unsettle")}
          </Menu.Item>
        )}
        {onCancel && (
          <>
            <Menu.Divider />
            <Menu.Item leftSection={<IconCalendarX size={15} />} onClick={onCancel}>
              {t(one.state === "proposed" ? "meet.withdraw" : "meet.cancel")}
            </Menu.Item>
          </>
        )}
      </Menu.Dropdown>
    </Menu>
  );
}

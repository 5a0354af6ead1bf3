import { Button, Progress } from "@mantine/core";
import { IconCopyCheck, IconFile, IconUserCheck, IconUserPlus } from "@tabler/icons-react";
import { Link } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { useFormat } from "@/i18n/format";
import { Confidence } from "@/ui/parts";
import { toasts } from "@/ui/toast";
import { pickFiles } from "./pick";
import type { useFileActs } from "./queries";
import { queue } from "./queue/engine";
import type { FileView } from "./queue/model";

type Acts = ReturnType<typeof useFileActs>;
/** What helps for a reason: another try, another file, or a look inside. */
const remedy: Record<string, "retry" | "replace" | "open" | "anyway"> = {
  connection: "retry",
  unavailable: "retry",
  no_text: "open",
  not_a_cv: "anyway",
  too_many_pixels: "open",
};

export function FailedRow({ file, acts }: { file: FileView; acts: Acts }) {
  const { t } = useTranslation();
  const { local, intake } = file;
  const fix = remedy[file.reason ?? ""] ?? "replace";
  const onServer = intake && intake.state === "failed";
  const leave = () => {
    if (onServer) return acts.discard.mutate({ id: intake.id, name: file.name });
    const back = queue.drop(file.key);
    if (intake) acts.discard.mutate({ id: intake.id, name: file.name });
    else toasts.done(t("drop.discarded", { name: file.name }), back);
  };
  const replace = async () => {
    const files = await pickFiles(false);
    const relation = local?.origin.relation ?? intake?.relation;
    if (files.length === 0 || !relation) return;
    await queue.add(files, {
      relation,
      ...((local?.origin.source ?? intake?.source) ? { source: local?.origin.source ?? intake?.source ?? "" } : {}),
    });
    leave();
  };
  return (
    <li className="file" data-state="failed">
      <IconFile size={18} stroke={1.5} aria-hidden="true" />
      <div className="two grow">
        <span className="strong cut" title={file.name}>
          {file.name}
        </span>
        <span className="ink2">
          {t([`reason.${file.reason ?? "unreadable"}`, "reason.unreadable"])}{" "}
          <span className="meta">{t(onServer ? "drop.kept" : "drop.notSent")}</span>
        </span>
      </div>
      <div className="row file-acts">
        {fix === "retry" && (
          <Button
            size="xs"
            variant="default"
            onClick={() => (onServer ? acts.retry.mutate({ id: intake.id, anyway: false }) : queue.again(file.key))}
          >
            {t("act.retry")}
          </Button>
        )}
        {fix === "anyway" && onServer && (
          <Button size="xs" variant="default" onClick={() => acts.retry.mutate({ id: intake.id, anyway: true })}>
            {t("review.readAnyway")}
          </Button>
        )}
        {fix === "replace" && (
          <Button size="xs" variant="default" onClick={() => void replace()}>
            {t("drop.replace")}
          </Button>
        )}
        {onServer && (
          <Button
            size="xs"
            variant={fix === "open" ? "default" : "subtle"}
            color="gray"
            className={fix === "open" ? "" : "quiet"}
            onClick={() => acts.open.mutate(intake.id)}
          >
            {t("drop.open")}
          </Button>
        )}
        <Button size="xs" variant="subtle" color="gray" className="quiet" onClick={leave}>
          {t("act.discard")}
        </Button>
      </div>
    </li>
  );
}

export function MovingRow({ file }: { file: FileView }) {
  const { t } = useTranslation();
  const f = useFormat();
  const pages = file.intake?.pages;
  return (
    <li className="file">
      <IconFile size={18} stroke={1.5} aria-hidden="true" />
      <div className="two file-name">
        <span className="strong cut" title={file.name}>
          {file.name}
        </span>
        <span className="meta num">{f.bytes(file.size)}</span>
      </div>
      <span className="ink2 file-what">
        {file.doing === "recognise" && pages ? t("doing.recognisePages", { count: pages }) : t(`doing.${file.doing}`)}
      </span>
      <Progress value={file.percent} size={4} className="file-bar" aria-label={file.name} transitionDuration={200} />
    </li>
  );
}

export function ReadRow({ file }: { file: FileView }) {
  const { t } = useTranslation();
  const f = useFormat();
  const intake = file.intake;
  if (!intake) return null;
  const Glyph = intake.outcome === "new" ? IconUserPlus : intake.outcome === "same_file" ? IconCopyCheck : IconUserCheck;
  const check = intake.to_check ?? 0;
  return (
    <li className="file">
      <Glyph size={18} stroke={1.5} className="leaf" aria-hidden="true" />
      <div className="two file-name">
        {intake.candidate_id ? (
          <Link to="/people/$id" params={{ id: intake.candidate_id }} className="name cut">
            {intake.candidate_name ?? t("people.noName")}
          </Link>
        ) : (
          <span className="name cut">{intake.candidate_name ?? file.name}</span>
        )}
        <span className="meta cut">{intake.candidate_headline ?? "\u00a0"}</span>
      </div>
      <span className="meta cut file-src only-wide" title={file.name}>
        {file.name}, {f.bytes(file.size)}
        {intake.seconds ? t("drop.readIn", { seconds: f.number(Math.round(intake.seconds * 10) / 10) }) : ""}
      </span>
      <span className="file-out">
        {check > 0 ? (
          <Confidence level="mid">{t("drop.toCheck", { count: check })}</Confidence>
        ) : (
          <span className="meta">{t(`outcome.${intake.outcome ?? "new"}`)}</span>
        )}
      </span>
    </li>
  );
}

import { IconCloudUpload } from "@tabler/icons-react";
import { useNavigate } from "@tanstack/react-router";
import { useEffect, useState } from "react";
import { useTranslation } from "react-i18next";
import { chosenFiles, filesOf } from "./chosen";
import "@/ui/css/dropOver.css";

/** On a job's own screens files are dropped onto the job; on the drop page it stays what it was. */
function jobOf({ pathname, search }: Location): { job?: string } {
  const said = /^\/jobs\/(job_\w{26})/.exec(pathname)?.[1] ?? (pathname === "/drop" ? new URLSearchParams(search).get("job") : null);
  return said ? { job: said } : {};
}
/** Files may be dropped on any screen; the drop page then asks its one question. */
export function DropAnywhere() {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const [over, setOver] = useState(false);
  useEffect(() => {
    let depth = 0;
    const carries = (event: DragEvent) => event.dataTransfer?.types.includes("Files") ?? false;
    const enter = (event: DragEvent) => {
      if (carries(event) && ++depth === 1) setOver(true);
    };
    const leave = (event: DragEvent) => {
      if (carries(event) && --depth <= 0) setOver(false);
    };
    const allow = (event: DragEvent) => {
      if (carries(event)) event.preventDefault();
    };
    const drop = (event: DragEvent) => {
      if (!carries(event) || !event.dataTransfer) return;
      event.preventDefault();
      depth = 0;
      setOver(false);
      void filesOf(event.dataTransfer).then((files) => {
        if (files.length === 0) return;
        chosenFiles.add(files);
        void navigate({ to: "/drop", search: jobOf(location) });
      });
    };
    addEventListener("dragenter", enter);
    addEventListener("dragleave", leave);
    addEventListener("dragover", allow);
    addEventListener("drop", drop);
    return () => {
      removeEventListener("dragenter", enter);
      removeEventListener("dragleave", leave);
      removeEventListener("dragover", allow);
      removeEventListener("drop", drop);
    };
  }, [navigate]);
  if (!over) return null;
  return (
    <div className="drop-over" aria-hidden="true">
      <div>
        <IconCloudUpload size={30} stroke={1.4} />
        <p className="serif">{t("drop.letGo")}</p>
      </div>
    </div>
  );
}

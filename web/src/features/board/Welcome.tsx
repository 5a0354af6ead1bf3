import { Button } from "@mantine/core";
import { IconFileImport, IconUserPlus } from "@tabler/icons-react";
import { Link } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import type { Job } from "@/api/model";
import { useMay } from "@/api/queries";
import { StageGlyph } from "@/ui/hiring/StageGlyph";
import { Empty } from "@/ui/states";

/** A board that nobody stands on yet. */
export function Welcome({ job, takes, onAdd }: { job: Job; takes: boolean; onAdd: () => void }) {
  const { t } = useTranslation();
  const drops = useMay("drop_files");
  return (
    <Empty
      icon={<StageGlyph kind="new" size={26} />}
      title={t("people.emptyTitle")}
      acts={
        takes && (
          <>
            {drops && (
              <Button
                leftSection={<IconFileImport size={16} />}
                renderRoot={(props: object) => <Link {...props} to="/drop" search={{ job: job.id }} />}
              >
                {t("board.addDrop")}
              </Button>
            )}
            <Button variant="default" leftSection={<IconUserPlus size={16} />} onClick={onAdd}>
              {t("board.addFind")}
            </Button>
          </>
        )
      }
    >
      {t(takes ? "board.empty" : "board.emptyShut")}
    </Empty>
  );
}

import { Button } from "@mantine/core";
import { useTranslation } from "react-i18next";
import type { Proposal } from "@/api/model";
import { useMay } from "@/api/queries";
import { useKeys } from "@/ui/keys";
import type { Acts } from "./acts";

/** Takes over everything that the person answered; T does so from anywhere on the page. */
export function TakeAllButton({ proposals, acts }: { proposals: Proposal[]; acts: Acts }) {
  const { t } = useTranslation();
  const edits = useMay("edit_people");
  const { isPending, mutate } = acts.acceptAll;
  const all = () => (isPending ? undefined : mutate(proposals.map((one) => one.id)));
  useKeys({ t: all }, { enabled: edits, help: { t: "keys.takeAll" } });
  return (
    <Button size="xs" loading={isPending} onClick={all} title="T" aria-keyshortcuts="T">
      {t("asks.takeAll", { count: proposals.length })}
    </Button>
  );
}

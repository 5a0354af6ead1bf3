import { IconForms } from "@tabler/icons-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import "@/ui/css/asks.css";
import { AskForm } from "./AskForm";
import { Pane } from "./Missing";
import { whyNot } from "./useAsk";

interface Props {
  people: string[];
  /** Why somebody was not asked, by their id. */
  onFailures: (failures: Map<string, string>) => void;
  onDone: () => void;
}
/** Asks everyone who is selected for what their record lacks; who could not be asked stays selected, with the reason. */
export function AskSeveral({ people, onFailures, onDone }: Props) {
  const { t } = useTranslation();
  const [asking, setAsking] = useState(false);
  return (
    <Pane
      title={t("asks.titleSeveral", { count: people.length })}
      opened={asking}
      onClose={() => setAsking(false)}
      target={
        <button type="button" onClick={() => setAsking(!asking)}>
          <IconForms size={16} aria-hidden="true" />
          {t("asks.askShort")}
        </button>
      }
    >
      <AskForm
        people={people}
        chosen={null}
        onDone={(asked) => {
          setAsking(false);
          const failed = asked.filter((one) => one.code !== null);
          onFailures(new Map(failed.map((one) => [one.candidate_id, t(whyNot(one))])));
          if (failed.length === 0) onDone();
        }}
      />
    </Pane>
  );
}

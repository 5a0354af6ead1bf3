import { Button, Checkbox } from "@mantine/core";
import { useEffect, useState, useSyncExternalStore } from "react";
import { useTranslation } from "react-i18next";
import { useFormat } from "@/i18n/format";
import { phone } from "@/i18n/phone";
import { Dialog } from "@/ui/Dialog";
import { cameBack, type Asked } from "./cameBack";

/** An address, a number or a profile of somebody who asked to be erased is about to stand on a record. */
export function CameBack() {
  const asked = useSyncExternalStore(cameBack.subscribe, cameBack.current);
  // A page that is left says no.
  useEffect(() => () => cameBack.current()?.answer(false), []);
  return asked && <Question key={asked.contacts.join()} {...asked} />;
}
function Question({ erasedAt, contacts, answer }: Asked) {
  const { t } = useTranslation();
  const f = useFormat();
  const [back, setBack] = useState(false);
  return (
    <Dialog onClose={() => answer(false)} title={t("erasure.askedTitle")} size={480}>
      <form
        className="erase"
        onSubmit={(event) => {
          event.preventDefault();
          if (back) answer(true);
        }}
      >
        <p>{t("erasure.blockedContact", { contacts: f.list(contacts.map(phone)), date: f.longDay(erasedAt) })}</p>
        <Checkbox data-autofocus label={t("erasure.cameBack")} checked={back} onChange={(event) => setBack(event.currentTarget.checked)} />
        <div className="row wrap">
          <Button type="submit" disabled={!back}>
            {t("erasure.keepHere")}
          </Button>
          <Button variant="default" onClick={() => answer(false)}>
            {t("act.cancel")}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}

import { Kbd, Modal } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { activeHelp } from "@/ui/keys";

const names: Record<string, string> = { Enter: "↵" };

/** The keys that do something on this screen. */
export function Help({ opened, onClose }: { opened: boolean; onClose: () => void }) {
  const { t } = useTranslation();
  const rows = opened ? Object.entries(activeHelp()) : [];
  return (
    <Modal opened={opened} onClose={onClose} title={t("keys.title")} size={420} closeButtonProps={{ "aria-label": t("act.close") }}>
      <dl className="keys">
        {[["Ctrl K", "keys.palette"] as const, ...rows].map(([key, label]) => (
          <div key={key}>
            <dt>
              <Kbd>{names[key] ?? (key.length === 1 ? key.toUpperCase() : key)}</Kbd>
            </dt>
            <dd>{t(label)}</dd>
          </div>
        ))}
      </dl>
    </Modal>
  );
}

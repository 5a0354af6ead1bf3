import { NativeSelect } from "@mantine/core";
import { IconX } from "@tabler/icons-react";
import { useTranslation } from "react-i18next";
import { useMe, useMembers } from "@/api/queries";
import type { PreviewedMail } from "@/api/writing";
import type { Addressee } from "@/ui/compose";
import type { WholeDraft } from "./draft";

interface Props {
  people: Addressee[];
  seen: PreviewedMail[];
  draft: WholeDraft;
  /** Who it is for cannot be changed any more. */
  fixed: boolean;
  /** Colleagues in copy only where there are some. */
  brief?: boolean;
  onChange: (changes: Partial<WholeDraft>) => void;
  onPeople: (people: Addressee[]) => void;
}
/** To whom, at which of their addresses; colleagues in copy. */
export function Addresses({ people, seen, draft, fixed, brief = false, onChange, onPeople }: Props) {
  const { t } = useTranslation();
  const me = useMe().data?.member.id;
  const colleagues = useMembers().filter((one) => one.here && one.id !== me);
  const passing = draft.forward !== null;
  const addresses = people.length === 1 ? (seen[0]?.addresses ?? []) : [];
  const named = (id: string) => colleagues.find((one) => one.id === id)?.name ?? "…";
  return (
    <div className="composer-rows">
      <div className="composer-row">
        <span className="meta">{t(passing ? "compose.about" : "mail.to")}</span>
        <ul className="to-chips">
          {people.map((one) => (
            <li key={one.id} className="to-chip" data-held={seen.some((s) => s.candidate_id === one.id && s.held) || undefined}>
              {one.name}
              {people.length > 1 && !fixed && (
                <button
                  type="button"
                  aria-label={t("compose.without", { name: one.name })}
                  onClick={() => onPeople(people.filter((other) => other.id !== one.id))}
                >
                  <IconX size={13} aria-hidden="true" />
                </button>
              )}
            </li>
          ))}
        </ul>
        {passing ? null : addresses.length > 1 ? (
          <NativeSelect
            size="xs"
            aria-label={t("compose.address")}
            value={draft.to ?? addresses[0] ?? ""}
            data={addresses}
            onChange={(event) => onChange({ to: event.currentTarget.value === addresses[0] ? null : event.currentTarget.value })}
          />
        ) : (
          addresses.length === 1 && <span className="meta cut">{addresses[0]}</span>
        )}
      </div>
      {(draft.cc.length > 0 || (colleagues.length > 0 && !brief)) && (
        <div className="composer-row">
          <span className="meta">{t("compose.cc")}</span>
          <ul className="to-chips">
            {draft.cc.map((id) => (
              <li key={id} className="to-chip">
                {named(id)}
                <button
                  type="button"
                  aria-label={t("compose.without", { name: named(id) })}
                  onClick={() => onChange({ cc: draft.cc.filter((other) => other !== id) })}
                >
                  <IconX size={13} aria-hidden="true" />
                </button>
              </li>
            ))}
          </ul>
          <NativeSelect
            size="xs"
            aria-label={t("compose.addCc")}
            value=""
            onChange={(event) => onChange({ cc: [...draft.cc, event.currentTarget.value] })}
            data={[
              { value: "", label: t("compose.addCc") },
              ...colleagues.filter((one) => !draft.cc.includes(one.id)).map((one) => ({ value: one.id, label: one.name })),
            ]}
          />
        </div>
      )}
    </div>
  );
}

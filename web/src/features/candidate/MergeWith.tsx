import { ActionIcon, Button, Menu, Modal, TextInput } from "@mantine/core";
import { useDebouncedValue } from "@mantine/hooks";
import { IconArrowsJoin, IconDots, IconEraser, IconHistory, IconMailOff, IconSchoolOff } from "@tabler/icons-react";
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import * as api from "@/api/calls";
import { reasonKey } from "@/api/errors";
import type { Candidate, Card } from "@/api/model";
import { keys, useMay } from "@/api/queries";
import { Person } from "@/ui/parts";
import { useKeeping } from "./Unasked";
import type { Acts } from "@/ui/record/acts";

interface Props {
  id: string;
  name: string;
  acts: Acts;
  opened: boolean;
  onClose: () => void;
}

interface MenuProps {
  candidate: Candidate;
  name: string;
  onMerge: () => void;
  onStop: (() => void) | null;
  onErase: (() => void) | null;
}
/** What is done with a record as a whole, and seldom. */
export function RecordMenu({ candidate, name, onMerge, onStop, onErase }: MenuProps) {
  const { t } = useTranslation();
  const { id } = candidate;
  const refused = Boolean(candidate.corrections_refused_at);
  const keeping = useKeeping(id, name);
  const audits = useMay("manage_workspace");
  return (
    <Menu position="bottom-end">
      <Menu.Target>
        <ActionIcon size={36} aria-label={t("candidate.more")}>
          <IconDots size={18} />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item leftSection={<IconArrowsJoin size={16} stroke={1.7} />} onClick={onMerge}>
          {t("candidate.mergeWith")}
        </Menu.Item>
        {onStop && (
          <Menu.Item leftSection={<IconMailOff size={16} stroke={1.7} />} onClick={onStop}>
            {t("unasked.stop")}
          </Menu.Item>
        )}
        <Menu.Item leftSection={<IconSchoolOff size={16} stroke={1.7} />} onClick={() => keeping.mutate(!refused)}>
          {t(refused ? "unasked.keepAgain" : "unasked.keepNone")}
        </Menu.Item>
        {audits && (
          <Menu.Item
            leftSection={<IconHistory size={16} stroke={1.7} />}
            renderRoot={(props) => <Link {...props} to="/settings/audit" search={{ person: id }} />}
          >
            {t("nav.whoSaw")}
          </Menu.Item>
        )}
        {onErase && (
          <>
            <Menu.Divider />
            <Menu.Item color="koi" leftSection={<IconEraser size={16} stroke={1.7} />} onClick={onErase}>
              {t("erasure.menu")}
            </Menu.Item>
          </>
        )}
      </Menu.Dropdown>
    </Menu>
  );
}

/** Finds the other record of the same person, and makes it part of this one once somebody has read both names. */
export function MergeWith(props: Props) {
  const { t } = useTranslation();
  return (
    <Modal
      opened={props.opened}
      onClose={props.onClose}
      title={t("candidate.mergeTitle", { name: props.name })}
      size={460}
      closeButtonProps={{ "aria-label": t("act.close") }}
      returnFocus
    >
      {props.opened && <Inside {...props} />}
    </Modal>
  );
}
function Inside({ id, name, acts, onClose }: Props) {
  const { t } = useTranslation();
  const [chosen, setChosen] = useState<Card | null>(null);
  if (!chosen) return <Search id={id} onPick={setChosen} />;
  const other = nameOf(chosen) ?? t("people.noName");
  return (
    <>
      <p>{t("candidate.mergeSure", { other, name })}</p>
      {chosen.email && chosen.email !== other && <p className="meta">{chosen.email}</p>}
      <p className="law">{t("review.mergeLaw")}</p>
      <div className="row wrap" style={{ gap: 8, marginTop: 14 }}>
        <Button
          data-autofocus
          leftSection={<IconArrowsJoin size={16} stroke={1.7} />}
          loading={acts.merge.isPending}
          onClick={() => acts.merge.mutate(chosen.id, { onSuccess: onClose })}
        >
          {t("candidate.mergeDo")}
        </Button>
        <Button variant="default" onClick={() => setChosen(null)}>
          {t("candidate.mergeOther")}
        </Button>
      </div>
    </>
  );
}
function Search({ id, onPick }: { id: string; onPick: (card: Card) => void }) {
  const { t } = useTranslation();
  const [text, setText] = useState("");
  const [wanted] = useDebouncedValue(text.trim(), 60);
  const found = useQuery({
    queryKey: [...keys.people, "merge", wanted],
    queryFn: ({ signal }) => api.people({ q: wanted }, undefined, 8, signal),
    enabled: wanted.length >= 2,
    placeholderData: keepPreviousData,
  });
  const people = wanted.length >= 2 ? (found.data?.candidates ?? []).filter((c) => c.id !== id) : [];
  const first = people[0];
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        if (first) onPick(first);
      }}
    >
      <TextInput
        label={t("candidate.mergeFind")}
        value={text}
        maxLength={200}
        autoComplete="off"
        data-autofocus
        onChange={(event) => setText(event.currentTarget.value)}
      />
      <ul className="pick" aria-label={t("people.title")}>
        {people.map((card) => {
          const other = nameOf(card) ?? t("people.noName");
          return (
            <li key={card.id}>
              <button type="button" onClick={() => onPick(card)}>
                <Person name={other} size={30} />
                <span className="two grow">
                  <span className="cut">{other}</span>
                  <span className="meta cut">{[card.headline, card.email].filter(Boolean).join(" · ")}</span>
                </span>
              </button>
            </li>
          );
        })}
      </ul>
      <p className="meta" role="status">
        {found.isError ? t(reasonKey(found.error)) : wanted.length >= 2 && found.isSuccess && !first ? t("candidate.mergeNobody") : ""}
      </p>
    </form>
  );
}
const nameOf = (card: Card) => card.name ?? card.email;

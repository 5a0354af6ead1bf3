import { useDebouncedValue } from "@mantine/hooks";
import { IconCheck, IconFileImport, IconPlus } from "@tabler/icons-react";
import { keepPreviousData, useQuery, useQueryClient } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { useState, type ReactNode } from "react";
import { useTranslation } from "react-i18next";
import * as api from "@/api/calls";
import * as hiring from "@/api/hiring";
import { reasonKey } from "@/api/errors";
import type { Card } from "@/api/model";
import { keys, useMay } from "@/api/queries";
import { FindPopover } from "@/ui/hiring/FindPopover";
import { failed, whyNot } from "@/ui/hiring/failures";
import { Person } from "@/ui/parts";
import { toasts } from "@/ui/toast";

interface Props {
  jobId: string;
  stage?: string | undefined;
  /** Who stands in the job already. */
  inJob: { has: (id: string) => boolean };
  opened: boolean;
  onClose: () => void;
  target: ReactNode;
}
/** Finds people by name and puts them into the job, one after the other; new ones come from CVs or by hand. */
export function AddPeople({ jobId, stage, inJob, opened, onClose, target }: Props) {
  const { t } = useTranslation();
  const client = useQueryClient();
  const drops = useMay("drop_files");
  const [text, setText] = useState("");
  const [wanted] = useDebouncedValue(text.trim(), 80);
  const [added, setAdded] = useState<ReadonlySet<string>>(new Set());
  const found = useQuery({
    queryKey: [...keys.people, "add", wanted],
    queryFn: ({ signal }) => api.people(wanted ? { q: wanted } : {}, undefined, 8, signal),
    enabled: opened && wanted.length !== 1,
    placeholderData: keepPreviousData,
  });
  const isIn = (id: string) => added.has(id) || inJob.has(id);
  const people = found.data?.candidates ?? [];
  const put = async (person: Card) => {
    const name = person.name ?? t("people.noName");
    try {
      const done = await hiring.putInJob(jobId, [person.id], stage);
      const wrong = failed(done)[0];
      if (wrong) return toasts.failed(wrong.code === "Conflict" ? t("board.alreadyIn", { name }) : whyNot(t, wrong));
      setAdded((all) => new Set(all).add(person.id));
      toasts.done(t("board.added", { name }));
      void client.invalidateQueries({ queryKey: keys.board(jobId) });
      void client.invalidateQueries({ queryKey: keys.jobs });
      void client.invalidateQueries({ queryKey: keys.candidate(person.id) });
    } catch (error) {
      toasts.failed(t(reasonKey(error)));
    }
  };
  return (
    <FindPopover
      title={t("board.addTitle")}
      find={t("board.addFind")}
      text={text}
      onText={setText}
      onEnter={() => {
        const first = people.find((person) => !isIn(person.id));
        if (first && wanted === text.trim() && wanted.length >= 2) void put(first);
      }}
      opened={opened}
      onClose={onClose}
      target={target}
    >
      <ul className="pick">
        {people.map((person) => (
          <li key={person.id}>
            <button type="button" className="pick-person" disabled={isIn(person.id)} onClick={() => void put(person)}>
              <Person name={person.name} size={26} />
              <span className="two grow">
                <span className="cut">{person.name ?? t("people.noName")}</span>
                <span className="meta cut">{person.headline ?? person.email}</span>
              </span>
              {isIn(person.id) ? <IconCheck size={15} aria-label={t("board.isIn")} /> : <IconPlus size={15} aria-hidden="true" />}
            </button>
          </li>
        ))}
        {found.isSuccess && people.length === 0 && <li className="meta pick-none">{t("board.addNobody")}</li>}
      </ul>
      <div className="pick-foot">
        {drops && (
          <Link to="/drop" search={{ job: jobId }} className="link">
            <IconFileImport size={15} aria-hidden="true" /> {t("board.addDrop")}
          </Link>
        )}
        <Link to="/people/new" search={{ job: jobId }} className="link">
          <IconPlus size={15} aria-hidden="true" /> {t("people.addByHand")}
        </Link>
      </div>
    </FindPopover>
  );
}

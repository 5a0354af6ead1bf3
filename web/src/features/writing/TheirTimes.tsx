import { useTranslation } from "react-i18next";
import type { PreviewedMail } from "@/api/writing";
import { useFormat } from "@/i18n/format";
import { theirTimes, type TheirTime as Found } from "./theirs";

const MOST_LINES = 3;
const MOST_NAMES = 3;
/** What time it is where one person lives, in few words. */
export function TheirTime({ at, people: [one, another] }: { at: string; people: readonly PreviewedMail[] }) {
  const { t } = useTranslation();
  const { reader } = useFormat();
  const [found] = one && !another ? theirTimes([one], at, reader) : [];
  return found ? <span className={look(found)}>{t(`compose.there_${found.how}`, { time: found.time, day: found.day })}</span> : null;
}
const look = ({ how }: Pick<Found, "how">): string => (how === "open" ? "meta their-time" : "meta their-time ochre");

/** What time it is for the people a mail is for when it leaves, where their clocks show another than the reader's. */
export function TheirTimes({ at, people }: { at: string; people: readonly PreviewedMail[] }) {
  const { t } = useTranslation();
  const f = useFormat();
  const found = theirTimes(people, at, f.reader);
  const called = (names: (string | null)[]) => {
    const said = names.slice(0, MOST_NAMES).map((name) => name ?? t("people.noName"));
    const left = names.length - said.length;
    return f.list(left > 0 ? [...said, t("compose.theirsToo", { count: left })] : said);
  };
  const left = found.slice(MOST_LINES).reduce((sum, { names }) => sum + names.length, 0);
  return (
    <>
      {found.slice(0, MOST_LINES).map(({ names, time, day, told, how }) => (
        <span key={`${day} ${time} ${told}`} className={look({ how })}>
          {t(`compose.theirs_${how}`, { names: called(names), time, day, told: t(`mail.told_${told}`) })}
        </span>
      ))}
      {left > 0 && <span className="meta their-time">{t("compose.theirsMore", { count: left })}</span>}
    </>
  );
}

import { IconInbox, IconMailCheck } from "@tabler/icons-react";
import { useInfiniteQuery } from "@tanstack/react-query";
import { getRouteApi, Link, Outlet, useNavigate, useParams } from "@tanstack/react-router";
import { useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import type { Which } from "@/api/inbox";
import { useCounts, useMay } from "@/api/queries";
import { useFormat } from "@/i18n/format";
import { useKeys } from "@/ui/keys";
import { Header } from "@/ui/parts";
import { Empty, LoadFailed, Skeleton } from "@/ui/states";
import { NewMail } from "./NewMail";
import { threadsQuery } from "./queries";
import { ThreadList } from "./ThreadList";

const route = getRouteApi("/inbox");
const lists: Which[] = ["needs_answer", "mine", "unassigned", "all", "sent"];

/** The inbox that the team shares: the list, and beside it whatever conversation is open. */
export function InboxPage() {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const { list = "needs_answer" } = route.useSearch();
  const { thread } = useParams({ strict: false }) as { thread?: string };
  const query = useInfiniteQuery(threadsQuery(list));
  const threads = query.data?.pages.flatMap((page) => page.threads) ?? [];
  // What was answered leaves the list: the one that takes its place comes next.
  const writes = useMay("write_mails");
  const [writing, setWriting] = useState(false);
  const place = useRef(0);
  const found = threads.findIndex((one) => one.id === thread);
  if (found >= 0) place.current = found;
  const go = (by: number) => {
    const at = found >= 0 ? found + by : thread ? place.current + Math.min(by, 0) : 0;
    const next = threads[Math.max(0, Math.min(threads.length - 1, at))];
    if (!next) return false;
    void navigate({ to: "/inbox/$thread", params: { thread: next.id }, search: { list }, replace: Boolean(thread) });
    return true;
  };
  useKeys(
    {
      j: () => go(1),
      k: () => go(-1),
      Enter: () => (thread ? document.querySelector<HTMLElement>(".thread-scroll")?.focus() : go(0)),
      e: () => (writes && !thread ? setWriting(true) : false),
      Escape: () => (thread ? void navigate({ to: "/inbox", search: { list } }) : false),
    },
    { help: { j: "keys.next", k: "keys.previous", Enter: "keys.open", ...(writes && !thread ? { e: "inbox.write" } : {}) } },
  );
  return (
    <div className="inbox" data-open={thread ? true : undefined}>
      <div className="inbox-side">
        <Header title={t("inbox.title")} tabs={<Lists list={list} />}>
          {writes && <NewMail opened={writing} onOpen={setWriting} />}
        </Header>
        <div className="inbox-list scroll" tabIndex={0} role="region" aria-label={t("inbox.list")}>
          {query.isPending ? (
            <Skeleton rows={7} />
          ) : query.isError && threads.length === 0 ? (
            <LoadFailed error={query.error} retry={query.refetch} small />
          ) : threads.length === 0 ? (
            <Nothing list={list} />
          ) : (
            <ThreadList threads={threads} list={list} current={thread} more={query.hasNextPage ? () => void query.fetchNextPage() : null} />
          )}
        </div>
      </div>
      <Outlet />
    </div>
  );
}
function Lists({ list }: { list: Which }) {
  const { t } = useTranslation();
  const f = useFormat();
  const counts = useCounts().data?.inbox;
  const numbers: Partial<Record<Which, number | undefined>> = {
    needs_answer: counts?.needs_answer,
    mine: counts?.mine,
    unassigned: counts?.unassigned,
  };
  return (
    <nav className="views" aria-label={t("inbox.lists")}>
      {lists.map((one) => (
        <Link
          key={one}
          to="/inbox"
          search={one === "needs_answer" ? {} : { list: one }}
          data-on={one === list || undefined}
          aria-current={one === list ? "page" : undefined}
        >
          {t(`inbox.list_${one}`)}
          {numbers[one] ? <span className="num">{f.number(numbers[one])}</span> : null}
        </Link>
      ))}
    </nav>
  );
}
function Nothing({ list }: { list: Which }) {
  const { t } = useTranslation();
  return (
    <Empty
      title={t(`inbox.none_${list}`)}
      acts={
        list === "all" ? (
          <Link to="/people" className="link">
            {t("inbox.toPeople")}
          </Link>
        ) : (
          <Link to="/inbox" search={{ list: "all" }} className="link">
            {t("inbox.seeAll")}
          </Link>
        )
      }
    >
      {t(`inbox.empty_${list}`)}
    </Empty>
  );
}
/** Beside the list, while no conversation is open. */
export function NoThread() {
  const { t } = useTranslation();
  const counts = useCounts().data?.inbox;
  const open = counts?.needs_answer ?? 0;
  const Glyph = open ? IconInbox : IconMailCheck;
  return (
    <div className="thread thread-none">
      <Empty
        icon={<Glyph size={26} stroke={1.4} className="ink3" aria-hidden="true" />}
        title={counts ? t("inbox.waiting", { count: open }) : t("inbox.title")}
      >
        <span className="only-wide">{t("inbox.pick")}</span>
      </Empty>
    </div>
  );
}

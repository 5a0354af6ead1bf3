import { ActionIcon, Button } from "@mantine/core";
import { IconChevronDown, IconChevronUp, IconFileImport, IconRefresh, IconX } from "@tabler/icons-react";
import { useInfiniteQuery } from "@tanstack/react-query";
import { getRouteApi, Link, useNavigate } from "@tanstack/react-router";
import { useEffect, useRef } from "react";
import { useTranslation } from "react-i18next";
import type { ReviewCounts, ReviewKind } from "@/api/model";
import { toReview, useCounts } from "@/api/queries";
import { useFormat } from "@/i18n/format";
import { useKeys } from "@/ui/keys";
import { CameBack } from "@/ui/erasure/CameBack";
import { Header } from "@/ui/parts";
import { Empty, LoadFailed, Skeleton } from "@/ui/states";
import { caseOf, titleOf, whatOf, type Case } from "./cases";
import type { DetailProps } from "./detail";
import { Doubtful } from "./Doubtful";
import { Duplicate } from "./Duplicate";
import { Failed } from "./Failed";
import { HeldMail } from "./HeldMail";
import { LostMail } from "./LostMail";
import { reviewQuery, useReviewActs } from "./queries";
import { Update } from "./Update";

const route = getRouteApi("/review");
const kinds: ReviewKind[] = ["doubtful", "duplicate", "update", "failed", "mail", "received", "automatic"];
// Of mails there is often nothing: these lists stand there only while there is.
const seldom: ReviewKind[] = ["mail", "received", "automatic"];

export function ReviewPage() {
  const { t } = useTranslation();
  const f = useFormat();
  const search = route.useSearch();
  const counts = useCounts().data?.review;
  // Without a list in the address: the first in which something waits.
  const kind = search.kind ?? kinds.find((k) => k !== "automatic" && counts && counts[k] > 0) ?? "doubtful";
  const total = counts && toReview(counts);
  return (
    <>
      <Header
        title={t("review.title")}
        count={total === undefined ? undefined : f.number(total)}
        tabs={<Kinds counts={counts} kind={kind} />}
      />
      <Cases key={kind} kind={kind} wanted={search.item} count={counts?.[kind]} rest={total === 0} />
    </>
  );
}
function Cases({ kind, wanted, count, rest }: { kind: ReviewKind; wanted: string | undefined; count: number | undefined; rest: boolean }) {
  const { t } = useTranslation();
  const f = useFormat();
  const navigate = useNavigate();
  const list = useInfiniteQuery(reviewQuery(kind));
  const acts = useReviewActs();
  const items: Case[] = list.data?.pages.flatMap((page) => page.items.map(caseOf)) ?? [];
  const found = items.findIndex((i) => i.id === wanted);
  // What was decided leaves the list: the one that takes its place is shown next.
  const place = useRef(0);
  if (found >= 0) place.current = found;
  const at = found >= 0 ? found : Math.min(place.current, items.length - 1);
  const current = items[at];
  const go = (by: number) => {
    const next = items[at + by];
    if (next) void navigate({ to: "/review", search: { kind, item: next.id }, replace: true });
  };
  const { hasNextPage, fetchNextPage } = list;
  useEffect(() => {
    if (hasNextPage && at >= items.length - 5) void fetchNextPage();
  }, [hasNextPage, fetchNextPage, at, items.length]);
  useKeys({ j: () => go(1), k: () => go(-1) }, { help: { j: "keys.next", k: "keys.previous" } });
  if (list.isPending) return <Skeleton />;
  if (list.isError && items.length === 0) return <LoadFailed error={list.error} retry={list.refetch} />;
  if (!current) return <Nothing kind={kind} rest={rest} />;
  return (
    <div className="review" data-kind={kind}>
      <CameBack />
      <div className="review-list scroll" tabIndex={0} role="region" aria-label={t("review.list")}>
        <ul>
          {items.map((item) => (
            <li key={item.id}>
              <Link
                to="/review"
                search={{ kind, item: item.id }}
                replace
                data-on={item === current || undefined}
                aria-current={item === current ? "true" : undefined}
              >
                <span className="strong cut">{titleOf(t, item)}</span>
                <span className="ink2 cut">{whatOf(t, f.list, item)}</span>
                <span className="meta">{f.ago(item.at)}</span>
              </Link>
            </li>
          ))}
        </ul>
        {kind === "failed" && items.length > 1 && (
          <Button
            variant="subtle"
            size="xs"
            color="gray"
            className="quiet review-all"
            leftSection={<IconRefresh size={15} />}
            onClick={() => items.forEach((i) => acts.retry.mutate(i))}
          >
            {t("review.retryAll")}
          </Button>
        )}
        {kind === "automatic" && items.length > 1 && (
          <Button
            variant="subtle"
            size="xs"
            color="gray"
            className="quiet review-all"
            leftSection={<IconX size={15} />}
            loading={acts.aside.isPending}
            onClick={() => acts.aside.mutate(kind)}
          >
            {t("review.asideAll")}
          </Button>
        )}
      </div>
      <Detail key={current.id} item={current} acts={acts} onLater={() => go(at < items.length - 1 ? 1 : -at)}>
        <span className="meta num">{t("review.position", { at: at + 1, of: Math.max(count ?? 0, items.length) })}</span>
        <ActionIcon aria-label={t("review.previous")} disabled={at === 0} onClick={() => go(-1)}>
          <IconChevronUp size={16} />
        </ActionIcon>
        <ActionIcon aria-label={t("review.next")} disabled={at >= items.length - 1} onClick={() => go(1)}>
          <IconChevronDown size={16} />
        </ActionIcon>
      </Detail>
    </div>
  );
}
function Nothing({ kind, rest }: { kind: ReviewKind; rest: boolean }) {
  const { t } = useTranslation();
  return (
    <Empty
      title={t(rest && kind !== "automatic" ? "review.emptyTitle" : `review.none_${kind}`)}
      acts={
        <Button component={Link} to="/drop" variant="default" leftSection={<IconFileImport size={16} />}>
          {t("nav.drop")}
        </Button>
      }
    >
      {t(kind === "automatic" ? "review.automaticEmpty" : "review.empty")}
    </Empty>
  );
}
function Detail(props: DetailProps) {
  const Kind = {
    failed: Failed,
    doubtful: Doubtful,
    duplicate: Duplicate,
    update: Update,
    mail: LostMail,
    received: HeldMail,
    automatic: HeldMail,
  }[props.item.kind];
  return <Kind {...props} />;
}
function Kinds({ counts, kind }: { counts: ReviewCounts | undefined; kind: ReviewKind }) {
  const { t } = useTranslation();
  const f = useFormat();
  return (
    <nav className="views" aria-label={t("review.lists")}>
      {kinds
        .filter((one) => !seldom.includes(one) || kind === one || (counts?.[one] ?? 0) > 0)
        .map((one) => (
          <Link
            key={one}
            to="/review"
            search={{ kind: one }}
            data-on={kind === one || undefined}
            aria-current={kind === one ? "page" : undefined}
          >
            {t(`review.tab_${one}`)}
            {counts && <span className="num">{f.number(counts[one])}</span>}
          </Link>
        ))}
    </nav>
  );
}

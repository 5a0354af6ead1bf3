import { Button } from "@mantine/core";
import { IconX } from "@tabler/icons-react";
import { useInfiniteQuery } from "@tanstack/react-query";
import { Link, useNavigate } from "@tanstack/react-router";
import { useEffect, useRef } from "react";
import { useTranslation } from "react-i18next";
import { behindQuery, type Opened, type VariantKey, type Behind } from "@/api/experiments";
import { useFormat } from "@/i18n/format";
import { OneOf } from "@/ui/OneOf";
import { LoadFailed, Skeleton } from "@/ui/states";

const whiches: Behind[] = ["hits", "counted", "waiting", "left_out"];

/** The people behind one number: who they are, when their mail left, what they did. */
export function PeopleBehind({ opened, variant, which }: { opened: Opened; variant: VariantKey; which: Behind }) {
  const { t } = useTranslation();
  const f = useFormat();
  const navigate = useNavigate();
  const { id, plan } = opened.experiment;
  const held = useInfiniteQuery(behindQuery(id, variant, which));
  const people = held.data?.pages.flatMap((page) => page.people) ?? [];
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), [variant, which]);
  const show = (search: { variant?: VariantKey; which?: Behind }) =>
    void navigate({ to: "/experiments/$id", params: { id }, search, replace: true, resetScroll: false });
  return (
    <section className="exp-people" aria-labelledby="exp-people">
      <div className="row">
        <h2 id="exp-people" ref={heading} tabIndex={-1} className="grow">
          {t("experiments.variant", { letter: variant.toUpperCase() })} · {t(`experiments.which_${which}`, { context: plan.metric })}
        </h2>
        <button type="button" className="icon-button" aria-label={t("act.close")} title={t("act.close")} onClick={() => show({})}>
          <IconX size={16} aria-hidden="true" />
        </button>
      </div>
      <div className="row wrap" role="group" aria-label={t("experiments.which")}>
        <OneOf
          of={whiches}
          chosen={which}
          label={(one) => t(`experiments.which_${one}`, { context: plan.metric })}
          onPick={(one) => show({ variant, which: one })}
        />
      </div>
      {held.isPending ? (
        <Skeleton rows={3} />
      ) : held.isError ? (
        <LoadFailed error={held.error} retry={held.refetch} small />
      ) : people.length === 0 ? (
        <p className="ink2">{t("experiments.nobody")}</p>
      ) : (
        <ul>
          {people.map((one) => (
            <li key={`${one.candidate_id} ${one.message_key}`} className="exp-person">
              <Link to="/people/$id" params={{ id: one.candidate_id }} search={{ tab: "timeline" }} className="strong grow cut">
                {one.name ?? t("people.noName")}
              </Link>
              {one.left_out && <span className="meta">{t(`experiments.out_${one.left_out}`)}</span>}
              {one.converted_at && (
                <span className="meta num" title={f.full(one.converted_at)}>
                  {t(`experiments.did_${plan.metric}`, { when: f.ago(one.converted_at) })}
                </span>
              )}
              <span className="meta num" title={f.full(one.sent_at)}>
                {t("experiments.gotIt", { when: f.ago(one.sent_at) })}
              </span>
            </li>
          ))}
        </ul>
      )}
      {held.hasNextPage && (
        <Button variant="default" loading={held.isFetchingNextPage} onClick={() => void held.fetchNextPage()}>
          {t("act.more")}
        </Button>
      )}
    </section>
  );
}

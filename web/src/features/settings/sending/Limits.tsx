import { Button, Checkbox, NativeSelect, NumberInput } from "@mantine/core";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { isStatus, reasonKey } from "@/api/errors";
import type { Sending, SendingRules } from "@/api/model";
import * as api from "@/api/sending";
import { useFormat, weekday } from "@/i18n/format";
import { toasts } from "@/ui/toast";
import { useKeptDraft } from "@/ui/useKeptDraft";
import { Apart } from "./Apart";
import { sendingQuery } from "./queries";
import { warmUp } from "./rates";

const MONDAY = Date.UTC(2024, 0, 1, 12);

/** Warm-up, frequency and hours of what nobody asked for. */
export function Limits({ seen, manages, reload }: { seen: Sending; manages: boolean; reload: () => Promise<unknown> }) {
  const { t } = useTranslation();
  const f = useFormat();
  const client = useQueryClient();
  const kept = useKeptDraft("sending.rules", seen.rules, seen.version);
  const { value: rules, set: setRules, changed: dirty, behind: stale } = kept;
  const save = useMutation({
    mutationFn: (wanted: { version: number; rules: SendingRules }) => api.saveRules(wanted.version, wanted.rules),
    onSuccess: (saved) => {
      const before = seen.rules;
      client.setQueryData(sendingQuery.queryKey, saved);
      kept.takeBack();
      toasts.done(t("sending.saved"), () =>
        api.saveRules(saved.version, before).then((back) => client.setQueryData(sendingQuery.queryKey, back)),
      );
    },
    onError: (error) => {
      if (!isStatus(error, 412)) return toasts.failed(t(reasonKey(error)));
      void reload();
    },
  });
  const { warm_up, frequency, hours } = rules;
  const wrong = hours.from_hour >= hours.to_hour ? t("sending.backwards") : hours.days.length === 0 ? t("sending.noDay") : "";
  const number = (label: string, value: number, min: number, max: number, put: (value: number) => SendingRules) => (
    <NumberInput
      label={label}
      value={value}
      min={min}
      max={max}
      clampBehavior="blur"
      allowDecimal={false}
      disabled={!manages}
      onChange={(next) => typeof next === "number" && setRules(put(next))}
    />
  );
  const warm = (part: Partial<SendingRules["warm_up"]>) => ({ ...rules, warm_up: { ...warm_up, ...part } });
  const often = (part: Partial<SendingRules["frequency"]>) => ({ ...rules, frequency: { ...frequency, ...part } });
  const when = (part: Partial<SendingRules["hours"]>) => ({ ...rules, hours: { ...hours, ...part } });
  return (
    <form
      aria-labelledby="sending-rules"
      className="sending-limits"
      onSubmit={(event) => {
        event.preventDefault();
        save.mutate({ version: kept.base, rules });
      }}
    >
      <h2 id="sending-rules">{t("sending.rules")}</h2>
      {stale && (
        <section className="conflict" role="alert">
          <p>{t("sending.stale")}</p>
          <Button size="xs" onClick={kept.takeBack}>
            {t("sending.theirs")}
          </Button>
        </section>
      )}
      <fieldset>
        <legend>{t("sending.warm")}</legend>
        <p className="meta">{t("sending.warmWhy")}</p>
        <div className="sending-three">
          {number(t("sending.first"), warm_up.first, 1, 100_000, (first) => warm({ first }))}
          {number(t("sending.growth"), warm_up.growth, 0, 300, (growth) => warm({ growth }))}
          {number(t("sending.most"), warm_up.most, 1, 1_000_000, (most) => warm({ most }))}
        </div>
        <p className="meta">
          {t("sending.plan", {
            plan: warmUp(warm_up)
              .map((n) => f.number(n))
              .join(" · "),
          })}
        </p>
      </fieldset>
      <fieldset>
        <legend>{t("sending.frequency")}</legend>
        <p className="meta">{t("sending.frequencyWhy")}</p>
        <div className="sending-three">
          {number(t("sending.mails"), frequency.mails, 1, 20, (mails) => often({ mails }))}
          {number(t("sending.days"), frequency.days, 1, 90, (days) => often({ days }))}
        </div>
      </fieldset>
      <fieldset>
        <legend>{t("sending.hours")}</legend>
        <p className="meta">{t("sending.hoursWhy")}</p>
        <div className="row wrap" role="group" aria-label={t("sending.day")}>
          {Array.from({ length: 7 }, (_, day) => (
            <Checkbox
              key={day}
              label={weekday(new Date(MONDAY + day * 86_400_000), { ...f.reader, zone: "UTC" })}
              checked={hours.days.includes(day)}
              disabled={!manages}
              onChange={(event) =>
                setRules(when({ days: event.currentTarget.checked ? [...hours.days, day].sort() : hours.days.filter((d) => d !== day) }))
              }
            />
          ))}
        </div>
        <div className="sending-three">
          {number(t("sending.from"), hours.from_hour, 0, 23, (from_hour) => when({ from_hour }))}
          {number(t("sending.to"), hours.to_hour, 1, 24, (to_hour) => when({ to_hour }))}
          <NativeSelect
            label={t("sending.zone")}
            value={hours.zone}
            disabled={!manages}
            data={[...new Set([hours.zone, ...Intl.supportedValuesOf("timeZone")])].map((value) => ({
              value,
              label: value.replaceAll("_", " "),
            }))}
            onChange={(event) => setRules(when({ zone: event.currentTarget.value }))}
          />
        </div>
        {wrong ? (
          <p className="koi" role="alert">
            {wrong}
          </p>
        ) : (
          <Apart hours={hours} dirty={JSON.stringify(hours) !== JSON.stringify(seen.rules.hours)} />
        )}
      </fieldset>
      {manages && (
        <div className="row wrap">
          <Button type="submit" disabled={!dirty || stale || wrong !== ""} loading={save.isPending}>
            {t("act.save")}
          </Button>
          {dirty && (
            <Button variant="subtle" color="gray" className="quiet" onClick={kept.takeBack}>
              {t("act.discard")}
            </Button>
          )}
        </div>
      )}
    </form>
  );
}

import { Checkbox, NativeSelect, Radio, SegmentedControl, useMantineColorScheme, type MantineColorScheme } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { config } from "@/api/config";
import type { Me, OwnSettings, Relation } from "@/api/model";
import { useMay, useMe } from "@/api/queries";
import { spokenTime, useFormat } from "@/i18n/format";
import { LanguageSwitch } from "@/ui/LanguageSwitch";
import { LoadFailed, Skeleton } from "@/ui/states";
import { useSaveMe } from "./queries";
import { SettingsFrame } from "./SettingsFrame";
import { SignatureField } from "./SignatureField";

export function PreferencesPage() {
  const { t } = useTranslation();
  const me = useMe();
  const save = useSaveMe();
  const drops = useMay("drop_files");
  const writes = useMay("write_mails");
  const { colorScheme, setColorScheme } = useMantineColorScheme();
  const zones = Intl.supportedValuesOf("timeZone");
  return (
    <SettingsFrame title={t("settings.preferences")}>
      {me.isPending ? (
        <Skeleton rows={4} shape="field" />
      ) : me.isError ? (
        <LoadFailed error={me.error} retry={me.refetch} />
      ) : (
        <div className="prefs">
          <section>
            <h2>{me.data.member.name}</h2>
            <p className="meta">
              {me.data.member.email} · {t(`role.${me.data.member.role}`)} · {me.data.workspace.name}
            </p>
          </section>
          <section>
            <h2>{t("settings.language")}</h2>
            <LanguageSwitch onChange={(language) => save({ language })} />
          </section>
          <section>
            <h2>{t("settings.scheme")}</h2>
            <SegmentedControl
              aria-label={t("settings.scheme")}
              value={colorScheme}
              onChange={(value) => setColorScheme(value as MantineColorScheme)}
              data={(["light", "dark", "auto"] as const).map((value) => ({ value, label: t(`settings.${value}`) }))}
            />
          </section>
          <section>
            <NativeSelect
              label={t("settings.zone")}
              description={t("settings.zoneWhy")}
              value={me.data.member.timezone}
              onChange={(event) => save({ timezone: event.currentTarget.value })}
              data={[...new Set([me.data.member.timezone, ...zones])].map((value) => ({ value, label: value.replaceAll("_", " ") }))}
            />
          </section>
          <Digest member={me.data.member} onSave={save} />
          {writes && <SignatureField signature={me.data.member.signature} onSave={save} />}
          {drops && (
            <section>
              <Radio.Group
                label={t("settings.drop")}
                description={t("settings.dropWhy")}
                value={me.data.member.drop_default ?? ""}
                onChange={(value) => save({ drop_default: value as Relation })}
              >
                <div className="choices">
                  {(["applied", "found"] as const).map((value) => (
                    <div className="choice" key={value} data-on={me.data.member.drop_default === value || undefined}>
                      <Radio value={value} label={t(`relation.${value}They`)} />
                    </div>
                  ))}
                </div>
              </Radio.Group>
            </section>
          )}
          <p className="meta">{t("settings.version", { version: config().version })}</p>
        </div>
      )}
    </SettingsFrame>
  );
}
/** What Vivier writes to the member: once a day at most, but for what they ask for. */
function Digest({ member, onSave }: { member: Me["member"]; onSave: (wanted: OwnSettings) => void }) {
  const { t } = useTranslation();
  const f = useFormat();
  const tasks = useMay("do_tasks");
  const at = (hour: number) => spokenTime(new Date(Date.UTC(2000, 0, 1, hour)), { ...f.reader, zone: "UTC" });
  return (
    <section>
      <h2>{t("digest.mails")}</h2>
      <NativeSelect
        label={t("digest.title")}
        description={t("digest.why")}
        value={member.digest_hour ?? ""}
        onChange={(event) => onSave({ digest_hour: event.currentTarget.value === "" ? null : Number(event.currentTarget.value) })}
        data={[
          { value: "", label: t("digest.none") },
          ...Array.from({ length: 24 }, (_, hour) => ({ value: String(hour), label: t("digest.at", { time: at(hour) }) })),
        ]}
      />
      {tasks && (
        <Checkbox
          label={t("digest.tasks")}
          description={t("digest.tasksWhy")}
          checked={member.task_mails}
          onChange={(event) => onSave({ task_mails: event.currentTarget.checked })}
        />
      )}
    </section>
  );
}

import { NativeSelect, Radio, SegmentedControl, useMantineColorScheme, type MantineColorScheme } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { config } from "@/api/config";
import type { Relation } from "@/api/model";
import { useMay, useMe } from "@/api/queries";
import { LanguageSwitch } from "@/ui/LanguageSwitch";
import { LoadFailed, Skeleton } from "@/ui/states";
import { useSaveMe } from "./queries";
import { SettingsFrame } from "./SettingsFrame";

export function PreferencesPage() {
  const { t } = useTranslation();
  const me = useMe();
  const save = useSaveMe();
  const drops = useMay("drop_files");
  const { colorScheme, setColorScheme } = useMantineColorScheme();
  const zones = Intl.supportedValuesOf("timeZone");
  return (
    <SettingsFrame>
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
            <LanguageSwitch onChange={(language) => save.mutate({ language })} />
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
              onChange={(event) => save.mutate({ timezone: event.currentTarget.value })}
              data={[...new Set([me.data.member.timezone, ...zones])].map((value) => ({ value, label: value.replaceAll("_", " ") }))}
            />
          </section>
          {drops && (
            <section>
              <Radio.Group
                label={t("settings.drop")}
                description={t("settings.dropWhy")}
                value={me.data.member.drop_default ?? ""}
                onChange={(value) => save.mutate({ drop_default: value as Relation })}
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

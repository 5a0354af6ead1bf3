import { useMemo } from "react";
import { useTranslation } from "react-i18next";
import type { Kind } from "@/api/interviews";
import { clock, spokenTime, useFormat, type Reader } from "@/i18n/format";
import { endOf } from "./moments";

const inWords = (reader: Reader) => (reader.language === "fr" ? "fr-FR" : "en-GB");
function dayName(at: string | Date, reader: Reader, length: "long" | "short"): string {
  const date = new Date(at);
  const year = (of: Date) => new Intl.DateTimeFormat("en-CA", { timeZone: reader.zone, year: "numeric" }).format(of);
  return new Intl.DateTimeFormat(inWords(reader), {
    timeZone: reader.zone,
    weekday: length,
    day: "numeric",
    month: length,
    ...(year(date) === year(new Date()) ? {} : { year: "numeric" }),
  }).format(date);
}
/** heure d’Europe centrale, Central European Time. */
function zoneName(zone: string, reader: Reader): string {
  const parts = new Intl.DateTimeFormat(inWords(reader), { timeZone: zone, timeZoneName: "longGeneric" }).formatToParts(new Date());
  return parts.find((part) => part.type === "timeZoneName")?.value ?? zone;
}
/** How days, hours and zones of interviews are said, to who reads. */
export function useMeetingWords() {
  const { t } = useTranslation();
  const { reader } = useFormat();
  return useMemo(() => {
    const within = (zone: string): Reader => ({ ...reader, zone });
    return {
      kind: (kind: Kind) => t(`meet.kind_${kind}`),
      /** jeudi 27 novembre */
      day: (at: string | Date, zone = reader.zone) => dayName(at, within(zone), "long"),
      /** jeu. 27 nov. */
      shortDay: (at: string | Date, zone = reader.zone) => dayName(at, within(zone), "short"),
      /** 10:00 – 10:45 */
      hours: (at: string, minutes: number) => `${clock(at, reader)} – ${clock(endOf(at, minutes), reader)}`,
      /** jeudi 27 novembre, 10 h */
      moment: (at: string, zone = reader.zone) => `${dayName(at, within(zone), "long")}, ${spokenTime(at, within(zone))}`,
      shortMoment: (at: string, zone = reader.zone) => `${dayName(at, within(zone), "short")}, ${spokenTime(at, within(zone))}`,
      zone: (zone: string) => zoneName(zone, reader),
      /** The same moment by a clock elsewhere; null when that clock says the same. */
      theirs: (at: string, zone: string): string | null => {
        const [here, there] = [reader, within(zone)].map((one) => `${dayName(at, one, "short")}, ${spokenTime(at, one)}`);
        return here === there ? null : `${there} (${zoneName(zone, reader)})`;
      },
      reader,
    };
  }, [t, reader]);
}
export type MeetingWords = ReturnType<typeof useMeetingWords>;

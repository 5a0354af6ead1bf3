import { Button } from "@mantine/core";
import { IconCloudOff, IconRefresh } from "@tabler/icons-react";
import { useEffect, useState, type ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { reasonKey } from "@/api/errors";

/** Nothing for 150 ms, then the shape of what comes. */
export function useLate(waiting: boolean, ms = 150): boolean {
  const [late, setLate] = useState(false);
  useEffect(() => {
    if (!waiting) return setLate(false);
    const timer = setTimeout(() => setLate(true), ms);
    return () => clearTimeout(timer);
  }, [waiting, ms]);
  return waiting && late;
}
export function Skeleton({ rows = 8, shape = "row" }: { rows?: number; shape?: "row" | "field" }) {
  const { t } = useTranslation();
  const late = useLate(true);
  return (
    <div className="skel" role="status" aria-label={t("state.loading")} data-shape={shape}>
      {late &&
        Array.from({ length: rows }, (_, i) => (
          <div className="skel-row" key={i} aria-hidden="true">
            {shape === "row" && <i className="skel-dot" />}
            <div>
              <i style={{ width: `${38 + ((i * 17) % 30)}%` }} />
              <i style={{ width: `${52 + ((i * 23) % 36)}%` }} />
            </div>
          </div>
        ))}
    </div>
  );
}
/** `page`: it is all there is, so its line is the title of the page. */
export function Empty({
  title,
  children,
  acts,
  icon,
  page = false,
}: {
  title: ReactNode;
  children?: ReactNode;
  acts?: ReactNode;
  icon?: ReactNode;
  page?: boolean;
}) {
  const Title = page ? "h1" : "h2";
  return (
    <div className="empty">
      {icon}
      <Title className="serif">{title}</Title>
      {children && <p className="ink2">{children}</p>}
      {acts && <div className="row wrap empty-acts">{acts}</div>}
    </div>
  );
}
/** What could not be loaded, in words, and the way to try again. */
export function LoadFailed({
  error,
  retry,
  small,
  page = false,
}: {
  error: unknown;
  retry?: (() => unknown) | undefined;
  small?: boolean;
  page?: boolean;
}) {
  const { t } = useTranslation();
  const Title = page ? "h1" : "h2";
  return (
    <div className="empty" role="alert" data-small={small || undefined}>
      <IconCloudOff size={22} stroke={1.5} className="ink3" aria-hidden="true" />
      <Title className="serif">{t("state.failedTitle")}</Title>
      <p className="ink2">{t(reasonKey(error))}</p>
      {retry && (
        <Button variant="default" leftSection={<IconRefresh size={16} stroke={1.7} />} onClick={() => void retry()}>
          {t("act.retry")}
        </Button>
      )}
    </div>
  );
}

import { Link } from "@tanstack/react-router";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { Header } from "@/ui/parts";

/** Every page of experiments: its title, and the way back to all of them. */
export function Frame({
  title,
  count,
  acts,
  children,
  all = false,
}: {
  title: string;
  count?: string;
  acts?: ReactNode;
  children: ReactNode;
  all?: boolean;
}) {
  const { t } = useTranslation();
  return (
    <>
      <Header title={title} count={count}>
        {acts}
      </Header>
      <div className="page scroll experiments" tabIndex={0} role="region" aria-label={t("experiments.title")}>
        {!all && (
          <p>
            <Link to="/experiments" className="link">
              {t("experiments.back")}
            </Link>
          </p>
        )}
        {children}
      </div>
    </>
  );
}

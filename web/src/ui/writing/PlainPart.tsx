import { Button, Textarea } from "@mantine/core";
import { useTranslation } from "react-i18next";

interface Props {
  /** What is written apart; null: it is made from the text. */
  plain: string | null;
  /** As it is made from the text, to begin with. */
  source: string;
  error?: string | undefined;
  onPlain: (plain: string | null) => void;
}
/** The plain-text part: made from the text, until somebody writes it apart. */
export function PlainPart({ plain, source, error, onPlain }: Props) {
  const { t } = useTranslation();
  if (plain === null)
    return (
      <Button size="xs" variant="default" className="plain-act" onClick={() => onPlain(source)}>
        {t("compose.plainWrite")}
      </Button>
    );
  return (
    <>
      <Textarea
        label={t("compose.plainOwn")}
        description={t("compose.plainOwnWhy")}
        autosize
        autoFocus
        minRows={4}
        maxRows={14}
        maxLength={20_000}
        value={plain}
        error={error}
        onChange={(event) => onPlain(event.currentTarget.value)}
      />
      <Button size="xs" variant="default" className="plain-act" onClick={() => onPlain(null)}>
        {t("compose.plainMade")}
      </Button>
    </>
  );
}

import { useEffect, useRef, useState } from "react";
import { useTranslation } from "react-i18next";

// Links open beside, whatever they say: the frame itself goes nowhere. A mail without a look of its own gets a plain one.
const AROUND =
  '<base target="_blank"><meta name="referrer" content="no-referrer">' +
  "<style>:where(body){font:14px/22px system-ui,sans-serif;overflow-wrap:anywhere}</style>";

/** The exact HTML of a mail, in a frame that runs nothing and fetches nothing. */
export function MailFrame({ html, title }: { html: string; title: string }) {
  const { t } = useTranslation();
  const frame = useRef<HTMLIFrameElement>(null);
  const [height, setHeight] = useState(220);
  // No script runs inside and the origin is not shared, so the height is guessed from the text.
  useEffect(() => {
    const width = frame.current?.clientWidth ?? 480;
    const perLine = Math.max(28, width / 7.4);
    const lines = html
      .replace(/<style[\s\S]*?<\/style>/g, "")
      .split(/<\/p>|<br\s*\/?>|<\/h\d>|<\/li>/)
      .map((part) => Math.ceil(part.replace(/<[^>]+>/g, "").trim().length / perLine));
    setHeight(Math.min(640, 40 + lines.reduce((sum, n) => sum + n * 22.5 + 15, 0)));
  }, [html]);
  return (
    <iframe
      ref={frame}
      className="mail-frame"
      sandbox="allow-popups allow-popups-to-escape-sandbox"
      referrerPolicy="no-referrer"
      srcDoc={AROUND + html}
      title={t("mail.frame", { subject: title })}
      style={{ height }}
    />
  );
}

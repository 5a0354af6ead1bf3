import "@fontsource-variable/hanken-grotesk/wght.css";
import "@fontsource-variable/newsreader/wght.css";
import "./ui/css/mantine.css";
import "./ui/css/base.css";
import "./ui/css/shell.css";
import "./ui/css/door.css";
import "./ui/css/narrow.css";
import "./ui/css/parts.css";
import "./ui/css/bulk.css";
import "./ui/css/toasts.css";
import "./ui/css/tasks.css";
import { createRoot } from "react-dom/client";
import { App } from "./app/App";
import { Broken } from "./app/Broken";
import { loadConfig } from "./api/config";
import { resume } from "./features/session/oidc";
import { startI18n } from "./i18n";

const root = createRoot(document.getElementById("root") as HTMLElement);

try {
  await Promise.all([startI18n(), loadConfig()]);
  await resume();
  root.render(<App />);
} catch (error) {
  root.render(<Broken error={error} />);
}

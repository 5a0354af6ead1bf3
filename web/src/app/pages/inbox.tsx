import { createLazyRoute } from "@tanstack/react-router";
import { Composer } from "@/app/Compose";
import { InboxPage, NoThread } from "@/features/inbox/InboxPage";
import { ThreadPage } from "@/features/inbox/ThreadPage";
import { saying } from "@/i18n";
import { Allowed } from "@/ui/Allowed";
import { later } from "@/ui/later";
import "@/ui/css/candidate.css";
import "@/ui/css/timeline.css";
import "@/ui/css/hiring.css";
import "@/ui/css/inbox.css";

function Page() {
  return (
    <Allowed to="see_people">
      <InboxPage />
    </Allowed>
  );
}
export const Route = createLazyRoute("/inbox")({ component: Page });
export const NoneRoute = createLazyRoute("/inbox/")({ component: NoThread });
const Why = later(() => saying(import("@/features/candidate/Why"), "events", "sequences", "sending").then((m) => m.Why));
const Thread = () => <ThreadPage Composer={Composer} Why={Why} />;
export const ThreadRoute = createLazyRoute("/inbox/$thread")({ component: Thread });

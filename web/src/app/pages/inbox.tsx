import { createLazyRoute } from "@tanstack/react-router";
import { Composer } from "@/app/Compose";
import { InboxPage, NoThread } from "@/features/inbox/InboxPage";
import { ThreadPage } from "@/features/inbox/ThreadPage";
import { Allowed } from "@/ui/Allowed";
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
const Thread = () => <ThreadPage Composer={Composer} />;
export const ThreadRoute = createLazyRoute("/inbox/$thread")({ component: Thread });

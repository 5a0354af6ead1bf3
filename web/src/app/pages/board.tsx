import { createLazyRoute } from "@tanstack/react-router";
import { BoardPage } from "@/features/board/BoardPage";
import { Allowed } from "@/ui/Allowed";
import "@/ui/css/hiring.css";
import "@/ui/css/board.css";

function Page() {
  return (
    <Allowed to="see_jobs">
      <BoardPage />
    </Allowed>
  );
}
export const Route = createLazyRoute("/jobs/$id")({ component: Page });

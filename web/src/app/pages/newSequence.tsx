import { createLazyRoute } from "@tanstack/react-router";
import { NewSequencePage } from "@/features/sequences/NewSequencePage";
import { Allowed } from "@/ui/Allowed";
import "@/ui/css/jobs.css";
import "@/ui/css/sequences.css";
import "@/ui/css/sequencesList.css";
import "@/ui/css/sequencePicture.css";

function Page() {
  return (
    <Allowed to="run_sequences">
      <NewSequencePage />
    </Allowed>
  );
}
export const Route = createLazyRoute("/sequences/new")({ component: Page });

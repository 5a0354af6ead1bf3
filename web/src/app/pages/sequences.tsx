import { createLazyRoute } from "@tanstack/react-router";
import { SequencesPage } from "@/features/sequences/SequencesPage";
import { Allowed } from "@/ui/Allowed";
import "@/ui/css/people.css";
import "@/ui/css/listing.css";
import "@/ui/css/sequences.css";
import "@/ui/css/sequencesList.css";

function Page() {
  return (
    <Allowed to="see_people">
      <SequencesPage />
    </Allowed>
  );
}
export const Route = createLazyRoute("/sequences")({ component: Page });

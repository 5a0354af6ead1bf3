import { useRouter } from "@tanstack/react-router";
import { useEffect, useRef, useState } from "react";
import { later } from "@/ui/later";
import { Skeleton } from "@/ui/states";
import { finishSignIn } from "./oidc";

const SignIn = later(() => import("./SignIn").then((m) => m.SignIn));

/** Where the hosted login comes back to. */
export function Callback() {
  const router = useRouter();
  const [failed, setFailed] = useState(false);
  const begun = useRef(false);
  useEffect(() => {
    if (begun.current) return;
    begun.current = true;
    finishSignIn().then(
      (back) => router.history.replace(back),
      () => setFailed(true),
    );
  }, [router]);
  return failed ? <SignIn failed back="/people" /> : <Skeleton rows={4} />;
}

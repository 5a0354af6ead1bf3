import { OidcClient, UserManager, WebStorageStateStore, type User, type UserManagerSettings } from "oidc-client-ts";
import { lendToken } from "@/api/client";
import { config } from "@/api/config";
import { drafts } from "@/ui/drafts";
import { SessionStore } from "./store";

/** `expired`: there was a session and it could not be renewed; what is on screen stays until the person signs in again. */
export type SessionState = "unknown" | "out" | "in" | "expired";
let state: SessionState = "unknown";
const listeners = new Set<() => void>();
function become(next: SessionState): void {
  state = next;
  for (const tell of listeners) tell();
}
export const session = {
  subscribe: (listener: () => void) => {
    listeners.add(listener);
    return () => listeners.delete(listener);
  },
  state: () => state,
};

function settings(): UserManagerSettings {
  const c = config();
  return {
    authority: c.authority,
    client_id: c.client_id,
    // Explicit: the discovery document would be one more request, from another origin.
    metadata: { issuer: c.authority, authorization_endpoint: c.authorize_url, token_endpoint: c.token_url },
    redirect_uri: `${location.origin}/signed-in`,
    response_type: "code",
    scope: "openid email profile",
    loadUserInfo: false,
    automaticSilentRenew: true,
    accessTokenExpiringNotificationTimeInSeconds: 120,
    validateSubOnSilentRenew: true,
    userStore: new SessionStore(),
    stateStore: new WebStorageStateStore({ store: sessionStorage }),
  };
}
let manager: UserManager | undefined;
const users = (): UserManager => (manager ??= new UserManager(settings()));

let renewing: Promise<string | null> | undefined;
/** One renewal at a time: a refresh token may be good for one use only. */
function renew(): Promise<string | null> {
  renewing ??= users()
    .signinSilent()
    .then((user) => user?.access_token ?? null)
    .catch(() => null)
    .then((token) => {
      if (!token && state === "in") become("expired");
      return token;
    })
    .finally(() => {
      renewing = undefined;
    });
  return renewing;
}
async function token(): Promise<string | null> {
  const user = await users().getUser();
  if (!user) return null;
  return user.expired || !user.access_token ? renew() : user.access_token;
}

/** Takes the session up where the tab left it. */
export async function resume(): Promise<void> {
  lendToken({ token, renew });
  const user = await users().getUser();
  if (!user?.refresh_token && !user?.access_token) return become("out");
  const usable = user.expired || !user.access_token ? await renew() : user.access_token;
  if (!usable) await users().removeUser();
  become(usable ? "in" : "out");
}
/** Leaves for the hosted login; `back` is the address that the person wanted. */
export const signIn = (back: string) => users().signinRedirect({ state: { back } });

/** The persona picker fills the same hosted login's form in; it is given the address the login would have had. */
export async function signInAsPersona(back: string): Promise<void> {
  const local = config().local;
  if (!local) return;
  const request = await new OidcClient(settings()).createSigninRequest({ state: { back }, request_type: "si:r" });
  location.assign(`${local.personas_url}${local.personas_url.includes("?") ? "&" : "?"}continue=${encodeURIComponent(request.url)}`);
}
/** Ends the detour; returns the address to go back to. */
export async function finishSignIn(): Promise<string> {
  const user: User = await users()
    .signinCallback()
    .then((found) => found ?? Promise.reject(new Error("no user")));
  become("in");
  const back = (user.state as { back?: unknown } | undefined)?.back;
  return typeof back === "string" && back.startsWith("/") && !back.startsWith("//") ? back : "/people";
}
export async function signOut(): Promise<void> {
  drafts.clear();
  const c = config();
  await users().removeUser();
  const leave = new URL(c.logout_url, location.origin);
  leave.searchParams.set("client_id", c.client_id);
  leave.searchParams.set("logout_uri", `${location.origin}/`);
  location.assign(leave);
}

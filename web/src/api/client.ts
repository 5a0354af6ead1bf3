import createClient, { type Client } from "openapi-fetch";
import { config } from "./config";
import { errorFrom, Unreachable } from "./errors";
import type { Whole } from "./model";
import { once } from "./once";
import type { paths } from "./schema";

/** How the session lends its token: the client knows nothing of sign-in. */
export interface Bearer {
  token: () => Promise<string | null>;
  /** A new token, or null when the session is over. */
  renew: () => Promise<string | null>;
}
let bearer: Bearer = { token: () => Promise.resolve(null), renew: () => Promise.resolve(null) };
export function lendToken(lender: Bearer): void {
  bearer = lender;
}

async function send(request: Request): Promise<Response> {
  try {
    return await fetch(request);
  } catch (error) {
    if (error instanceof DOMException && error.name === "AbortError") throw error;
    throw new Unreachable(error);
  }
}
function signed(request: Request, token: string | null): Request {
  const copy = request.clone();
  if (token) copy.headers.set("Authorization", `Bearer ${token}`);
  return copy;
}
/** One retry with a fresh token: an access token that ran out between two polls is nobody's fault. */
async function fetchSigned(request: Request): Promise<Response> {
  const first = await send(signed(request, await bearer.token()));
  if (first.status !== 401) return first;
  const token = await bearer.renew();
  return token ? send(signed(request, token)) : first;
}

let made: Client<paths> | undefined;
/** Typed by the API's own document. */
export function api(): Client<paths> {
  made ??= createClient<paths>({ baseUrl: config().api_url.replace(/\/$/, ""), fetch: once(fetchSigned) });
  return made;
}
/** What was asked for, or an `ApiError`. */
export async function ok<T>(answer: Promise<{ data?: T; error?: unknown; response: Response }>): Promise<Whole<NonNullable<T>>> {
  const { data, error, response } = await answer;
  if (!response.ok) throw errorFrom(response.status, error);
  return data as Whole<NonNullable<T>>;
}
export const etag = (version: number): { "If-Match": string } => ({ "If-Match": `"${version}"` });

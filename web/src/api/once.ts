import { Unreachable } from "./errors";

type Send = (request: Request) => Promise<Response>;

const FORGOTTEN = 600_000; // milliseconds: later, the same is meant anew

/** Each POST under a key. What is asked again after a lost answer goes under the key it had: the API then gives the first
 * answer, and does nothing twice. */
export function once(send: Send, now: () => number = Date.now): Send {
  const unanswered = new Map<string, { key: string; at: number }>();
  return async (request) => {
    if (request.method !== "POST") return send(request);
    const asked = [request.url, request.headers.get("If-Match"), await request.clone().text()].join("\n");
    const before = unanswered.get(asked);
    unanswered.delete(asked);
    const key = before && now() - before.at < FORGOTTEN ? before.key : crypto.randomUUID();
    request.headers.set("Idempotency-Key", key);
    const keep = () => unanswered.set(asked, { key, at: now() });
    try {
      const answer = await send(request);
      if (answer.status >= 500 || answer.status === 409) keep(); // 409: the first may be at work still
      return answer;
    } catch (error) {
      if (error instanceof Unreachable) keep();
      throw error;
    }
  };
}

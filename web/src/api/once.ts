import { Unreachable } from "./errors";

type Send = (request: Request) => Promise<Response>;

const FORGOTTEN = 600_000; // milliseconds: later, the same is meant anew

/** Each POST under a key. What is asked again after a lost answer goes under the key it had: the API then gives the first
 * answer, and does nothing twice. What is asked twice at once, by two quick clicks, is sent once and answers both. */
export function once(send: Send, now: () => number = Date.now): Send {
  const unanswered = new Map<string, { key: string; at: number }>();
  const underWay = new Map<string, Promise<Response>>();
  const sent = async (request: Request, asked: string): Promise<Response> => {
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
  return async (request) => {
    if (request.method !== "POST") return send(request);
    const asked = [request.url, request.headers.get("If-Match"), await request.clone().text()].join("\n");
    for (let same = underWay.get(asked); same; same = underWay.get(asked)) {
      const answer = await same.catch(() => null); // whoever gave up the first did not give up this one
      if (answer) return answer.clone();
    }
    const mine = sent(request, asked).finally(() => underWay.delete(asked));
    underWay.set(asked, mine);
    return (await mine).clone(); // each reads a copy of its own
  };
}

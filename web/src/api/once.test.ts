import { describe, expect, it } from "vitest";
import { Unreachable } from "./errors";
import { once } from "./once";

const post = (body: string, version?: string) =>
  new Request("https://people.example.com/api/shortlists", {
    method: "POST",
    body,
    ...(version ? { headers: { "If-Match": version } } : {}),
  });

/** Sends what `answers` say one after the other; the keys that came, in order. */
function sending(...answers: (number | "lost" | "stopped")[]) {
  const keys: (string | null)[] = [];
  let time = 0;
  const send = once(
    (request) => {
      keys.push(request.headers.get("Idempotency-Key"));
      const answer = answers.shift();
      if (answer === "lost") return Promise.reject(new Unreachable(null));
      if (answer === "stopped") return Promise.reject(new DOMException("", "AbortError"));
      return Promise.resolve(new Response(null, { status: answer ?? 200 }));
    },
    () => time,
  );
  return { keys, ask: (request: Request) => send(request).catch(() => null), wait: (ms: number) => (time += ms) };
}

describe("what is asked again", () => {
  it.each(["lost", 500, 504, 409] as const)("goes under the key that it had after %s, until it is answered", async (answer) => {
    const { keys, ask } = sending(answer, answer, 201);
    for (let n = 0; n < 4; n++) await ask(post("{}"));
    expect(new Set(keys.slice(0, 3)).size).toBe(1);
    expect(keys[3]).not.toBe(keys[0]);
  });

  it.each([201, 422, "stopped"] as const)("is meant anew after %s", async (answer) => {
    const { keys, ask } = sending(answer);
    for (let n = 0; n < 2; n++) await ask(post("{}"));
    expect(new Set(keys).size).toBe(2);
  });

  it("is meant anew with other words, on another version, or much later", async () => {
    const { keys, ask, wait } = sending("lost", "lost", "lost");
    await ask(post("{}"));
    await ask(post('{"a":1}'));
    await ask(post("{}", '"7"'));
    wait(600_001);
    await ask(post("{}"));
    expect(new Set(keys).size).toBe(4);
  });

  it("is sent once when it is asked twice at once, and both hear the answer", async () => {
    const { keys, ask } = sending(201, 202);
    const answers = await Promise.all([ask(post("{}")), ask(post("{}"))]);
    expect(answers.map((answer) => answer?.status)).toEqual([201, 201]);
    expect(keys).toHaveLength(1);
    await ask(post("{}"));
    expect(keys).toHaveLength(2);
  });

  it("is sent for who did not give up, when the first did", async () => {
    const { keys, ask } = sending("stopped", 201);
    const answers = await Promise.all([ask(post("{}")), ask(post("{}"))]);
    expect(answers.map((answer) => answer?.status)).toEqual([undefined, 201]);
    expect(keys).toHaveLength(2);
  });

  it("has no key where nothing is done", async () => {
    const { keys, ask } = sending("lost");
    await ask(new Request("https://people.example.com/api/people"));
    expect(keys).toEqual([null]);
  });
});

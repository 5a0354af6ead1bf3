/** The API that links open. The token stands after `#`, which no browser sends: it travels as a bearer token. */
export const token = (): string => location.hash.slice(1);

export class Refused extends Error {
  readonly status: number;
  constructor(status: number) {
    super(`refused with ${status}`);
    this.status = status;
  }
}

/** `version`: the one that an act was decided on. Raises Refused; without an answer its status is 0. */
export async function ask<T>(method: "GET" | "POST", path: string, body?: object, version?: number): Promise<T> {
  const headers: Record<string, string> = { Authorization: `Bearer ${token()}` };
  if (body) headers["Content-Type"] = "application/json";
  if (version !== undefined) headers["If-Match"] = `"${version}"`;
  let answer: Response;
  try {
    answer = await fetch(`/public${path}`, { method, headers, body: body ? JSON.stringify(body) : null });
  } catch {
    throw new Refused(0);
  }
  const said = await answer.json().catch(() => ({}));
  if (!answer.ok) throw new Refused(answer.status);
  return said as T;
}

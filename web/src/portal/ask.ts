/** The API that links open. The token stands after `#`, which no browser sends: it travels as a bearer token. What follows
    a dot there is not of it. */
export const token = (): string => location.hash.slice(1).split(".")[0] ?? "";

/** Whether the link lost its end, or all of it: mail programs break long lines, people copy half of one. */
export const cut = (): boolean => token().length < 22;

export class Refused extends Error {
  readonly status: number;
  readonly details: Record<string, unknown>;
  constructor(status: number, details: Record<string, unknown> = {}) {
    super(`refused with ${status}`);
    this.status = status;
    this.details = details;
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
  if (!answer.ok) throw new Refused(answer.status, said.Details);
  return said as T;
}

/** Posts a file where the API said; whether it arrived. */
export async function post(where: { url: string; fields: Record<string, string> }, file: File): Promise<boolean> {
  const form = new FormData();
  for (const [name, value] of Object.entries(where.fields)) form.append(name, value);
  form.append("file", file, file.name);
  return fetch(where.url, { method: "POST", body: form }).then(
    (answer) => answer.ok,
    () => false,
  );
}

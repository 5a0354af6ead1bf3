/** What the API answered instead of what was asked: `{Code, Message, Details}` and the HTTP status. */
export class ApiError extends Error {
  readonly status: number;
  readonly code: string;
  readonly details: Record<string, unknown>;

  constructor(status: number, code: string, message: string, details: Record<string, unknown> = {}) {
    super(message);
    this.name = "ApiError";
    this.status = status;
    this.code = code;
    this.details = details;
  }
}
/** The network gave no answer at all. */
export class Unreachable extends Error {
  constructor(cause: unknown) {
    super("unreachable", { cause });
    this.name = "Unreachable";
  }
}

export function errorFrom(status: number, body: unknown): ApiError {
  const said = (typeof body === "object" && body !== null ? body : {}) as {
    Code?: string;
    Message?: string;
    Details?: Record<string, unknown>;
  };
  return new ApiError(status, said.Code ?? `Http${status}`, said.Message ?? "", said.Details ?? {});
}
export const isStatus = (error: unknown, status: number): error is ApiError => error instanceof ApiError && error.status === status;

/** The key of the sentence that tells a recruiter what went wrong. */
export function reasonKey(error: unknown): string {
  if (error instanceof Unreachable) return "error.unreachable";
  if (!(error instanceof ApiError)) return "error.unexpected";
  if (error.code === "AskedToBeErased") return "reason.asked_to_be_erased";
  const known: Record<number, string> = {
    401: "error.expired",
    403: "error.forbidden",
    404: "error.gone",
    409: "error.conflict",
    412: "error.changed",
    413: "error.tooLarge",
    422: "error.invalid",
    429: "error.busy",
    503: "error.busy",
  };
  return known[error.status] ?? "error.unexpected";
}
/** Whether a text was refused since its braces cannot be read: the message is the template engine's own. */
export const isUnreadable = (error: unknown): boolean => isStatus(error, 422) && error.details.unreadable === true;
/** Messages of a 422 by field name. */
export function fieldErrors(error: unknown): Record<string, string> {
  if (!isStatus(error, 422)) return {};
  const list = error.details.errors;
  if (!Array.isArray(list)) return {};
  return Object.fromEntries((list as { field: string; message: string }[]).map((e) => [e.field, e.message]));
}

export type Sent = "arrived" | "expired" | "lost" | "too_large" | "stopped";

/** Posts a file to its presigned address, telling the bytes as they go: `fetch` cannot. */
export function sendFile(
  url: string,
  fields: Record<string, string>,
  file: Blob,
  name: string,
  moved: (bytes: number) => void,
  signal: AbortSignal,
): Promise<Sent> {
  return new Promise((resolve) => {
    const form = new FormData();
    for (const [key, value] of Object.entries(fields)) form.append(key, value);
    form.append("file", file, name);
    const request = new XMLHttpRequest();
    request.open("POST", url);
    request.upload.onprogress = (event) => moved(event.loaded);
    request.onload = () => resolve(verdict(request));
    request.onerror = () => resolve("lost");
    request.onabort = () => resolve("stopped");
    signal.addEventListener("abort", () => request.abort(), { once: true });
    request.send(form);
  });
}
/** S3 answers 403 to a policy that ran out, 400 EntityTooLarge to a body over its range. */
function verdict(request: XMLHttpRequest): Sent {
  if (request.status >= 200 && request.status < 300) return "arrived";
  if (request.responseText.includes("EntityTooLarge") || request.status === 413) return "too_large";
  return request.status === 403 || request.responseText.includes("expired") ? "expired" : "lost";
}

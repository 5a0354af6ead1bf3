const letters = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

/** An id as the API wants them for what a form adds: `req_01J…`, sorted by time. */
export function newId(prefix: string, now = Date.now(), random = crypto.getRandomValues(new Uint8Array(16))): string {
  let time = "";
  for (let left = now, i = 0; i < 10; i++, left = Math.floor(left / 32)) time = letters[left % 32] + time;
  return `${prefix}_${time}${[...random].map((byte) => letters[byte % 32]).join("")}`;
}

/** The key of something to be done once, however often it is asked for. */
export const newKey = (): string => newId("key").slice(4);

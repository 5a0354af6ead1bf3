/** What an address may say behind its question mark. */
export type Said = Record<string, unknown>;

/**
 * What a screen knows of an address, and nothing else. The router lays what `read` gives over what the address said, so
 * that a value that was left out would stay as it was typed (`/review?kind=other`): here it is taken away.
 */
export const only =
  <T extends object>(read: (said: Said) => T) =>
  (said: Said): T => ({ ...Object.fromEntries(Object.keys(said).map((key) => [key, undefined])), ...read(said) });

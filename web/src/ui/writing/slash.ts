/** Where a snippet is asked for, and where words go. Pure. */
/** The snippet that is being asked for at the caret: `/rel`, at the beginning of a word. */
export function slashed(text: string, caret: number): { from: number; query: string } | null {
  const found = /(?:^|\s)(\/[\p{L}\p{N}_-]*)$/u.exec(text.slice(0, caret));
  if (!found?.[1]) return null;
  return { from: caret - found[1].length, query: found[1].slice(1).toLocaleLowerCase() };
}
export function put(text: string, from: number, to: number, what: string): { text: string; caret: number } {
  return { text: text.slice(0, from) + what + text.slice(to), caret: from + what.length };
}

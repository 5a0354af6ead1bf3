/** Addresses that stand in plain text. Pure. */

const ADDRESS = /https?:\/\/[^\s<>"]{1,2000}/gi;
const TAIL = /[.,;:!?\]}»’'”]$/;

export interface Piece {
  text: string;
  /** Where it leads; null: words only. */
  href: string | null;
}
/** A text in pieces, whose joined words are the text. Punctuation behind an address is none of it. */
export function linked(text: string): Piece[] {
  const pieces: Piece[] = [];
  let at = 0;
  for (const found of text.matchAll(ADDRESS)) {
    const address = trimmed(found[0]);
    if (!URL.canParse(address)) continue;
    if (found.index > at) pieces.push({ text: text.slice(at, found.index), href: null });
    pieces.push({ text: address, href: address });
    at = found.index + address.length;
  }
  if (at < text.length) pieces.push({ text: text.slice(at), href: null });
  return pieces;
}
function trimmed(address: string): string {
  let left = address;
  for (;;) {
    // A closing bracket belongs to an address that opened one.
    const loose = left.endsWith(")") && left.split("(").length < left.split(")").length;
    if (!loose && !TAIL.test(left)) return left;
    left = left.slice(0, -1);
  }
}

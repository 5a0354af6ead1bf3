/** A mail of ours as its author wrote it, and what it quotes below. `quoted` counts characters as Python does: an emoji is
 * one. Pure. */
export function parted({ text, quoted }: { text: string; quoted: number }): { own: string; quoted: string } {
  const letters = [...text];
  const at = letters.length - quoted;
  return { own: letters.slice(0, at).join("").trim(), quoted: letters.slice(at).join("").trim() };
}

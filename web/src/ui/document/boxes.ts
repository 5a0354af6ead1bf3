import type { Box, DocumentPage } from "@/api/model";

export interface Rect {
  x: number;
  y: number;
  width: number;
  height: number;
}
/** Page fractions to page units, a little wider than the words. */
export function rectOf(box: Box, page: { width: number; height: number }, pad = 0): Rect {
  return {
    x: box.left * page.width - pad,
    y: box.top * page.height - pad,
    width: box.width * page.width + 2 * pad,
    height: box.height * page.height + 2 * pad,
  };
}
/** One rectangle around boxes that stand on the same line; words of one value are marked as one. */
export function joined(boxes: Box[]): Box[] {
  const lines: Box[] = [];
  for (const box of [...boxes].sort((a, b) => a.page - b.page || a.top - b.top || a.left - b.left)) {
    const line = lines.find(
      (l) => l.page === box.page && Math.abs(l.top + l.height / 2 - (box.top + box.height / 2)) < Math.max(l.height, box.height) * 0.6,
    );
    if (!line) {
      lines.push({ ...box });
      continue;
    }
    const right = Math.max(line.left + line.width, box.left + box.width);
    const bottom = Math.max(line.top + line.height, box.top + box.height);
    line.left = Math.min(line.left, box.left);
    line.top = Math.min(line.top, box.top);
    line.width = right - line.left;
    line.height = bottom - line.top;
  }
  return lines;
}
/** The part of a page around the boxes, wide enough to read what stands beside them. */
export function cropOf(boxes: Box[], page: DocumentPage): Rect | null {
  const here = boxes.filter((b) => b.page === page.number);
  if (here.length === 0) return null;
  const left = Math.min(...here.map((b) => b.left)) * page.width;
  const top = Math.min(...here.map((b) => b.top)) * page.height;
  const right = Math.max(...here.map((b) => b.left + b.width)) * page.width;
  const bottom = Math.max(...here.map((b) => b.top + b.height)) * page.height;
  const around = Math.max((bottom - top) * 0.9, page.height * 0.008);
  const width = Math.min(page.width, Math.max(right - left + 4 * around, page.width * 0.3));
  const middle = (left + right) / 2;
  const x = Math.max(0, Math.min(page.width - width, middle - width / 2));
  return { x, y: Math.max(0, top - around), width, height: bottom - top + 2 * around };
}

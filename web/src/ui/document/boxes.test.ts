import { expect, it } from "vitest";
import type { Box, DocumentPage } from "@/api/model";
import { cropOf, joined } from "./boxes";

const box = (left: number, top: number, width = 0.1, page = 1): Box => ({ page, left, top, width, height: 0.02 });
const page = { number: 1, width: 600, height: 800, image_url: null, lines: [] } as unknown as DocumentPage;

it("marks the words of one line as one", () => {
  expect(joined([box(0.3, 0.1), box(0.1, 0.101)])).toEqual([
    { page: 1, left: 0.1, top: 0.1, width: 0.30000000000000004, height: 0.021000000000000005 },
  ]);
});
it("keeps lines and pages apart", () => {
  expect(joined([box(0.1, 0.1), box(0.1, 0.14), box(0.1, 0.1, 0.1, 2)])).toHaveLength(3);
});
it("crops around the value, inside of the page", () => {
  const crop = cropOf([box(0.01, 0.01)], page);
  expect(crop?.x).toBe(0);
  expect(crop?.y).toBe(0);
  expect(crop?.width).toBeGreaterThanOrEqual(180);
  expect(cropOf([box(0.1, 0.1, 0.1, 2)], page)).toBeNull();
});

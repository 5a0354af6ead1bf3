import { expect, it } from "vitest";
import { untilOneFails } from "./tagging";

it("stops at the one that fails, and says which were done before it", async () => {
  const asked: string[] = [];
  const no = new Error("no");
  const run = (id: string) => {
    asked.push(id);
    return id === "c" ? Promise.reject(no) : Promise.resolve();
  };

  expect(await untilOneFails(["a", "b", "c", "d"], run)).toEqual({ done: ["a", "b"], error: no });
  expect(asked).toEqual(["a", "b", "c"]);
  expect(await untilOneFails(["a", "b"], run)).toEqual({ done: ["a", "b"], error: null });
});

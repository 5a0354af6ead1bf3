import { expect, it } from "vitest";
import { Unreachable } from "@/api/errors";
import { eachOf } from "./each";

it("is done for each, says how far it is, and for whom it failed", async () => {
  const done: number[] = [];
  const far: number[] = [];
  const act = (n: number) => (n === 3 ? Promise.reject(new Error("no")) : Promise.resolve(done.push(n)));
  const failed = await eachOf([1, 2, 3, 4, 5], act, { atOnce: 2, onDone: (n) => far.push(n) });
  expect([...failed.keys()]).toEqual([3]);
  expect(done.sort()).toEqual([1, 2, 4, 5]);
  expect(far).toEqual([1, 2, 3, 4, 5]);
});
it("asks nobody more once there is no network", async () => {
  const asked: number[] = [];
  const act = (n: number) => {
    asked.push(n);
    return n === 1 ? Promise.resolve() : Promise.reject(new Unreachable(null));
  };
  const failed = await eachOf([1, 2, 3, 4, 5], act, { atOnce: 1 });
  expect(asked).toEqual([1, 2]);
  expect([...failed.keys()]).toEqual([2, 3, 4, 5]);
});

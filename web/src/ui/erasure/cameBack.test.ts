import { expect, test } from "vitest";
import { ApiError } from "@/api/errors";
import { cameBack, NotBack, unlessErased } from "./cameBack";

const refused = () => new ApiError(409, "AskedToBeErased", "", { erased_at: "2026-11-24T09:30:00.000Z", contacts: ["g@x.example"] });
/** An act that the API refuses until somebody says that they came back; what it was told each time. */
function act() {
  const told: boolean[] = [];
  return {
    told,
    run: (back: boolean) => {
      told.push(back);
      return back ? Promise.resolve("done") : Promise.reject(refused());
    },
  };
}
/** The question, once it is there. */
const question = () =>
  new Promise<NonNullable<ReturnType<typeof cameBack.current>>>((found) => {
    const end = cameBack.subscribe(() => {
      const asked = cameBack.current();
      if (!asked) return;
      end();
      found(asked);
    });
  });

test("what is refused is done again once somebody says that they are back", async () => {
  const edit = act();
  const asked = question();
  const done = unlessErased(edit.run);
  const { contacts, answer } = await asked;
  answer(true);
  expect(await done).toBe("done");
  expect([edit.told, contacts, cameBack.current()]).toEqual([[false, true], ["g@x.example"], null]);
});
test("without that nothing is done, and the question goes", async () => {
  const edit = act();
  const asked = question();
  const done = unlessErased(edit.run);
  (await asked).answer(false);
  await expect(done).rejects.toThrow(NotBack);
  expect([edit.told, cameBack.current()]).toEqual([[false], null]);
});
test("a second question takes the place of the first, which is answered with no", async () => {
  const first = question();
  const one = unlessErased(act().run);
  await first;
  const second = question();
  const two = unlessErased(act().run);
  await expect(one).rejects.toThrow(NotBack);
  expect(cameBack.current()).toBe(await second);
  (await second).answer(true);
  expect(await two).toBe("done");
});
test("where nobody is there to ask, it stays refused", async () => {
  await expect(unlessErased(act().run)).rejects.toThrow(ApiError);
});
test("what else goes wrong is no question", async () => {
  await expect(unlessErased(() => Promise.reject(new ApiError(409, "AlreadyKnown", "")))).rejects.toThrow(ApiError);
  expect(cameBack.current()).toBeNull();
});

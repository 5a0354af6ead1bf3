import { createMemoryHistory, createRootRoute, createRoute, createRouter } from "@tanstack/react-router";
import { expect, it } from "vitest";
import { only } from "./search";

/** What the screen at `/review` is given of an address. */
function given(address: string): unknown {
  const root = createRootRoute();
  const review = createRoute({
    getParentRoute: () => root,
    path: "/review",
    validateSearch: only((said): { kind?: string } => (said.kind === "failed" ? { kind: "failed" } : {})),
  });
  const router = createRouter({ routeTree: root.addChildren([review]), history: createMemoryHistory({ initialEntries: [address] }) });
  return router.matchRoutes(router.latestLocation).at(-1)?.search;
}

it("gives a screen the values that it knows", () => {
  expect(given("/review?kind=failed")).toEqual({ kind: "failed" });
});

it("gives a screen nothing that it does not know", () => {
  expect(given("/review?kind=other&item=x")).toEqual({});
});

import { expect, it } from "vitest";
import type { ListedJob, Member } from "@/api/model";
import { isAddress, isExpired, isLastAdmin, jobsOf, roster, successors } from "./roster";

const member = (id: string, more: Partial<Member> = {}): Member =>
  ({ id, name: id, role: "recruiter", state: "active", email: null, language: null, invited_at: null, ...more }) as Member;
const now = new Date("2026-11-26T09:00:00Z");

it("lists members before who is expected, by name, and who was removed apart", () => {
  const { here, removed } = roster([
    member("Zoé"),
    member("Anne", { state: "invited" }),
    member("Éric"),
    member("Bea", { state: "removed" }),
  ]);
  expect(here.map((m) => m.name)).toEqual(["Éric", "Zoé", "Anne"]);
  expect(removed.map((m) => m.name)).toEqual(["Bea"]);
});
it("knows that a link ends after seven days, and that members wait for none", () => {
  const at = (invited_at: string) => member("a", { state: "invited", invited_at });
  expect(isExpired(at("2026-11-19T08:59:00Z"), now)).toBe(true);
  expect(isExpired(at("2026-11-19T09:01:00Z"), now)).toBe(false);
  expect(isExpired(member("a", { invited_at: "2026-01-01T00:00:00Z" }), now)).toBe(false);
});
it("keeps the last administrator, and nobody else", () => {
  const claire = member("Claire", { role: "admin" });
  const invited = member("Ida", { role: "admin", state: "invited" });
  expect(isLastAdmin(claire, [claire, invited, member("Rémi")])).toBe(true);
  expect(isLastAdmin(claire, [claire, member("Oliver", { role: "admin" })])).toBe(false);
  expect(isLastAdmin(member("Rémi"), [claire])).toBe(false);
});
it("finds the jobs whose team somebody is in", () => {
  const listed = (id: string, ...team: string[]) =>
    ({ job: { id, team: team.map((member_id) => ({ member_id })) } }) as unknown as ListedJob;
  expect(jobsOf("ida", [listed("a", "ida", "zoe"), listed("b", "zoe")]).map((job) => job.id)).toEqual(["a"]);
});
it("hands tasks to those who are here and see people", () => {
  const leaver = member("Zoé");
  const all = [
    leaver,
    member("Ida", { role: "manager" }),
    member("Léa", { role: "reader" }),
    member("Rémi"),
    member("Ex", { state: "removed" }),
  ];
  expect(successors(leaver, all).map((m) => m.name)).toEqual(["Rémi"]);
});
it("takes an address for one when it looks like one", () => {
  expect(["a@b.fr", " a@b.fr "].every(isAddress)).toBe(true);
  expect(["a@b", "a b@c.fr", "", "@b.fr"].some(isAddress)).toBe(false);
});

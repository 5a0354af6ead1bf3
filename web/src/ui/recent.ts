/** People looked at lately on this machine: ids and names, the eight newest, gone with the tab. */
export interface Recent {
  id: string;
  name: string;
  headline: string;
}
const key = "vivier.recent";
const most = 8;

export function recent(): Recent[] {
  try {
    return JSON.parse(sessionStorage.getItem(key) ?? "[]") as Recent[];
  } catch {
    return [];
  }
}
/** Of somebody who was erased, nothing stays here either. */
export function forgotten(id: string): void {
  sessionStorage.setItem(key, JSON.stringify(recent().filter((r) => r.id !== id)));
}
export function looked(person: Recent): void {
  sessionStorage.setItem(key, JSON.stringify([person, ...recent().filter((r) => r.id !== person.id)].slice(0, most)));
}

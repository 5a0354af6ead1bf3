import { vi } from "vitest";

/** For tests: the browser's storage, empty. */
export function storing(): void {
  const store = {} as Record<string, string>;
  // As the browser's: its keys are its own properties.
  const methods = {
    getItem: (key: string) => store[key] ?? null,
    setItem: (key: string, value: string) => void (store[key] = value),
    removeItem: (key: string) => void delete store[key],
  };
  vi.stubGlobal("localStorage", new Proxy(store, { get: (_, name: string) => methods[name as keyof typeof methods] ?? store[name] }));
}

import type { StateStore } from "oidc-client-ts";

/**
 * Where the signed-in user is kept. The access and identity tokens stay in memory: a script that could read storage
 * finds nothing to call the API with. The refresh token goes to sessionStorage, so that a reload or a crash in the
 * middle of two hundred files asks nobody to sign in again; it dies with the tab, is bound to this client, and the
 * page's policy lets no foreign script run. The price: a script that did run here could renew a session.
 */
export class SessionStore implements StateStore {
  readonly #memory = new Map<string, string>();

  async set(key: string, value: string): Promise<void> {
    this.#memory.set(key, value);
    const user = JSON.parse(value) as Record<string, unknown>;
    sessionStorage.setItem(key, JSON.stringify({ ...user, access_token: "", id_token: undefined, expires_at: 0 }));
  }
  async get(key: string): Promise<string | null> {
    return this.#memory.get(key) ?? sessionStorage.getItem(key);
  }
  async remove(key: string): Promise<string | null> {
    const before = await this.get(key);
    this.#memory.delete(key);
    sessionStorage.removeItem(key);
    return before;
  }
  async getAllKeys(): Promise<string[]> {
    return [...this.#memory.keys()];
  }
}

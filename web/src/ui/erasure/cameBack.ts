import { isStatus } from "@/api/errors";

/** Contacts that an act puts on a record, whose person asked to be erased: somebody says whether they are back. */
export interface Asked {
  erasedAt: string;
  contacts: string[];
  answer: (back: boolean) => void;
}
let asked: Asked | null = null;
const listeners = new Set<() => void>();
const show = (next: Asked | null) => {
  asked = next;
  for (const tell of listeners) tell();
};
export const cameBack = {
  subscribe: (listener: () => void) => {
    listeners.add(listener);
    return () => listeners.delete(listener);
  },
  current: () => asked,
};
/** A human said no, or nothing: what was asked for is not done, and they know why. */
export class NotBack extends Error {
  constructor(cause: unknown) {
    super("not back", { cause });
    this.name = "NotBack";
  }
}
/** Does what may put such a contact on a record; asks, and does it again once somebody says that they came back. */
export async function unlessErased<T>(act: (came_back: boolean) => Promise<T>): Promise<T> {
  try {
    return await act(false);
  } catch (error) {
    if (!isStatus(error, 409) || error.code !== "AskedToBeErased") throw error;
    if (listeners.size === 0) throw error; // an undo from another page: nobody is there to ask
    const { erased_at, contacts } = error.details as { erased_at: string; contacts: string[] };
    asked?.answer(false); // one question at a time
    const back = await new Promise<boolean>((said) => {
      const answer = (back: boolean) => {
        show(null);
        said(back);
      };
      show({ erasedAt: erased_at, contacts, answer });
    });
    if (!back) throw new NotBack(error);
    return act(true);
  }
}

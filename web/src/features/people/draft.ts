export interface Draft {
  name: string;
  email: string;
  phone: string;
  headline: string;
  location: string;
  link: string;
}
/** What to type instead, by field: keys of sentences. The server has the last word. */
export function checkNew(draft: Draft): Partial<Record<keyof Draft, string>> {
  const wrong: Partial<Record<keyof Draft, string>> = {};
  const email = draft.email.trim();
  const digits = draft.phone.replace(/\D/g, "").length;
  if (draft.name.trim() === "") wrong.name = "check.name";
  if (email && !/^\S+@\S+$/.test(email)) wrong.email = "check.emailAt";
  else if (email && !/@[^@\s]+\.[^@\s.]{2,}$/.test(email)) wrong.email = "check.emailEnd";
  if (draft.phone.trim() && (digits < 6 || digits > 15 || /[a-z]/i.test(draft.phone))) wrong.phone = "check.phone";
  if (draft.link.trim() && !/^https?:\/\/[^\s.]+\.\S+$/i.test(draft.link.trim())) wrong.link = "check.link";
  return wrong;
}

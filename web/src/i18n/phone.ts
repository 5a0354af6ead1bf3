import { parsePhoneNumberFromString } from "libphonenumber-js/min";

/** E.164 as people of its country group it, its code before; what is no number stays as it is. */
export const phone = (value: string): string => parsePhoneNumberFromString(value)?.formatInternational().replaceAll(" ", "\u00a0") ?? value;

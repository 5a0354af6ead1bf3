/** Sign-in settings, written beside the built files at deploy. */
export interface Config {
  authority: string;
  client_id: string;
  authorize_url: string;
  token_url: string;
  logout_url: string;
  api_url: string;
  version: string;
  local: { mailbox_url: string; personas_url: string } | null;
}
let loaded: Config | undefined;

export async function loadConfig(): Promise<Config> {
  const answer = await fetch("/config.json", { cache: "no-cache" });
  if (!answer.ok) throw new Error(`config.json: ${answer.status}`);
  loaded = (await answer.json()) as Config;
  return loaded;
}
/** Only after `loadConfig`, which the app awaits before its first screen. */
export function config(): Config {
  if (!loaded) throw new Error("config.json is not loaded yet");
  return loaded;
}

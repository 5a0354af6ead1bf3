// The types of both APIs, from the documents that `make api` writes; `--check` only compares.
import { spawnSync } from "node:child_process";

const apis = { "client.json": "src/api/schema.d.ts", "public.client.json": "src/portal/schema.d.ts" };
const options = ["--root-types", "--root-types-no-schema-prefix", "--default-non-nullable=false", "--alphabetize"];
for (const [document, types] of Object.entries(apis)) {
  const asked = [`../infra/generated/${document}`, "-o", types, ...options, ...process.argv.slice(2)];
  const ran = spawnSync("openapi-typescript", asked, { stdio: "inherit" });
  if (ran.status !== 0) process.exit(ran.status ?? 1);
}

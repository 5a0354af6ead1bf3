// The first load (JS + CSS gzipped, of the people list in the larger language, whole) stays within 260 kB; fonts load by need.
import { readFileSync } from "node:fs";
import { gzipSync } from "node:zlib";

const budget = 260_000;
const dist = new URL("../dist/", import.meta.url);
const manifest = JSON.parse(readFileSync(new URL(".vite/manifest.json", dist), "utf8"));
const first = ["index.html", "src/app/pages/people.tsx", "src/i18n/fr.ts"];

const files = new Set();
const seen = new Set();
function take(name) {
  const chunk = manifest[name];
  if (!chunk) throw new Error(`${name} is not in the build`);
  if (seen.has(name)) return;
  seen.add(name);
  files.add(chunk.file);
  for (const css of chunk.css ?? []) files.add(css);
  for (const other of chunk.imports ?? []) take(other);
}
first.forEach(take);

/** Pages that links open are small: 15 kB of script each. */
function portal(name) {
  const scripts = new Set();
  const add = (key) => {
    if (scripts.has(manifest[key].file)) return;
    scripts.add(manifest[key].file);
    (manifest[key].imports ?? []).forEach(add);
  };
  add(name);
  let bytes = 0;
  for (const file of scripts) bytes += readFileSync(new URL(file, dist)).length;
  console.log(`${(bytes / 1000).toFixed(1).padStart(7)} kB  script of ${name}, of ${portalBudget / 1000}`);
  if (bytes > portalBudget) {
    console.error("A page that a link opens is over its budget.");
    process.exit(1);
  }
}
const portalBudget = 15_000;
Object.keys(manifest)
  .filter((name) => /^p\/\w+\.html$/.test(name))
  .forEach(portal);

let sum = 0;
const sizes = [...files].map((file) => {
  const size = gzipSync(readFileSync(new URL(file, dist)), { level: 9 }).length;
  sum += size;
  return { file, size };
});
for (const { file, size } of sizes.sort((a, b) => b.size - a.size).slice(0, 8))
  console.log(`${(size / 1000).toFixed(1).padStart(7)} kB  ${file}`);
console.log(`${(sum / 1000).toFixed(1).padStart(7)} kB  first load in ${files.size} files, of ${budget / 1000}`);
if (sum > budget) {
  console.error("The first load is over its budget.");
  process.exit(1);
}

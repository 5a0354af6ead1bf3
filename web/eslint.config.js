import js from "@eslint/js";
import hooks from "eslint-plugin-react-hooks";
import tseslint from "typescript-eslint";

const features = [
  "session",
  "drop",
  "people",
  "candidate",
  "review",
  "settings",
  "palette",
  "day",
  "notifications",
  "notes",
  "team",
  "jobs",
  "board",
  "scorecards",
  "interviews",
  "writing",
  "inbox",
  "sequences",
  "experiments",
];

/** Imports point one way: ui, i18n, api ← features ← app; a feature never reaches into another. */
const oneWay = features.map((own) => ({
  files: [`src/features/${own}/**`],
  rules: {
    "no-restricted-imports": [
      "error",
      {
        patterns: [
          { group: ["@/app/*"], message: "The app imports features, never the other way." },
          {
            group: features.filter((f) => f !== own).map((f) => `@/features/${f}/*`),
            message: "Features don't import each other: share through ui or api.",
          },
        ],
      },
    ],
  },
}));

export default tseslint.config(
  { ignores: ["dist", "src/api/schema.d.ts", "src/portal/schema.d.ts", "public"] },
  js.configs.recommended,
  ...tseslint.configs.recommended,
  hooks.configs.flat.recommended,
  {
    files: ["src/**/*.{ts,tsx}"],
    rules: {
      "@typescript-eslint/no-unused-vars": ["error", { ignoreRestSiblings: true }],
      "max-lines": ["error", { max: 400 }],
      "no-restricted-globals": ["error", { name: "fetch", message: "Fetch in a query of src/api." }],
      // The rules below belong to the React compiler, which this client doesn't use.
      "react-hooks/set-state-in-effect": "off",
      "react-hooks/refs": "off",
      "react-hooks/purity": "off",
      "react-hooks/immutability": "off",
      "react-hooks/preserve-manual-memoization": "off",
      "react-hooks/incompatible-library": "off",
    },
  },
  { files: ["src/api/**", "src/portal/ask.ts", "src/features/session/**"], rules: { "no-restricted-globals": "off" } },
  {
    files: ["src/{api,i18n,ui,portal}/**"],
    rules: {
      "no-restricted-imports": ["error", { patterns: [{ group: ["@/features/*", "@/app/*"], message: "Shared code knows no feature." }] }],
    },
  },
  { files: ["scripts/**", "*.config.*"], languageOptions: { globals: { process: "readonly", console: "readonly", URL: "readonly" } } },
  ...oneWay,
);

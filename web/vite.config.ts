import { fileURLToPath } from "node:url";
import react from "@vitejs/plugin-react";
import { defineConfig } from "vitest/config";

/** A running instance to develop against: the edge of `make run`, which serves /api, /config.json and the sign-in. */
const edge = process.env.VIVIER_URL ?? "http://localhost:8000";

export default defineConfig({
  plugins: [react()],
  resolve: { alias: { "@": fileURLToPath(new URL("./src", import.meta.url)) } },
  build: {
    target: "es2023",
    manifest: true,
    assetsInlineLimit: 0,
    chunkSizeWarningLimit: 600,
    // Beside the application, the pages that links open: infra/web.yaml serves p/<name>.html at /p/<name>.
    rolldownOptions: {
      input: ["index.html", "p/invitation.html", "p/interview.html", "p/shortlist.html", "p/link.html", "p/missing.html"],
    },
  },
  server: { proxy: { "^/(api|public|config\\.json|oauth2|login|logout|files|mailbox|personas)": { target: edge } } },
  test: { include: ["src/**/*.test.ts"], environment: "node" },
});

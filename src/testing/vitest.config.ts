import { fileURLToPath } from "node:url";
import { defineConfig } from "vitest/config";

const root = fileURLToPath(new URL("../..", import.meta.url));

export default defineConfig({
  root,
  test: {
    globalSetup: "src/testing/global-setup.ts",
    include: ["src/**/*.test.{ts,tsx}", "layouts/**/*.test.{ts,tsx}"],
    testTimeout: 60_000,
    hookTimeout: 300_000,
    // Most of the time tests wait for the commands they run.
    maxWorkers: "100%",
  },
});

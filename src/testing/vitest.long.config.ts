import { mergeConfig } from "vitest/config";
import config from "./vitest.config.ts";

/** The tests that find more the longer they run: `npm run test:long`, for about an hour. */
export default mergeConfig(config, {
  test: {
    env: {
      JINSUI_KILLS: process.env["JINSUI_KILLS"] ?? "200",
      JINSUI_EDITS: process.env["JINSUI_EDITS"] ?? "300",
      JINSUI_BYTES: process.env["JINSUI_BYTES"] ?? "1048576",
      JINSUI_FUZZ_RUNS: process.env["JINSUI_FUZZ_RUNS"] ?? "20000",
    },
    testTimeout: 3_600_000,
  },
});

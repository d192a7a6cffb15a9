import { runCommand } from "../src/cli/command.ts";

// Loaded in there, so that what fails while it is loaded is told as well.
await runCommand(async () => {
  const { buildCommand } = await import("../src/cli/build.ts");
  const { default: configure } = await import("../.eleventy.ts");
  return buildCommand(configure);
});

import { runCommand } from "../src/cli/command.ts";

// Loaded in there, so that what fails while it is loaded is told as well.
void runCommand(async () => {
  const { devCommand } = await import("../src/cli/dev.ts");
  const { default: configure } = await import("../.eleventy.ts");
  return devCommand(configure);
});

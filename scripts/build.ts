import { runCommand } from "../src/cli/command.ts";

// Loaded in there, so that what fails while it is loaded is told as well.
void runCommand(async () => {
  const { buildCommand } = await import("../src/cli/build.ts");
  return buildCommand(async (...args) => {
    // Where nothing has changed, nobody asks for it.
    const { default: configure } = await import("../.eleventy.ts");
    return configure(...args);
  });
});

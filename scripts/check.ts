import { runCommand } from "../src/cli/command.ts";

await runCommand(async () => (await import("../src/cli/check.ts")).checkCommand);

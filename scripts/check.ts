import { runCommand } from "../src/cli/command.ts";

void runCommand(async () => (await import("../src/cli/check.ts")).checkCommand);

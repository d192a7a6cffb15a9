import { runCommand } from "../src/cli/command.ts";

void runCommand(async () => (await import("../src/cli/import.ts")).importCommand);

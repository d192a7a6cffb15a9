import { runCommand } from "../src/cli/command.ts";

void runCommand(async () => (await import("../src/cli/bench.ts")).benchCommand);

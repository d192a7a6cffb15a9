import { runCommand } from "../src/cli/command.ts";

await runCommand(async () => (await import("../src/cli/bench.ts")).benchCommand);

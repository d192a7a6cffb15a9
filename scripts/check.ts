import { checkCommand } from "../src/cli/check.ts";
import { runCommand } from "../src/cli/command.ts";

await runCommand(checkCommand);

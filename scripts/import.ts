import { runCommand } from "../src/cli/command.ts";
import { importCommand } from "../src/cli/import.ts";

await runCommand(importCommand);

import configure from "../.eleventy.ts";
import { runCommand } from "../src/cli/command.ts";
import { devCommand } from "../src/cli/dev.ts";

await runCommand(devCommand(configure));

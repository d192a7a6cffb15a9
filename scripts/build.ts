import configure from "../.eleventy.ts";
import { buildCommand } from "../src/cli/build.ts";
import { runCommand } from "../src/cli/command.ts";

await runCommand(buildCommand(configure));

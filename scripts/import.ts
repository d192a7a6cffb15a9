import { runCommand } from "../src/cli/command.ts";
import { importFiles } from "../src/importer/import.ts";

await runCommand({
  usage: (texts) => texts.import.usage,
  options: ["content", "column"],
  takesFiles: true,
  run: importFiles,
});

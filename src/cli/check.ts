import { present } from "../build/now.ts";
import { nearest } from "../content/nearest.ts";
import type { MendedFile } from "../mending/mend.ts";
import { catalogue } from "../messages/index.ts";
import { formatForGithub } from "../problems/github.ts";
import { toJsonReport } from "../problems/json.ts";
import { isProblemCode, problemCodes } from "../problems/levels.ts";
import { hasErrors } from "../problems/problem.ts";
import { countProblems, formatProblems, pathOf } from "../problems/report.ts";
import { peekLanguage } from "../site/language.ts";
import { type Loaded, loadSite } from "../site/load.ts";
import { type Command, coloursOn, type Invocation } from "./command.ts";
import { CommandError } from "./failure.ts";
import { formatMended, mendedForGithub } from "./mended-report.ts";

/** `npm run check`. */
export const checkCommand: Command = {
  usage: (texts) => texts.check.usage,
  options: ["content", "format", "explain"],
  flags: ["fix"],
  unchanged: ({ check }, _, flags) => (flags.has("fix") ? check.nothingMended : undefined),
  run,
};

/** What is said of a content folder, and of what was mended in it before. */
type Format = (loaded: Loaded, mended: readonly MendedFile[], invocation: Invocation) => string;

const formats: Record<string, Format> = { text: toText, json: toJson, github: toGithub };

/** Problems for which the rest of a file is not read. */
const stopping = /^(?:encoding|byte-order-mark|control-character|front-matter-|yaml-)/;

async function run(invocation: Invocation): Promise<number> {
  const { options, flags, folder, texts } = invocation;
  const { check } = texts.commands;
  if (options["explain"] !== undefined) return explain(options["explain"], invocation);
  const name = options["format"] ?? "text";
  const format = Object.hasOwn(formats, name) ? formats[name] : undefined;
  if (!format) throw new CommandError(check.formatUnknown({ value: name }));
  const mended = flags.has("fix") ? await mend(invocation) : [];
  // The moment decides what is published, not what is wrong.
  const loaded = await loadSite({ folder, now: present() });
  process.stdout.write(format(loaded, mended, invocation));
  return hasErrors(loaded.problems) ? 1 : 0;
}

async function mend({ folder, changed }: Invocation): Promise<MendedFile[]> {
  const { mendFolder } = await import("../mending/mend.ts");
  return mendFolder(folder, changed);
}

async function explain(code: string, { texts, folder }: Invocation): Promise<number> {
  if (!isProblemCode(code)) {
    const guess = nearest(code, problemCodes);
    throw new CommandError(
      texts.commands.check.codeUnknown({ value: code, ...(guess && { guess }) }),
    );
  }
  const { explainCode } = await import("../problems/explain.ts");
  process.stdout.write(`${explainCode(code, peekLanguage(folder))}\n`);
  return 0;
}

function toText(loaded: Loaded, mended: readonly MendedFile[], { folder }: Invocation): string {
  const { problems, language, files } = loaded;
  const texts = catalogue(language);
  const { check, counts } = texts.commands;
  const colour = coloursOn(process.stdout);
  const parts = mended.length > 0 ? [formatMended(mended, folder, texts, colour)] : [];
  const [first] = problems;
  if (!first) parts.push(check.nothingWrong({ files }));
  else {
    parts.push(formatProblems(problems, folder, texts, colour));
    const again = problems.some(({ code }) => stopping.test(code)) ? check.again : "";
    parts.push(`${counts(countProblems(problems))}${again}${check.more({ code: first.code })}`);
  }
  return `${parts.join("\n")}\n`;
}

function toJson(loaded: Loaded, mended: readonly MendedFile[], invocation: Invocation): string {
  const { folder, flags } = invocation;
  const report = toJsonReport(loaded.problems, folder, catalogue(loaded.language));
  const fixed = mended.map((one) => ({ ...one, file: pathOf(one, folder) }));
  return `${JSON.stringify(flags.has("fix") ? { ...report, fixed } : report, null, 2)}\n`;
}

function toGithub(
  { problems, language }: Loaded,
  mended: readonly MendedFile[],
  { folder }: Invocation,
): string {
  const texts = catalogue(language);
  return mendedForGithub(mended, folder, texts) + formatForGithub(problems, folder, texts);
}

import { cachesFolder } from "../build/caches.ts";
import { type DevOptions, serve } from "../build/dev.ts";
import { present, readMoment } from "../build/now.ts";
import { catalogue } from "../messages/index.ts";
import { countProblems, formatProblems } from "../problems/report.ts";
import { type Command, coloursOn, type Invocation } from "./command.ts";
import { CommandError, explainFailure } from "./failure.ts";
import { progressOn } from "./progress.ts";

const defaultPort = "8080";

/** `npm run dev`, with the list of Eleventy plugins to build with. */
export function devCommand(configure: DevOptions["configure"]): Command {
  return {
    usage: (texts) => texts.dev.usage,
    options: ["content", "port", "now"],
    run: (invocation) => run(invocation, configure),
  };
}

async function run(
  { options, folder, texts, signal }: Invocation,
  configure: DevOptions["configure"],
): Promise<number> {
  const { dev, build } = texts.commands;
  const written = options["port"] ?? defaultPort;
  const port = /^\d{1,5}$/.test(written) ? Number(written) : 0;
  if (port < 1 || port > 65535) throw new CommandError(dev.portInvalid({ value: written }));
  const now = options["now"];
  const moment = now === undefined ? undefined : await readMoment(now);
  if (now !== undefined && moment === undefined) {
    throw new CommandError(build.nowInvalid({ value: now }));
  }

  const say = (text: string) => process.stdout.write(`${text}\n`);
  const progress = progressOn(process.stderr, build);
  const server = await serve({
    folder,
    port,
    now: () => moment ?? present(),
    configure,
    caches: cachesFolder,
    onReading: (done, total) => {
      progress.show("reading", done, total);
      if (done === total) progress.clear();
    },
    onBuilt: (pages, milliseconds) =>
      say(dev.built({ pages, seconds: (milliseconds / 1000).toFixed(1) })),
    onProblems: (problems, language) => {
      const texts = catalogue(language);
      const counts = texts.commands.counts(countProblems(problems));
      say(`\n${formatProblems(problems, folder, texts, coloursOn(process.stdout))}`);
      say(texts.commands.dev.problems({ counts }));
    },
    onError: (error) => say(`${explainFailure(error, texts)}\n`),
  });
  if (new URL(server.url).port !== String(port)) say(dev.portTaken({ port }));
  say(dev.ready({ url: server.url }));
  await new Promise<void>((resolve) => {
    process.once("SIGINT", resolve);
    process.once("SIGTERM", resolve);
    if (signal.aborted) resolve();
    signal.addEventListener("abort", () => resolve());
  });
  await server.close();
  return 0;
}

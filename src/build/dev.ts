import { mkdirSync, mkdtempSync, rmSync } from "node:fs";
import type { IncomingMessage, ServerResponse } from "node:http";
import { tmpdir } from "node:os";
import { join, relative, resolve } from "node:path";
import type { Eleventy, EleventyConfig } from "@11ty/eleventy";
import type { Language } from "../messages/index.ts";
import type { Problem } from "../problems/problem.ts";
import { causeOf } from "./compile.ts";
import { LiveContent } from "./dev/content.ts";
import { Patrol } from "./dev/patrol.ts";
import { LiveSite } from "./dev/site.ts";
import { fromHere, inputFolder } from "./input.ts";
import type { Prepared } from "./prepare.ts";
import { asStorageError } from "./storage-error.ts";

/** What to serve, and whom to tell what happens. */
export interface DevOptions {
  /** The content folder. */
  folder: string;
  port: number;
  /** The moment that decides what is published, asked anew for each build. */
  now: () => number;
  /** The list of plugins: the default export of .eleventy.ts. */
  configure: (config: EleventyConfig, prepared: Prepared) => unknown;
  /** The folder in which builds keep what they know of content folders. */
  caches?: string;
  /** Told how many files are read, while the content folder is read for the first time. */
  onReading?: (done: number, total: number) => void;
  /** Told after each build how many pages are new and how long it took, in milliseconds. */
  onBuilt: (pages: number, milliseconds: number) => void;
  onProblems: (problems: readonly Problem[], language: Language) => void;
  /** Told when a build failed for a reason that is no problem of the content. */
  onError: (error: unknown) => void;
}

/** A running server. */
export interface DevServer {
  url: string;
  close(): Promise<void>;
}

/**
 * Builds into a temporary folder, serves it with live reload, and builds anew whenever something in
 * the content folder or in layouts/ is saved or deleted. While the content has problems, every page
 * shows them instead.
 */
export async function serve(options: DevOptions): Promise<DevServer> {
  const temporary = mkdtempSync(join(tmpdir(), "jinsui-dev-"));
  const out = join(temporary, "site");
  mkdirSync(out);
  const { folder, now, caches, onReading: onProgress, configure, onBuilt, onProblems } = options;
  const content = new LiveContent({
    ...{ folder, now, caches, onProgress },
    own: join(temporary, "bodies"),
  });
  const onError = (error: unknown) => options.onError(asStorageError(causeOf(error), out));
  const live = new LiveSite({ content, folder, out, configure, onBuilt, onProblems, onError });
  const { default: Eleventy } = await import("@11ty/eleventy");
  let listening: (url: string) => void;
  const url = new Promise<string>((resolve) => {
    listening = resolve;
  });
  let patrol: Patrol | undefined;
  const eleventy = new Eleventy(fromHere(inputFolder), fromHere(out), {
    quietMode: true,
    runMode: "serve",
    config: (config) => {
      config.on("eleventy.before", () => live.reload());
      config.on("eleventy.after", (event) => {
        live.built(event);
        patrol?.soon();
      });
      config.setServerOptions({
        port: options.port,
        middleware: [refuse, live.answer],
        // A page that is built anew while a browser still loads it would not hear of that.
        ready: ({ updateServer }: { updateServer: ReloadNotifier }) =>
          updateServer.on("connection", (browser) => {
            if (live.isOutdated) browser.send(JSON.stringify({ type: "eleventy.reload" }));
          }),
        messageOnStart: ({ localhostUrl }: { localhostUrl: string }) => {
          listening(localhostUrl);
          return false;
        },
      });
      return configure(config, live);
    },
  });
  const close = async () => {
    patrol?.end();
    await eleventy.stopWatch();
    await live.close();
    rmSync(temporary, { recursive: true, force: true });
  };
  try {
    await eleventy.init();
    eleventy.disableLogger();
    const changed = await eleventy.watch();
    tellFailures(eleventy, (error) => {
      live.failed();
      onError(error);
    });
    const { watcher } = eleventy;
    // Paths are as seen from a folder that Eleventy chooses. It builds in a later turn.
    const from = watcher?.options.cwd ?? "";
    watcher?.on("all", (_, path) => {
      const own = relative(folder, resolve(from, path)).replaceAll("\\", "/");
      if (!own.startsWith("../")) content.touch(own);
    });
    // Eleventy builds anew when a file is added or changed, but not when one is deleted.
    watcher?.on("unlink", changed);
    patrol = new Patrol(
      () => content.findUntold(),
      (path) => changed(join(folder, path)),
    );
    patrol.soon();
    await eleventy.serve(options.port);
    return { url: await url, close };
  } catch (error) {
    await close();
    throw asStorageError(causeOf(error), out);
  }
}

/** What of Eleventy's server tells browsers to reload. */
interface ReloadNotifier {
  on(event: "connection", listener: (browser: { send(message: string): void }) => void): void;
}

/** Eleventy goes on after a build that failed, and tells nobody but its logger. */
function tellFailures(eleventy: Eleventy, tell: (error: unknown) => void): void {
  const write = eleventy.write.bind(eleventy);
  eleventy.write = async () => {
    try {
      return await write();
    } catch (error) {
      tell(causeOf(error));
      throw error;
    }
  };
}

/**
 * Answers nobody but this machine, under its own names, so that no other site's script reads what
 * is still a draft (DNS rebinding); and no address that the server of Eleventy would end by: one
 * that is malformed, or leads out of the site.
 */
function refuse(request: IncomingMessage, response: ServerResponse, next: () => void): void {
  const { remoteAddress = "" } = request.socket;
  const ours =
    /^(?:::1|(?:::ffff:)?127\.\d+\.\d+\.\d+)$/.test(remoteAddress) &&
    /^(?:localhost|127\.0\.0\.1|\[::1\])(?::\d+)?$/.test(request.headers.host ?? "");
  if (ours && isAddress(request.url)) {
    next();
    return;
  }
  response.statusCode = ours ? 400 : 403;
  response.end();
}

function isAddress(url = ""): boolean {
  try {
    const path = decodeURIComponent(url.replace(/[?#].*$/, ""));
    return /^\/(?!\/)/.test(path) && !/(?:^|[/\\])\.\.(?:[/\\]|$)|\0/.test(path);
  } catch {
    return false;
  }
}

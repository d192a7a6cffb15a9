import { mkdtempSync, readdirSync, rmSync, statSync } from "node:fs";
import type { IncomingMessage, ServerResponse } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import type { Eleventy, EleventyConfig } from "@11ty/eleventy";
import { tsImport } from "tsx/esm/api";
import type * as Layouts from "../../layouts/render.tsx";
import type { Language } from "../messages/index.ts";
import { isHtmlPage } from "../pages/page.ts";
import type { Problem } from "../problems/problem.ts";
import { bodiesInMemory } from "../site/bodies.ts";
import { causeOf } from "./compile.ts";
import { fromHere, inputFolder } from "./input.ts";
import { type Preparation, type Prepared, plannedFiles, prepare } from "./prepare.ts";
import { asStorageError } from "./storage-error.ts";
import { makeStylesheet } from "./stylesheet.ts";

/** What to serve, and whom to tell what happens. */
export interface DevOptions {
  /** The content folder. */
  folder: string;
  port: number;
  /** The moment that decides what is published, asked anew for each build. */
  now: () => number;
  /** The list of plugins: the default export of .eleventy.ts. */
  configure: (config: EleventyConfig, prepared: Prepared) => unknown;
  /** Told after each build how many pages there are and how long it took, in milliseconds. */
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
  const out = mkdtempSync(join(tmpdir(), "jinsui-dev-"));
  const live = new LiveSite(options, out);
  const { default: Eleventy } = await import("@11ty/eleventy");
  let listening: (url: string) => void;
  const url = new Promise<string>((resolve) => {
    listening = resolve;
  });
  const eleventy = new Eleventy(fromHere(inputFolder), fromHere(out), {
    quietMode: true,
    runMode: "serve",
    config: (config) => {
      config.on("eleventy.before", () => live.reload());
      config.on("eleventy.after", () => live.built());
      config.setServerOptions({
        port: options.port,
        middleware: [refuse, live.answer],
        messageOnStart: ({ localhostUrl }: { localhostUrl: string }) => {
          listening(localhostUrl);
          return false;
        },
      });
      return options.configure(config, live);
    },
  });
  const close = async () => {
    await eleventy.stopWatch();
    rmSync(out, { recursive: true, force: true });
  };
  try {
    await eleventy.init();
    eleventy.disableLogger();
    const changed = await eleventy.watch();
    tellFailures(eleventy, (error) => options.onError(asStorageError(error, out)));
    // Eleventy builds anew when a file is added or changed, but not when one is deleted.
    eleventy.watcher?.on("unlink", changed);
    await eleventy.serve(options.port);
    return { url: await url, close };
  } catch (error) {
    await close();
    throw asStorageError(causeOf(error), out);
  }
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

/** What is being served: the site as it is in the content folder now, or its problems. */
class LiveSite implements Prepared {
  readonly #options: DevOptions;
  readonly #out: string;
  #layouts: { module: typeof Layouts; age: number } | undefined;
  #current: Preparation | undefined;
  #started = 0;
  #previous: ReadonlySet<string> = new Set();
  stylesheet = makeStylesheet();

  constructor(options: DevOptions, out: string) {
    this.#options = options;
    this.#out = out;
  }

  get folder() {
    return this.#options.folder;
  }

  get #site(): Prepared | undefined {
    return this.#current?.prepared;
  }

  get pages() {
    return this.#site?.pages ?? [];
  }

  get site() {
    return this.#site?.site ?? { articles: [], assets: [], bodies: bodiesInMemory() };
  }

  readonly render: Prepared["render"] = (page, bodies) =>
    this.#layouts?.module.renderPage(page, bodies) ?? "";

  /** Reads everything anew. */
  async reload(): Promise<void> {
    this.#started = performance.now();
    await this.#loadLayouts();
    this.stylesheet = makeStylesheet();
    const { folder, now } = this.#options;
    this.#current = await prepare({ folder, now: now() }, this.render);
  }

  /** Removes the pages that are gone, so that links to them are seen to be dead, and tells. */
  built(): void {
    const current = this.#current;
    const kept = new Set(plannedFiles(this));
    for (const file of this.#previous) {
      if (!kept.has(file)) rmSync(join(this.#out, file), { force: true });
    }
    this.#previous = kept;
    if (current && current.problems.length > 0) {
      this.#options.onProblems(current.problems, current.language);
    }
    if (!this.#site) return;
    const pages = this.pages.filter(isHtmlPage).length;
    this.#options.onBuilt(pages, performance.now() - this.#started);
  }

  /** Answers every request for a page with the problems, while there are any. */
  readonly answer = (
    request: IncomingMessage,
    response: ServerResponse,
    next: () => void,
  ): void => {
    const current = this.#current;
    const path = request.url?.replace(/[?#].*$/, "") ?? "/";
    if (!current || current.prepared || !/(?:\/|\.html)$/.test(path)) {
      next();
      return;
    }
    const html = this.#layouts?.module.renderProblems({
      ...current,
      folder: this.folder,
      stylesheet: this.stylesheet.url,
    });
    response.setHeader("content-type", "text/html; charset=utf-8");
    response.end(html);
  };

  /** The layouts as they are on disk: modules that were imported once stay as they were. */
  async #loadLayouts(): Promise<void> {
    const age = newest(inputFolder);
    if (this.#layouts?.age === age) return;
    const path = fileURLToPath(new URL("../../layouts/render.tsx", import.meta.url));
    const module = (await tsImport(path, import.meta.url)) as typeof Layouts;
    this.#layouts = { module, age };
  }
}

/** When the newest file of a folder was written, in milliseconds since 1970. */
function newest(folder: string): number {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true });
  return Math.max(...files.map(({ parentPath, name }) => statSync(join(parentPath, name)).mtimeMs));
}

import { relative } from "node:path";
import { setImmediate } from "node:timers/promises";
import type { BuildEvent, Eleventy, EleventyConfig } from "@11ty/eleventy";
import { fromHere, inputFolder } from "./input.ts";
import { type Output, outputOf } from "./manifest.ts";

/** What is known of a file once it is written. */
export type Written = Pick<Output, "hash" | "size">;

/**
 * Compiles a site through Eleventy into a folder, and gives what its templates wrote, by the paths
 * there. Once this has failed, or was ended by `signal`, nothing writes into the folder any more, so
 * that it can be removed.
 */
export function compile(
  out: string,
  configure: (config: EleventyConfig) => unknown,
  signal?: AbortSignal,
): Promise<Map<string, Written>> {
  return new Compiler(out, configure).compile(signal);
}

const encoder = new TextEncoder();

/** Compiles into one folder again and again, with what plugins have then. */
export class Compiler {
  readonly #out: string;
  readonly #configure: (config: EleventyConfig) => unknown;
  #eleventy: Eleventy | undefined;
  #written = new Map<string, Written>();
  #isOver = false;
  #place = new Uint8Array();

  constructor(out: string, configure: (config: EleventyConfig) => unknown) {
    this.#out = out;
    this.#configure = configure;
  }

  /** Compiles as `compile` does. Where that has failed once, it fails. */
  async compile(signal?: AbortSignal): Promise<Map<string, Written>> {
    if (this.#isOver) throw new Error("this has failed before");
    this.#written = new Map();
    const listening = new AbortController();
    try {
      await Promise.race([this.#write(), ended(signal, listening.signal)]);
      return this.#written;
    } catch (error) {
      this.#isOver = true;
      // What has come past the transform is written before the next turn of the event loop.
      await setImmediate();
      throw causeOf(error);
    } finally {
      listening.abort();
    }
  }

  async #write(): Promise<void> {
    if (this.#eleventy) {
      // As it does itself when files have changed while it watches.
      await this.#eleventy.restart();
      await this.#eleventy.init();
    }
    this.#eleventy ??= await this.#start();
    await this.#eleventy.write();
  }

  async #start(): Promise<Eleventy> {
    // What watches for changed modules: it takes a thread of its own, and here nothing is watched.
    process.env["ELEVENTY_SKIP_ESM_RESOLVER"] ??= "true";
    const { default: Eleventy } = await import("@11ty/eleventy");
    const eleventy = new Eleventy(fromHere(inputFolder), fromHere(this.#out), {
      quietMode: true,
      config: async (config) => {
        const settings = await this.#configure(config);
        config.addPlugin(this.#stop, undefined);
        config.addPlugin(this.#note, undefined);
        return settings;
      },
    });
    eleventy.disableLogger();
    return eleventy;
  }

  /** Eleventy gives up at the first failure, but its other templates go on: here they stop. */
  readonly #stop = (config: EleventyConfig) =>
    config.addTransform("stop", (content) =>
      this.#isOver ? new Promise<never>(() => {}) : content,
    );

  readonly #note = (config: EleventyConfig) =>
    config.on("eleventy.after", ({ results, directories: { output } }) => {
      for (const { outputPath, content } of results) {
        if (outputPath === false) continue;
        const { hash, size } = outputOf(this.#bytesOf(content));
        this.#written.set(pathIn(output, outputPath), { hash, size });
      }
    });

  /** A text as UTF-8, until the next is: in one place that takes half the time. */
  #bytesOf(content: string | Uint8Array): Uint8Array {
    if (typeof content !== "string") return content;
    // No unit of UTF-16 takes more than three bytes.
    if (this.#place.length < 3 * content.length) this.#place = new Uint8Array(3 * content.length);
    return this.#place.subarray(0, encoder.encodeInto(content, this.#place).written);
  }
}

function pathIn(output: string, outputPath: string): string {
  return relative(output, outputPath).replaceAll("\\", "/");
}

/** The files that templates wrote, as paths in the output folder. */
export function outputPathsOf(results: BuildEvent["results"], output: string): string[] {
  return results.flatMap(({ outputPath }) => (outputPath ? [pathIn(output, outputPath)] : []));
}

/** Never resolves; rejects with the reason once there is one, until it is not listened to any more. */
function ended(signal: AbortSignal | undefined, over: AbortSignal): Promise<never> {
  return new Promise((_, reject) => {
    signal?.addEventListener("abort", () => reject(signal.reason), { signal: over });
    if (signal?.aborted) reject(signal.reason);
  });
}

/** What really went wrong: Eleventy wraps it in messages that name every page of the site. */
export function causeOf(error: unknown): unknown {
  if (!(error instanceof Error) || error.cause !== undefined) return error;
  const { originalError } = error as { originalError?: unknown };
  return originalError ? causeOf(originalError) : error;
}

import { relative } from "node:path";
import { setImmediate } from "node:timers/promises";
import type { BuildEvent, EleventyConfig } from "@11ty/eleventy";
import { hashOf } from "../content/hash.ts";
import { fromHere, inputFolder } from "./input.ts";
import type { Output } from "./manifest.ts";

/** What is known of a file once it is written. */
export type Written = Pick<Output, "hash" | "size">;

/**
 * Compiles a site through Eleventy into a folder, and gives what its templates wrote, by the paths
 * there. Once this has failed, or was ended by `signal`, nothing writes into the folder any more, so
 * that it can be removed.
 */
export async function compile(
  out: string,
  configure: (config: EleventyConfig) => unknown,
  signal?: AbortSignal,
): Promise<Map<string, Written>> {
  // What watches for changed modules: it takes a thread of its own, and here nothing is watched.
  process.env["ELEVENTY_SKIP_ESM_RESOLVER"] ??= "true";
  const { default: Eleventy } = await import("@11ty/eleventy");
  let over = false;
  // Eleventy gives up at the first failure, but its other templates go on: here they stop.
  const stop = (config: EleventyConfig) =>
    config.addTransform("stop", (content) => (over ? new Promise<never>(() => {}) : content));
  const written = new Map<string, Written>();
  const note = (config: EleventyConfig) =>
    config.on("eleventy.after", ({ results, directories: { output } }) => {
      for (const { outputPath, content } of results) {
        if (outputPath === false) continue;
        const path = pathIn(output, outputPath);
        written.set(path, { hash: hashOf(content), size: Buffer.byteLength(content) });
      }
    });
  const eleventy = new Eleventy(fromHere(inputFolder), fromHere(out), {
    quietMode: true,
    config: async (config) => {
      const settings = await configure(config);
      config.addPlugin(stop, undefined);
      config.addPlugin(note, undefined);
      return settings;
    },
  });
  eleventy.disableLogger();
  const listening = new AbortController();
  try {
    await Promise.race([eleventy.write(), ended(signal, listening.signal)]);
  } catch (error) {
    over = true;
    // What has come past the transform is written before the next turn of the event loop.
    await setImmediate();
    throw causeOf(error);
  } finally {
    listening.abort();
  }
  return written;
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

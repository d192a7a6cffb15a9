import { setImmediate } from "node:timers/promises";
import type { EleventyConfig } from "@11ty/eleventy";
import { fromHere, inputFolder } from "./input.ts";

/**
 * Compiles a site through Eleventy into a folder. Once this has failed, or was ended by `signal`,
 * nothing writes into the folder any more, so that it can be removed.
 */
export async function compile(
  out: string,
  configure: (config: EleventyConfig) => unknown,
  signal?: AbortSignal,
): Promise<void> {
  const { default: Eleventy } = await import("@11ty/eleventy");
  let over = false;
  // Eleventy gives up at the first failure, but its other templates go on: here they stop.
  const stop = (config: EleventyConfig) =>
    config.addTransform("stop", (content) => (over ? new Promise<never>(() => {}) : content));
  const eleventy = new Eleventy(fromHere(inputFolder), fromHere(out), {
    quietMode: true,
    config: (config) => {
      const settings = configure(config);
      config.addPlugin(stop, undefined);
      return settings;
    },
  });
  eleventy.disableLogger();
  try {
    await Promise.race([eleventy.write(), ended(signal)]);
  } catch (error) {
    over = true;
    // What has come past the transform is written before the next turn of the event loop.
    await setImmediate();
    throw causeOf(error);
  }
}

/** Never resolves; rejects with the reason once there is one. */
function ended(signal: AbortSignal | undefined): Promise<never> {
  return new Promise((_, reject) => {
    signal?.addEventListener("abort", () => reject(signal.reason));
    if (signal?.aborted) reject(signal.reason);
  });
}

/** What really went wrong: Eleventy wraps it in messages that name every page of the site. */
export function causeOf(error: unknown): unknown {
  if (!(error instanceof Error) || error.cause !== undefined) return error;
  const { originalError } = error as { originalError?: unknown };
  return originalError ? causeOf(originalError) : error;
}

import { rmSync } from "node:fs";
import { dirname } from "node:path";
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, inject } from "vitest";
import { launchBrowser } from "./browser.ts";
import { buildSample } from "./files.ts";
import { startStaticServer } from "./static-server.ts";

/** The sample site, built and served for the tests of a file, and a browser to look at it. */
export interface Sample {
  /** The output folder. */
  dist: string;
  /** The address of its root. */
  url: string;
  browser: Browser;
}

/** Builds the sample site before the tests of a file, and removes it after them. */
export function useSample(): Sample {
  const sample = {} as Sample;
  let close: () => void;
  beforeAll(async () => {
    sample.dist = buildSample();
    const { url, server } = await startStaticServer(sample.dist);
    sample.url = url;
    close = () => server.close();
    sample.browser = await launchBrowser(inject("browser"));
  });
  afterAll(async () => {
    await sample.browser.close();
    close();
    rmSync(dirname(sample.dist), { recursive: true });
  });
  return sample;
}

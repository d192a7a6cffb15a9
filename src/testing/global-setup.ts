import type { TestProject } from "vitest/node";
import { provideBrowser } from "./browser.ts";

declare module "vitest" {
  export interface ProvidedContext {
    /** The path of a Chromium. */
    browser: string;
  }
}

/** Runs once before the tests: finds the browser, or installs it. */
export default function setup(project: TestProject): void {
  project.provide("browser", provideBrowser());
}

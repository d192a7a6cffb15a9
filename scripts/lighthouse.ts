/**
 * Measures pages of dist/ with Lighthouse, as a phone on a slow network: npx tsx scripts/lighthouse.ts
 *
 * The exit status is 1 where a score is below 100. Needs Chromium.
 */
import { join } from "node:path";
import { launchBrowser, provideBrowser } from "../src/testing/browser.ts";
import { measuredPages } from "../src/testing/example-pages.ts";
import { measure } from "../src/testing/lighthouse.ts";
import { startStaticServer } from "../src/testing/static-server.ts";

const port = 9333;
const { url, server } = await startStaticServer(join(import.meta.dirname, "..", "dist"));
const browser = await launchBrowser(provideBrowser(), [`--remote-debugging-port=${port}`]);
try {
  for (const { path, scores, missed } of await measure(url, measuredPages, port)) {
    const all = Object.entries(scores);
    process.stdout.write(`${path}\n  ${all.map((score) => score.join(" ")).join(", ")}\n`);
    for (const what of missed) process.stdout.write(`  ${what}\n`);
    if (all.some(([, score]) => score < 100)) process.exitCode = 1;
  }
} finally {
  await browser.close();
  server.close();
}

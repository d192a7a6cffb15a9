/**
 * Takes pictures of the pages of dist/: npx tsx scripts/screenshots.ts FOLDER [PATH…]
 *
 * Without paths, of one page of every kind. Needs Chromium and, for Han characters, a font that has
 * them (such as Noto CJK).
 */
import { join } from "node:path";
import { launchBrowser, provideBrowser } from "../src/testing/browser.ts";
import { examplePages } from "../src/testing/example-pages.ts";
import { takeScreenshots } from "../src/testing/screenshots.ts";
import { startStaticServer } from "../src/testing/static-server.ts";

const [folder, ...paths] = process.argv.slice(2);
if (!folder) throw new Error("usage: npx tsx scripts/screenshots.ts FOLDER [PATH…]");
const dist = join(import.meta.dirname, "..", "dist");
const { url, server } = await startStaticServer(dist);
const browser = await launchBrowser(provideBrowser());
try {
  const wanted = paths.length > 0 ? paths : examplePages;
  const count = await takeScreenshots(browser, url, wanted, folder);
  process.stdout.write(`${count} pictures in ${folder}\n`);
} finally {
  await browser.close();
  server.close();
}

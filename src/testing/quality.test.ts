import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { brotliCompressSync } from "node:zlib";
import type { AxeResults } from "axe-core";
import { describe, expect, test } from "vitest";
import { examplePages } from "./example-pages.ts";
import { useSample } from "./sample.ts";

const { resolve } = createRequire(import.meta.url);
const axe = readFileSync(resolve("axe-core/axe.min.js"), "utf8");
const checker = join(dirname(resolve("vnu-jar/package.json")), "build/dist/vnu.jar");

const sample = useSample();

/** Every way in which a page is looked at: attributes of <html>, as layouts/scripts/early.js sets. */
const looks = [
  { theme: "light" },
  { theme: "dark" },
  { theme: "light", text: "large" },
  { theme: "dark", text: "large", contrast: "more" },
];

describe.each([360, 1440])("at %i px", (width) => {
  test.each(examplePages)("%s can be used by everyone (axe, WCAG 2.2 AA)", async (path) => {
    const page = await sample.browser.newPage({
      viewport: { width, height: 900 },
      bypassCSP: true,
    });
    await page.goto(sample.url + path, { waitUntil: "networkidle" });
    await page.evaluate(axe);
    const found: string[] = [];
    for (const look of looks) {
      await page.evaluate(`{
        const { dataset } = document.documentElement;
        for (const name of ["theme", "text", "contrast"]) delete dataset[name];
        Object.assign(dataset, ${JSON.stringify(look)});
      }`);
      const { violations } = (await page.evaluate(
        "axe.run({ resultTypes: ['violations'] })",
      )) as AxeResults;
      for (const { id, nodes } of violations) {
        found.push(`${JSON.stringify(look)} ${id}: ${nodes[0]?.html} ${nodes[0]?.failureSummary}`);
      }
      const overflow = await page.evaluate("document.documentElement.scrollWidth - innerWidth");
      if (Number(overflow) > 0) found.push(`${JSON.stringify(look)} is ${overflow} px too wide`);
    }
    await page.close();
    expect(found).toEqual([]);
  });
});

const java = spawnSync("java", ["-version"]).status === 0;
test.runIf(java)("every page is valid HTML (Nu Html Checker)", () => {
  const args = ["-Xss4m", "-jar", checker, "--skip-non-html", "--format", "json", sample.dist];
  const { stderr } = spawnSync("java", args, { encoding: "utf8", maxBuffer: 1e8 });
  const { messages } = JSON.parse(stderr) as { messages: { type: string; message: string }[] };
  expect(messages.filter(({ type }) => type === "error")).toEqual([]);
});

test("the first visit of an article without pictures is 14 KB at most, 6 KB of it script", async () => {
  const page = await sample.browser.newPage();
  const loaded: [path: string, bytes: number, kind: string][] = [];
  page.on("response", async (response) => {
    const { pathname } = new URL(response.url());
    const bytes = brotliCompressSync(
      readFileSync(join(sample.dist, decodeURIComponent(pathname))),
    ).length;
    loaded.push([pathname, bytes, response.request().resourceType()]);
  });
  await page.goto(`${sample.url}/history/2019/0912-xu-fanting.html`, { waitUntil: "networkidle" });
  await page.close();
  const sum = (of: typeof loaded) => of.reduce((total, [, bytes]) => total + bytes, 0);
  expect(loaded.map(([, , kind]) => kind).sort()).toEqual([
    ...["document", "script", "script", "stylesheet"],
  ]);
  expect(sum(loaded)).toBeLessThanOrEqual(14 * 1024);
  expect(sum(loaded.filter(([, , kind]) => kind === "script"))).toBeLessThanOrEqual(6 * 1024);
});

test("nothing but one style sheet holds a page up", () => {
  for (const path of examplePages) {
    const html = readFileSync(join(sample.dist, path.replace(/\?.*/, "")), "utf8");
    const [, head = ""] = /<head>(.*?)<\/head>/s.exec(html) ?? [];
    expect(head.match(/<link rel="stylesheet"/g)).toHaveLength(1);
    expect(head.match(/<script (?![^>]*(?:type="module"|ld\+json))/g)).toBeNull();
  }
});

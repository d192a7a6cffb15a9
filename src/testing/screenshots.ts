import { mkdirSync } from "node:fs";
import { join } from "node:path";
import type { Browser } from "playwright-core";

/** How a page is looked at. */
interface View {
  name: string;
  width: number;
  theme: "light" | "dark";
  /** What the visitor has chosen, as layouts/scripts/site.js keeps it. */
  display?: Record<string, string>;
}

const views: readonly View[] = [
  ...[360, 768, 1440].flatMap((width) =>
    (["light", "dark"] as const).map((theme) => ({ name: `${width}-${theme}`, width, theme })),
  ),
  { name: "360-large", width: 360, theme: "light", display: { text: "large" } },
  { name: "1440-large", width: 1440, theme: "light", display: { text: "large" } },
  { name: "1440-contrast", width: 1440, theme: "light", display: { contrast: "more" } },
];

/**
 * Takes pictures of whole pages (paths such as `/index.html`) of a site, at 360, 768 and 1440 px,
 * light and dark, with large text and with high contrast, and of how they are printed. Writes
 * `<page>-<view>.png` and `<page>.pdf` to a folder and gives the number of files.
 */
export async function takeScreenshots(
  browser: Browser,
  site: string,
  paths: readonly string[],
  folder: string,
): Promise<number> {
  mkdirSync(folder, { recursive: true });
  for (const { name, width, theme, display } of views) {
    const context = await browser.newContext({
      viewport: { width, height: 900 },
      colorScheme: theme,
      reducedMotion: "reduce",
    });
    await context.addInitScript(
      `localStorage.setItem("display", ${JSON.stringify(JSON.stringify(display ?? {}))})`,
    );
    const page = await context.newPage();
    for (const path of paths) {
      await page.goto(site + path, { waitUntil: "networkidle" });
      await page.evaluate(showLazyPictures);
      await page.screenshot({
        path: join(folder, `${fileName(path)}-${name}.png`),
        fullPage: true,
      });
    }
    await context.close();
  }
  const page = await browser.newPage();
  for (const path of paths) {
    await page.goto(site + path, { waitUntil: "networkidle" });
    await page.pdf({ path: join(folder, `${fileName(path)}.pdf`), format: "A4" });
  }
  await page.close();
  return paths.length * (views.length + 1);
}

/** Pictures below the fold are only loaded once a visitor comes near. */
const showLazyPictures = `Promise.all(
  Array.from(document.images, (image) => {
    image.loading = "eager";
    return image.decode();
  }),
)`;

function fileName(path: string): string {
  return path
    .slice(1)
    .replace(/\.html.*$/, "")
    .replaceAll("/", "-");
}

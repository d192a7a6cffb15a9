/**
 * Draws the pictures of the sample content: npx tsx scripts/draw.ts
 *
 * Needs Chromium (CHROMIUM, else /usr/bin/chromium) and the Noto CJK fonts. The pictures are
 * committed, so a build never runs this.
 */
import { mkdir, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { chromium } from "playwright-core";
import sharp from "sharp";
import { archive } from "../src/drawings/archive.ts";
import { helpBars } from "../src/drawings/help-bars.ts";
import { papercut } from "../src/drawings/papercut.ts";
import { profile } from "../src/drawings/profile.ts";
import { riverMap } from "../src/drawings/river-map.ts";
import { HEIGHT, WIDTH } from "../src/drawings/style.ts";
import { timeline } from "../src/drawings/timeline.ts";

const pictures: readonly (readonly [path: string, svg: string])[] = [
  ["news/2014/archive-arrangement.png", archive()],
  ["news/2017/bangfu-shuzi.png", helpBars()],
  ["history/2015/nianbiao.png", timeline()],
  ["places/2013/poumian.png", profile()],
  ["places/2016/lvliang-huanghe.png", riverMap()],
  ["culture/2016/jianzhi.png", papercut()],
];

const content = join(import.meta.dirname, "..", "content");
const browser = await chromium.launch({
  executablePath: process.env["CHROMIUM"] ?? "/usr/bin/chromium",
  args: ["--no-sandbox"],
});
try {
  const page = await browser.newPage({ viewport: { width: WIDTH, height: HEIGHT } });
  for (const [path, svg] of pictures) {
    await page.setContent(`<!doctype html><style>*{margin:0}svg{display:block}</style>${svg}`);
    const png = await sharp(await page.screenshot())
      .png({ palette: true, colours: 64, dither: 0, effort: 10 })
      .toBuffer();
    const file = join(content, path);
    await mkdir(dirname(file), { recursive: true });
    await writeFile(file, png);
    process.stdout.write(`${path} ${Math.ceil(png.length / 1024)} KB\n`);
  }
} finally {
  await browser.close();
}

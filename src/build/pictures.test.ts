import {
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
} from "node:fs";
import { dirname, join } from "node:path";
import { expect, test } from "vitest";
import configure from "../../.eleventy.ts";
import { hashOf } from "../content/hash.ts";
import { temporaryFolder, treeOf } from "../testing/files.ts";
import { all, one, parseHtml } from "../testing/html.ts";
import { tellingPicture } from "../testing/pictures.ts";
import { build } from "./build.ts";
import { filesIn } from "./manifest.ts";

const photograph = await tellingPicture(1, 700, 500).jpeg().toBuffer();
const other = await tellingPicture(1, 640, 500).jpeg().toBuffer();

const settings = `title: 晋绥
url: https://example.org
columns: [{ id: news, title: 动态 }]
`;
const head = "---\ntitle: 甲\ndate: 2017-07-07\n---\n";
const article = "news/2017/a.md";

function site(files: Record<string, string | Uint8Array>) {
  const root = temporaryFolder();
  const content = join(root, "content");
  const put = (path: string, bytes: string | Uint8Array) => {
    mkdirSync(dirname(join(content, path)), { recursive: true });
    writeFileSync(join(content, path), bytes);
  };
  for (const [path, bytes] of Object.entries({ "site.yaml": settings, ...files })) put(path, bytes);
  const out = join(root, "dist");
  const caches = join(root, "caches");
  const options = { folder: content, out, caches, now: Date.UTC(2018, 0, 1), configure };
  const kept = () => {
    const [cache = ""] = readdirSync(caches).filter((name) => !name.includes("lock"));
    const folder = join(caches, cache, "pictures");
    return readdirSync(folder).map((name) => join(folder, name));
  };
  return {
    out,
    caches,
    put,
    remove: (path: string) => rmSync(join(content, path), { recursive: true }),
    kept,
    make: (more: Partial<Parameters<typeof build>[0]> = {}) => build({ ...options, ...more }),
    made: () => filesIn(out).filter((file) => /^assets\/.*-\d+\./.test(file)),
  };
}

const page = (out: string) => parseHtml(readFileSync(join(out, "news/2017/a.html"), "utf8"));

test("all that a page may load of a picture is there, and nothing else", async () => {
  const { out, make, made } = site({
    [article]: `${head}![春耕](春耕.jpg)\n\n[原图](b.jpg)\n`,
    "news/2017/春耕.jpg": photograph,
    "news/2017/b.jpg": other,
  });
  expect((await make()).problems).toEqual([]);
  const html = readFileSync(join(out, "news/2017/a.html"), "utf8");
  const named = html.match(/\/assets\/[^"\s]*-\d+\.[^"\s]*/g)?.map(decodeURIComponent) ?? [];
  expect([...new Set(named)].sort()).toEqual(made().map((file) => `/${file}`));
  expect(made()).toHaveLength(7);
  const meta = (name: string) =>
    all(page(out), "meta").find(({ attributes }) => attributes["property"] === name)?.attributes[
      "content"
    ];
  expect(meta("og:image")).toMatch(/^https:\/\/example\.org\/assets\/.*-700\.[0-9a-f]{12}\.jpg$/);
  expect([meta("og:image:width"), meta("og:image:height")]).toEqual(["700", "500"]);
  expect(readFileSync(join(out, "feed.xml"), "utf8")).toMatch(
    /src=&quot;https:\/\/example\.org\/news\/2017\/\S*\.jpg&quot; .* width=&quot;700&quot; height=&quot;500&quot;/,
  );
});

test("a long picture is shown whole, in the formats that can hold it", async () => {
  const { out, make, made } = site({
    [article]: `${head}![长图](a.jpg)\n`,
    "news/2017/a.jpg": await tellingPicture(1, 480, 17_000).jpeg().toBuffer(),
  });
  expect((await make()).problems).toEqual([]);
  expect(made().map((file) => file.replace(/\.[0-9a-f]{12}/, ""))).toEqual([
    "assets/a-480.jpg",
    "assets/a-480.jpg",
  ]);
  const { width, height, srcset } = one(one(page(out), "figure"), "img").attributes;
  expect([width, height]).toEqual(["480", "17000"]);
  expect(srcset).toMatch(/^\/assets\/a-480\.[0-9a-f]{12}\.jpg 480w$/);
});

test("a picture is encoded once, whatever becomes of the output folder", async () => {
  const { out, make, made, kept } = site({
    [article]: `${head}![](a.jpg)\n`,
    "news/2017/a.jpg": photograph,
  });
  await make();
  const before = treeOf(out);
  expect(kept()).toHaveLength(made().length);
  // What can't have been encoded shows that nothing was.
  const mark = Buffer.from("kept");
  for (const file of kept()) writeFileSync(file, Buffer.concat([Buffer.from(hashOf(mark)), mark]));
  await make({ out: `${out}-2` });
  for (const file of made()) expect(readFileSync(join(`${out}-2`, file))).toEqual(mark);

  for (const file of kept()) writeFileSync(file, "damaged");
  await make({ out: `${out}-3` });
  expect(treeOf(`${out}-3`)).toEqual(before);
});

test("a damaged cache takes no picture with it, and --clean all", async () => {
  const { caches, make, kept, put } = site({
    [article]: `${head}![](a.jpg)\n`,
    "news/2017/a.jpg": photograph,
  });
  await make();
  const timesOf = () => kept().map((file) => statSync(file).mtimeMs);
  for (const file of kept()) utimesSync(file, 1, 1);
  const before = timesOf();
  const [index = ""] = filesIn(caches).filter((file) => file.endsWith("/index.json"));
  writeFileSync(join(caches, index), "damaged");
  let damaged = false;
  // Where nothing has changed the cache is not even opened.
  put(article, `${head}![](a.jpg)\n\n改过。\n`);
  await make({ onCacheDamaged: () => (damaged = true) });
  expect(damaged).toBe(true);
  expect(timesOf()).toEqual(before);
  await make({ clean: true });
  expect(timesOf()).toHaveLength(before.length);
  expect(timesOf()).not.toContain(1000);
});

test("what is kept of pictures that are gone is forgotten", async () => {
  const { make, made, put, kept } = site({
    [article]: `${head}![](a.jpg)\n`,
    "news/2017/a.jpg": photograph,
  });
  await make();
  const before = made();
  put("news/2017/a.jpg", other);
  await make();
  expect(made().some((file) => before.includes(file))).toBe(false);
  expect(kept()).toHaveLength(made().length);
});

test.each(["news/2016", "news/2017"])(
  "of two articles with the same picture the one in %s goes: it is that of the other then",
  async (gone) => {
    const { out, make, remove } = site({
      [article]: `${head}![](a.jpg)\n`,
      "news/2017/a.jpg": photograph,
      "news/2016/b.md": `${head.replace("2017", "2016")}![](a.jpg)\n`,
      "news/2016/a.jpg": photograph,
    });
    await make();
    remove(gone);
    await make();
    await make({ out: `${out}-clean` });
    expect(treeOf(out)).toEqual(treeOf(`${out}-clean`));
  },
);

test("any number of jobs gives the same bytes", async () => {
  const { out, make } = site({ [article]: `${head}![](a.jpg)\n`, "news/2017/a.jpg": photograph });
  await make({ clean: true });
  await make({ out: `${out}-4`, clean: true, jobs: 4 });
  expect(treeOf(`${out}-4`)).toEqual(treeOf(out));
});

test("pictures that can't be decoded are problems at their place, all at once, and nothing is published", async () => {
  // Sound in structure, with pixels that were never compressed.
  const scan = await tellingPicture(1, 700, 500).png().toBuffer();
  const noise = Buffer.from(scan).fill(7, 20_000, 40_000);
  const { make, put, made } = site({
    [article]: `${head}前文\n\n![](a.png)\n\n后文\n\n![](b.png)\n\n![](c.jpg)\n`,
    "news/2017/a.png": noise,
    "news/2017/b.png": Buffer.from(noise).fill(9, 30_000, 50_000),
    "news/2017/c.jpg": photograph,
  });
  const { problems, built } = await make();
  expect(built).toBeUndefined();
  expect(problems.map(({ file, line, code }) => [file, line, code])).toEqual([
    [article, 7, "image-broken"],
    [article, 11, "image-broken"],
  ]);
  expect(made()).toEqual([]);
  put("news/2017/a.png", scan);
  put("news/2017/b.png", scan);
  expect((await make()).problems).toEqual([]);
});

test("once a page can't be made, no further picture is encoded", async () => {
  const files: Record<string, string | Uint8Array> = {};
  const shown: string[] = [];
  for (let at = 0; at < 8; at++) {
    files[`news/2017/${at}.jpg`] = await tellingPicture(1, 1300 + at, 500)
      .jpeg()
      .toBuffer();
    shown.push(`![](${at}.jpg)`);
  }
  const { make, kept } = site({ [article]: head + shown.join("\n\n"), ...files });
  const failure = new Error("a layout is at fault");
  const failing = make({
    configure: (config, prepared) => {
      const render = () => {
        throw failure;
      };
      return configure(config, { ...prepared, render });
    },
  });
  await expect(failing).rejects.toBe(failure);
  // Three formats in three widths of each, and a card.
  expect(kept().length).toBeLessThan(40);
});

test("a gallery, a sound and an attachment are whole", async () => {
  const sound = Buffer.concat([Buffer.from([0xff, 0xfb, 0x90, 0x64]), Buffer.alloc(2000)]);
  const { out, make } = site({
    [article]: `${head}![甲](a.jpg)\n![乙](b.jpg)\n\n![录音](a.mp3)\n\n[录音](a.mp3)\n`,
    "news/2017/a.jpg": photograph,
    "news/2017/b.jpg": other,
    "news/2017/a.mp3": sound,
  });
  expect((await make()).problems).toEqual([]);
  expect(all(one(page(out), "div.gallery"), "picture")).toHaveLength(2);
  expect(one(page(out), "audio").attributes["src"]).toBe("/news/2017/a.mp3");
  expect(readFileSync(join(out, "news/2017/a.mp3"))).toEqual(sound);
});

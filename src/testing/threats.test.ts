import { existsSync, mkdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import sharp from "sharp";
import { describe, expect, test } from "vitest";
import configure from "../../.eleventy.ts";
import { build } from "../build/build.ts";
import { filesIn } from "../build/manifest.ts";
import { temporaryFolder } from "./files.ts";
import { all, one, parseHtml, textOf } from "./html.ts";
import { secrets, tellingPicture } from "./pictures.ts";
import { pngOf, samplePdf, samplePng } from "./samples.ts";
import { parseStrictly } from "./strict.ts";
import { parseXml } from "./xml.ts";

/**
 * What a hostile or a careless editor may commit, tried on the real build: a problem with its place,
 * and nothing written; or a page that shows it as text. Builds that are killed, run out of disk or
 * meet each other are in src/build/; time zones in reproducible.test.ts.
 */

const settings = `title: 晋绥
url: https://example.org
columns: [{ id: news, title: 动态 }]
`;
const path = "news/2017/a.md";
const head = "---\ntitle: 甲\ndate: 2017-07-07\n---\n";

const article = (body: string) => head + body;
const field = (lines: string) => `---\ntitle: 甲\ndate: 2017-07-07\n${lines}\n---\n正文。\n`;

type Files = Record<string, string | Uint8Array>;

function write(files: Files): string {
  const folder = join(temporaryFolder(), "content");
  for (const [file, content] of Object.entries({ "site.yaml": settings, ...files })) {
    mkdirSync(dirname(join(folder, file)), { recursive: true });
    writeFileSync(join(folder, file), content);
  }
  return folder;
}

async function attempt(folder: string) {
  const out = join(dirname(folder), "dist");
  const { problems } = await build({ folder, out, now: Date.UTC(2018, 0, 1), configure });
  const errors = problems.filter(({ level }) => level === "error");
  expect(existsSync(out)).toBe(errors.length === 0);
  const told = errors.map(({ file, line, column, code }) => `${file}:${line}:${column} ${code}`);
  const read = (file: string) => readFileSync(join(out, file), "utf8");
  return { told, read, out, files: () => filesIn(out) };
}

/** The errors that a build tells for an article, without the name of its file. */
async function refused(text: string | Uint8Array): Promise<string[]> {
  const { told } = await attempt(write({ [path]: text }));
  return told.map((place) => place.replace(`${path}:`, ""));
}

/** The page that a build makes of an article. */
async function shown(text: string) {
  const { told, read } = await attempt(write({ [path]: text }));
  expect(told).toEqual([]);
  return parseHtml(read("news/2017/a.html"));
}

describe("front matter that would run is a problem", () => {
  const engines = ["js", "javascript", "jsLegacy", "json", "coffee", "yaml", " js", "-"];

  test.each(engines)("---%s", async (engine) => {
    const canary = join(temporaryFolder(), "ran");
    const code = `module.exports = require("fs").writeFileSync(${JSON.stringify(canary)}, "")`;
    const text = `---${engine}\n${code}\n---\n正文\n`;
    expect(await refused(text)).toEqual(["1:1 front-matter-open"]);
    expect(await refused(`\uFEFF${text}`)).toEqual(["1:1 front-matter-open"]);
    // Without the empty line, its last line would make a heading of the code.
    const page = await shown(article(text.replace("\n---\n", "\n\n---\n")));
    expect(textOf(one(page, ".body"))).toContain("writeFileSync");
    expect(existsSync(canary)).toBe(false);
  });
});

describe("YAML that makes more of itself than it says", () => {
  test.each([
    ["a function", 'source: !!js/function "function () {}"', "4:9 yaml-tag"],
    ["an object of Python", 'source: !!python/object/apply:os.system ["id"]', "4:9 yaml-tag"],
    ["a tag of its own", "source: !x 甲", "4:9 yaml-tag"],
    ["a bomb of maps", `summary: &a {a: 甲}\ntags: [${"*a, ".repeat(99)}*a]`, "4:10 yaml-alias"],
    ["a cycle", "tags: &a [*a]", "4:7 yaml-alias"],
    ["a merge key", "tags: &a [甲]\n<<: *a", "4:7 yaml-alias"],
  ])("%s", async (_, lines, told) => {
    expect(await refused(field(lines))).toContain(told);
  });

  test("a bomb of lists of lists ends at once", async () => {
    const levels = "bcdefghijklmnop".split("");
    const bomb = levels.map((name, index) => {
      const below = index === 0 ? "甲" : `*${levels[index - 1]}`;
      return `${name}: &${name} [${Array(9).fill(below).join(", ")}]`;
    });
    const told = await refused(field(bomb.join("\n")));
    expect(told).toContain("4:4 yaml-alias");
    expect(new Set(told.map((place) => place.split(" ")[1]))).toEqual(new Set(["yaml-alias"]));
  });
});

describe("keys that would change how a page is made are unknown", () => {
  test.each([
    ...["__proto__", "constructor", "prototype", "toString", "hasOwnProperty"],
    ...["permalink", "layout", "pagination", "eleventyComputed", "eleventyImport", "collections"],
    ...["templateEngineOverride", "permalinkBypassOutputDir", "eleventyExcludeFromCollections"],
  ])("%s", async (key) => {
    expect(await refused(field(`${key}: x`))).toEqual(["4:1 field-unknown"]);
    expect(await refused(field(`${key}: { ${key}: x }`))).toEqual(["4:1 field-unknown"]);
    expect(await refused(field(`source: { name: 甲, ${key}: x }`))).toEqual(["4:20 field-unknown"]);
  });

  test("as values they are text, and no object is changed", async () => {
    const page = await shown(field("tags: [__proto__, constructor]\nauthor: __proto__"));
    expect(
      all(page, ".tags")
        .flatMap((tags) => all(tags, "li"))
        .map(textOf),
    ).toEqual(["__proto__", "constructor"]);
    expect(Object.keys(Object.prototype)).toEqual([]);
  });

  test.each(["__proto__", "constructor"])("%s in site.yaml", async (key) => {
    const { told } = await attempt(write({ "site.yaml": `${settings}${key}: { polluted: x }\n` }));
    expect(told).toEqual(["site.yaml:4:1 field-unknown"]);
    expect(({} as Record<string, unknown>)["polluted"]).toBeUndefined();
  });
});

test.each([
  ...["a.11tydata.js", "a.11ty.js", "a.njk", "a.liquid", "a.html", "a.ts", "a.mjs", "a.cjs"],
  ...["a.json", "a.11tydata.json", "a.svg", "a.sh", "a.exe", "package.json", "a.md.js", "a"],
])("%s has no place in content/", async (name) => {
  const { told } = await attempt(write({ [`news/2017/${name}`]: "throw new Error('ran')" }));
  expect(told).toEqual([`news/2017/${name}:1:1 file-unexpected`]);
});

test("template syntax is printed as it was written", async () => {
  const syntax =
    "{{ 7 * 7 }} {% include x %} {{{ y }}} ${{ secrets.TOKEN }} <%= z %> #{w} {{constructor}}";
  const page = await shown(`---\ntitle: "${syntax}"\ndate: 2017-07-07\n---\n${syntax}\n`);
  expect(textOf(one(page, "h1"))).toBe(syntax);
  expect(textOf(one(page, ".body")).trim()).toBe(syntax);
});

describe("links of the file system are problems, and what they lead to is never read", () => {
  test.each([
    ["an article", path, "/etc/passwd"],
    ["an image", "news/2017/a.png", "/proc/self/environ"],
    ["a folder", "news/2017", "/etc"],
    ["a file of this content folder", path, "../../site.yaml"],
    ["nothing", path, "nowhere.md"],
  ])("%s", async (_, from, to) => {
    const folder = write({});
    mkdirSync(dirname(join(folder, from)), { recursive: true });
    symlinkSync(to, join(folder, from));
    expect((await attempt(folder)).told).toEqual([`${from}:1:1 file-symlink`]);
  });

  test("site.yaml", async () => {
    const folder = write({ [path]: article("正文。") });
    const outside = join(dirname(folder), "site.yaml");
    writeFileSync(outside, settings);
    rmSync(join(folder, "site.yaml"));
    symlinkSync(outside, join(folder, "site.yaml"));
    expect((await attempt(folder)).told).toContain("site.yaml:1:1 file-symlink");
  });
});

describe("images from anywhere but beside the articles are problems", () => {
  test.each([
    ["![](../../../etc/passwd)", "link-outside"],
    ["![](../../../../../../../../etc/passwd.png)", "link-outside"],
    ["![](/etc/passwd)", "image-type"],
    ["![](/etc/passwd.png)", "image-type"],
    ["![](file:///etc/passwd.png)", "link-scheme"],
    ["![](..%2F..%2F..%2Fetc%2Fpasswd.png)", "link-outside"],
    ["![](http://169.254.169.254/latest/meta-data/a.png)", "image-remote"],
    ["![](//example.com/a.png)", "link-scheme"],
    ["![](data:image/png;base64,iVBORw0KGgo=)", "link-scheme"],
    ["![](b.svg)", "image-type"],
    ["![](../../site.yaml)", "image-type"],
  ])("%s", async (body, code) => {
    expect(await refused(article(body))).toEqual([`5:5 ${code}`]);
  });

  test.each(["../../../etc/passwd", "/etc/passwd", "https://example.com/a.png", "a.svg"])(
    "image: %s",
    async (image) => {
      const [told, ...more] = await refused(field(`image: ${image}`));
      expect(told).toMatch(/^4:8 image-(?:type|missing)$/);
      expect(more).toEqual([]);
    },
  );
});

describe("an image is what its bytes say", () => {
  const page = Buffer.from("<!doctype html><script>alert(1)</script>");
  const drawing = Buffer.from(
    '<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>',
  );

  test.each([
    ["HTML", page, "asset-type"],
    ["SVG", drawing, "asset-type"],
    ["a program", Buffer.from("MZ\x90\x00\x03"), "asset-type"],
    ["nothing", Buffer.alloc(0), "asset-type"],
    ["a PDF", samplePdf, "asset-type"],
    ["half an image", samplePng.subarray(0, samplePng.length / 2), "image-broken"],
    ["16,000² pixels", pngOf(16_000, 16_000), "image-pixels"],
    ["21 MiB", Buffer.concat([samplePng, Buffer.alloc(21 * 1024 * 1024)]), "asset-large"],
  ])("%s is told at the line of the article", async (_, bytes, code) => {
    const folder = write({ [path]: article("甲\n\n![图](b.png)\n"), "news/2017/b.png": bytes });
    expect((await attempt(folder)).told).toEqual([`${path}:7:6 ${code}`]);
  });

  test("it is published without what it tells of places and people", async () => {
    const picture = await tellingPicture().jpeg().toBuffer();
    const folder = write({ [path]: article("![图](b.jpg)\n"), "news/2017/b.jpg": picture });
    const { told, out } = await attempt(folder);
    expect(told).toEqual([]);
    const published = readFileSync(join(out, "news/2017/b.jpg"));
    expect(secrets.some((secret) => picture.includes(secret))).toBe(true);
    expect(secrets.some((secret) => published.includes(secret))).toBe(false);
  });

  test("what is made anew of it tells nothing of them either", async () => {
    const picture = await tellingPicture(6, 800, 600).jpeg().toBuffer();
    const folder = write({ [path]: article("![图](b.jpg)\n"), "news/2017/b.jpg": picture });
    const { told, out, files } = await attempt(folder);
    expect(told).toEqual([]);
    const made = files().filter((file) => file.startsWith("assets/b-"));
    expect(made.map((file) => file.replace(/[0-9a-f]{12}/, "HASH")).sort()).toEqual([
      "assets/b-480.HASH.avif",
      "assets/b-480.HASH.jpg",
      "assets/b-480.HASH.webp",
      "assets/b-600.HASH.avif",
      "assets/b-600.HASH.jpg",
      "assets/b-600.HASH.jpg",
      "assets/b-600.HASH.webp",
    ]);
    for (const file of made) {
      const published = readFileSync(join(out, file));
      expect(secrets.some((secret) => published.includes(secret))).toBe(false);
      const told = await sharp(published).metadata();
      expect([file, told.exif, told.xmp, told.iptc]).toEqual([
        file,
        undefined,
        undefined,
        undefined,
      ]);
    }
  });
});

test("no text breaks out of JSON-LD, feeds or sitemaps", async () => {
  const text = `</script><script>alert(1)</script> ]]> <!-- & " ' {{x}}`;
  const value = JSON.stringify(text);
  const head = `title: ${value}\nsummary: ${value}\nauthor: ${value}\nsource: ${value}\n`;
  const folder = write({
    [path]: `---\n${head}date: 2017-07-07\n---\n${text}\n`,
    "site.yaml": `title: ${value}\ndescription: ${value}\n${settings.replace(/^title.*\n/, "")}`,
  });
  const { told, files, read } = await attempt(folder);
  expect(told).toEqual([]);
  const machine = files().filter((file) => /\.(?:xml|json)$/.test(file) && !file.startsWith("."));
  expect(machine.length).toBeGreaterThan(5);
  for (const file of machine) parseStrictly(file, read(file));

  const scripts = all(parseHtml(read("news/2017/a.html")), "script");
  const isData = ({ attributes }: (typeof scripts)[number]) =>
    attributes["type"] === "application/ld+json";
  // What runs is the same on a page without such text.
  const running = scripts.filter((script) => !isData(script));
  const harmless = all(parseHtml(read("index.html")), "script").filter((one) => !isData(one));
  expect(running.map(textOf)).toEqual([...harmless.map(textOf), ""]);
  const data = scripts.filter(isData).map((script) => JSON.parse(textOf(script)));
  expect(JSON.stringify(data)).toContain(JSON.stringify(text));
  expect(textOf(parseXml(read("feed.xml")))).toContain(text);
  expect(JSON.parse(read("feed.json")).items[0].title).toBe(text);
});

test("raw HTML is shown as text", async () => {
  const html =
    '<script>alert(1)</script><img src=x onerror="alert(1)"><iframe src="//x"></iframe><!-- x --><svg/onload=alert(1)>';
  const page = await shown(article(`甲 ${html}\n\n${html}\n`));
  const body = one(page, ".body");
  expect(all(body).map(({ name }) => name)).toEqual(["p", "p"]);
  expect(textOf(body)).toContain(html);
});

describe("links may lead to http, https, mailto, tel and headings, in no disguise to anything else", () => {
  test.each([
    ...[
      "javascript:alert(1)",
      "JaVaScRiPt:alert(1)",
      "vbscript:x",
      "data:text/html,x",
      "file:///etc",
    ],
    ...["blob:https://x/y", "view-source:https://x", "intent://x#Intent;end", "feed:javascript:x"],
    ...["ftp://example.com", "//example.com", "\\\\example.com", "/\\example.com", "ms-word:x"],
    ...["&#106;avascript:alert(1)", "java&Tab;script:alert(1)", "java&NewLine;script:x"],
    ...["&#1;javascript:alert(1)", "javascript&colon;alert(1)"],
  ])("%s", async (target) => {
    expect(await refused(article(`[甲](<${target}>)`))).toEqual([
      expect.stringMatching(/^5:\d+ link-(?:scheme|malformed|missing)$/),
    ]);
  });

  test("a source has a web address or none", async () => {
    for (const url of ["javascript:alert(1)", "//example.com", "ftp://example.com", "data:,x"]) {
      const told = await refused(field(`source: { name: 甲, url: "${url}" }`));
      expect(told).toEqual(["4:25 url-format"]);
    }
  });

  test.each(["http://%zz", "http:///", "https://", "http://[::1", "mailto:", "https://a b"])(
    "the malformed %s",
    async (target) => {
      expect(await refused(article(`[甲](<${target}>)`))).toEqual([
        expect.stringMatching(/^5:\d+ link-(?:malformed|scheme)$/),
      ]);
    },
  );

  test("what is allowed keeps what it says, and leaves the site without a trace of it", async () => {
    const page = await shown(
      article(
        "[甲](https://example.com/?a=1&b=2) [乙](mailto:a@b.cn) [丙](tel:010-1) [丁](#戊)\n\n## 戊\n",
      ),
    );
    const links = all(one(page, ".body"), "a").map(({ attributes }) => attributes);
    expect(links.map(({ href }) => href)).toEqual([
      "https://example.com/?a=1&b=2",
      "mailto:a@b.cn",
      "tel:010-1",
      "#%E6%88%8A",
    ]);
    expect(links[0]?.["rel"]).toContain("noopener");
  });
});

describe("bytes that are no UTF-8 text are problems", () => {
  test.each([
    ["UTF-16 LE", Buffer.from(`\uFEFF${article("正文。")}`, "utf16le"), "1:1 encoding"],
    ["UTF-16 BE", Buffer.from(`\uFEFF${article("正文。")}`, "utf16le").swap16(), "1:1 encoding"],
    ["GBK", Buffer.from("---\ntitle: \xbd\xfa\xcb\xe7\n---\n", "latin1"), "2:8 encoding"],
    ["a broken sequence", Buffer.from(`${article("")}\xe6\x99`, "latin1"), "5:1 encoding"],
    ["two byte order marks", Buffer.from(`\uFEFF\uFEFF${article("")}`), "1:1 byte-order-mark"],
    ["NUL", Buffer.from(article("正\u0000文")), "5:2 control-character"],
    ["an escape sequence", Buffer.from(article("\u001B[2J")), "5:1 control-character"],
    ["a character that turns the text", Buffer.from(article("正\u202E文")), "5:2 bidi-character"],
  ])("%s", async (_, bytes, told) => {
    expect(await refused(bytes)).toEqual([told]);
  });

  test.each([
    ['"\\0"', "control-character"],
    ['"\\e[2J"', "control-character"],
    ['"\\ud800"', "control-character"],
    ['"a\\rb"', "control-character"],
    ['"\\u202E"', "bidi-character"],
  ])("escaped in a value: %s", async (value, code) => {
    expect(await refused(field(`source: ${value}`))).toEqual([`4:9 ${code}`]);
  });

  test("as entities of the body", async () => {
    expect(await refused(article("甲&#x202E;乙"))).toEqual(["5:1 bidi-character"]);
    expect(await refused(article("甲&#12;乙"))).toEqual(["5:1 control-character"]);
    const page = await shown(article("甲&#0;&#x1;&#xD800;&#xFFFE;乙"));
    expect(textOf(one(page, ".body")).trim()).toMatch(/^甲(?:\uFFFD|&#[^;]+;)+乙$/u);
  });
});

describe("what an input method makes of front matter is told at its line", () => {
  test.each([
    ["a full-width colon", head.replace("title:", "title："), "2:6 yaml-colon"],
    ["no space", head.replace("title: ", "title:"), "2:6 yaml-colon"],
    ["full-width hyphens at the start", head.replace("---", "－－－"), "1:1 front-matter-open"],
    ["full-width hyphens at the end", head.replace(/---\n$/, "－－－\n"), "4:1 front-matter-close"],
    ["a space before", head.replace("---", " ---"), "1:1 front-matter-open"],
    ["a tab", field("source:\n\tname: 甲"), "5:1 yaml-tab"],
    ["no end", "---\ntitle: 甲\ndate: 2017-07-07\n\n正文。\n", "5:1 front-matter-close"],
    ["nothing", "正文。\n", "1:1 front-matter-open"],
    ["an empty file", "", "1:1 front-matter-open"],
  ])("%s", async (_, text, told) => {
    expect(await refused(text)).toEqual([told]);
  });
});

test.each([
  ["2024-02-30", "date-calendar"],
  ["2024-13-45", "date-calendar"],
  ["2023-02-29", "date-calendar"],
  ["2024-01-01 25:00", "date-calendar"],
  ["2024/1/2", "date-format"],
  ["2024年3月5日", "date-format"],
  ["20240305", "date-format"],
  ["5 March 2024", "date-format"],
  ["昨天", "date-format"],
  ["1709568000", "date-format"],
  ["", "field-required"],
])("the date %s is never guessed", async (date, code) => {
  const told = await refused(`---\ntitle: 甲\ndate: ${date}\n---\n正文。\n`);
  expect(told).toEqual([expect.stringMatching(new RegExp(`^\\d:\\d ${code}$`))]);
});

test("an article without a date is a problem", async () => {
  expect(await refused("---\ntitle: 甲\n---\n正文。\n")).toEqual(["1:1 field-required"]);
});

describe("front matter and files have bounds", () => {
  test.each([
    ["a key twice", field("source: 甲\nsource: 乙"), "5:1 yaml-duplicate-key"],
    ["16 KiB", field(`summary: ${"a".repeat(17_000)}`), "4:1 front-matter-large"],
    ["depth", field("source: { a: { b: { c: { d: { e: x } } } } }"), "4:29 yaml-depth"],
    ["1 MiB", article("字".repeat(350_000)), "1:1 file-large"],
  ])("%s", async (_, text, told) => {
    expect(await refused(text)).toEqual([told]);
  });
});

describe("an address belongs to one file", () => {
  const right = article("正文。");

  test.each([
    ["by case", { [path]: right, "news/2017/A.md": right }, `${path}:1:1`],
    [
      "a list page",
      { "news/2017/a.md": right, "pages/index.md": "---\ntitle: 甲\n---\n正文。\n" },
      "pages/index.md:1:1",
    ],
    ["a former address", { [path]: field("aliases: /index.html") }, `${path}:4:10`],
    [
      "another's former address",
      { [path]: right, "news/2017/b.md": field("aliases: /news/2017/a.html") },
      "news/2017/b.md:4:10",
    ],
  ])("%s", async (_, files: Files, place) => {
    expect((await attempt(write(files))).told).toEqual([`${place} address-taken`]);
  });

  test("by Unicode form: a letter and its accent as two characters are refused", async () => {
    const { told } = await attempt(write({ "news/2017/e\u0301.md": right }));
    expect(told).toEqual(["news/2017/e\u0301.md:1:1 file-name"]);
  });

  test.each(["news/2017/a.html", "news/index.html", "feed.xml", "v1.2"])(
    "a folder named like a file: %s",
    async (name) => {
      const { told } = await attempt(write({ [path]: right, [`${name}/b.png`]: samplePng }));
      expect(told).toEqual([`${name}:1:1 file-name`]);
    },
  );

  test("a name of more than 200 bytes is refused", async () => {
    const name = `news/2017/${"晋".repeat(67)}.md`;
    expect((await attempt(write({ [name]: right }))).told).toEqual([`${name}:1:1 file-name-long`]);
  });

  test("a former address can't leave the output folder", async () => {
    for (const alias of ["/../x.html", "/a/../../x.html", "//x.html", "/a/./x.html", "x.html"]) {
      expect(await refused(field(`aliases: "${alias}"`))).toEqual(["4:10 alias-format"]);
    }
  });
});

test("what is withheld is nowhere in the site, and the build lists it", async () => {
  const secret = (lines: string) =>
    `---\ntitle: 机密\n${lines}\nsummary: 机密\ntags: [机密]\n---\n机密 ![机密](secret.png)\n`;
  const folder = write({
    [path]: article("[机密的文章](draft.md)"),
    "news/2017/draft.md": secret("date: 2017-07-07\ndraft: true"),
    "news/2017/later.md": secret("date: 2018-07-07"),
    "news/2017/over.md": secret("date: 2017-07-06\nexpires: 2017-12-31"),
    "news/2017/secret.png": samplePng,
  });
  const { told, files, read } = await attempt(folder);
  expect(told).toEqual([]);
  expect(files().filter((file) => /draft|later|over|secret/.test(file))).toEqual([]);
  const shownFiles = files().filter((file) => file !== ".manifest.json");
  expect(shownFiles.length).toBeGreaterThan(5);
  for (const file of shownFiles) {
    expect([file, read(file).replaceAll("机密的文章", "")]).toEqual([
      file,
      expect.not.stringMatching(/机密|draft\.html|secret/),
    ]);
  }
});

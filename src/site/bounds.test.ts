import { mkdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { describe, expect, test } from "vitest";
import { maxFileMilliseconds, workWithinTime } from "../content/time-limit.ts";
import { temporaryFolder } from "../testing/files.ts";
import { loadSite } from "./load.ts";

/**
 * Texts that are known to take parsers of Markdown and YAML long, or to overflow their stack (most
 * of them after cmark's `pathological_tests.py`), at 32 KiB and at a larger size: in the long run,
 * close to the largest that is read. Each is published or is a problem, and none keeps the build
 * waiting.
 */
const settings = `title: 晋绥
url: https://example.org
columns: [{ id: news, title: 动态 }]
`;
const head = "title: 甲\ndate: 2017-07-07";
const file = "news/2017/a.md";

const small = 32 * 1024;
const largest = 1024 * 1024 - 200;
const large = Math.min(largest, Number(process.env["JINSUI_BYTES"] ?? 128 * 1024));
const inFrontMatter = 16_000;

/** Several times the limit of one file: only what hangs takes as long. */
const patience = 20 * maxFileMilliseconds;

/** Loads a site of these files: the codes of its problems by file. */
async function load(files: Record<string, string>): Promise<Record<string, string[]>> {
  const folder = temporaryFolder();
  for (const [path, text] of Object.entries({ "site.yaml": settings, ...files })) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
  // Files are read before it waits for anything.
  const outcome = workWithinTime(() => loadSite({ folder, now: Date.UTC(2018, 0, 1) }), patience);
  if (outcome.kind !== "done") throw new Error(`loading the site: ${outcome.kind}`);
  const { problems } = await outcome.value;
  const found: Record<string, string[]> = {};
  for (const path of new Set(problems.map((one) => one.file))) {
    const codes = problems.filter((one) => one.file === path).map(({ code }) => code);
    found[path] = [...new Set(codes)].sort();
  }
  return found;
}

/** What becomes of an article with this body: the codes of its problems. */
async function article(body: string): Promise<string[]> {
  return (await load({ [file]: `---\n${head}\n---\n${body}\n` }))[file] ?? [];
}

/** A text repeated, or what `line` gives for 0, 1, 2 and so on, up to a size in bytes. */
function fill(bytes: number, line: string | ((index: number) => string)): string {
  const lines: string[] = [];
  let size = 0;
  for (let index = 0; ; index++) {
    const next = typeof line === "string" ? line : line(index);
    size += Buffer.byteLength(next);
    if (size > bytes) return lines.join("");
    lines.push(next);
  }
}

/** As often `open` as `close`, with a text between them. */
function nest(bytes: number, open: string, close: string): string {
  const times = Math.floor((bytes - 3) / Buffer.byteLength(open + close));
  return `${open.repeat(times)}字${close.repeat(times)}`;
}

type Row = [name: string, make: (bytes: number) => string, codes?: string[]];

const repeated = (...texts: string[]): Row[] =>
  texts.map((text) => [text, (bytes) => fill(bytes, text)]);

const bodies: Row[] = [
  ["nested strong emphasis", (bytes) => nest(bytes, "*a **a ", "b** b*")],
  ["nested brackets", (bytes) => nest(bytes, "[", "]")],
  ["nested images", (bytes) => nest(bytes, "![", "](b)"), ["image-type"]],
  ["nested links", (bytes) => nest(bytes, "[a](", ")"), ["link-leftover", "link-missing"]],
  ["nested quotes", (bytes) => `${fill(bytes, "> ")}a`, ["nesting-deep"]],
  ["nested lists", (bytes) => `${fill(bytes, "- ")}a`, ["nesting-deep"]],
  ["nested ordered lists", (bytes) => `${fill(bytes, "1. ")}a`, ["nesting-deep"]],
  [
    "nested lists by lines",
    (bytes) => fill(bytes, (index) => `${"  ".repeat(index)}* a\n`),
    ["nesting-deep"],
  ],
  ["quotes and lists by turns", (bytes) => `${fill(bytes, "> - ")}a`, ["nesting-deep"]],
  ["mismatched openers and closers", (bytes) => fill(bytes, "*a_ ")],
  ["closers, a multiple of 3", (bytes) => `a**b${fill(bytes, "c* ")}`],
  ["NUL", (bytes) => fill(bytes, "a\u0000"), ["control-character"]],
  ["backticks of growing length", (bytes) => fill(bytes, (index) => `e${"`".repeat(index)}`)],
  [
    "definitions of links",
    (bytes) => fill(bytes, (index) => `[r${index}]: u\n`),
    ["reference-unused"],
  ],
  ["definitions of one link", (bytes) => `${fill(bytes, "[a]: u\n")}\n[a]`, ["link-missing"]],
  ["links to one definition on two lines", (bytes) => `[x]:\n a.md\n\n${fill(bytes, "[x]\n")}`],
  [
    "definitions of one note",
    (bytes) => `a[^1]\n\n${fill(bytes, "[^1]: n\n\n")}`,
    ["footnote-twice"],
  ],
  [
    "definitions of notes",
    (bytes) => fill(bytes, (index) => `[^${index}]: n\n\n`),
    ["footnote-unused"],
  ],
  ["references to one note", (bytes) => `${fill(bytes, "a[^1]")}\n\n[^1]: n`],
  ["empty lines in an item", (bytes) => `* a\n${fill(bytes, "    \n")}    b`],
  [
    "a wide table",
    (bytes) => ["a|", "-|", "b|"].map((cell) => `|${fill(bytes / 3, cell)}`).join("\n"),
  ],
  ["a long table", (bytes) => `|a|b|\n|-|-|\n${fill(bytes, "|c|d|\n")}`],
  [
    "rows shorter than the head",
    (bytes) => `|${"a|".repeat(5000)}\n|${"-|".repeat(5000)}\n${fill(bytes - 20_003, "|\n")}`,
  ],
  ["headings of one name", (bytes) => fill(bytes, "## a\n\n")],
  ["links to this page", (bytes) => fill(bytes, "[a](a.md) ")],
  ["links that may not be", (bytes) => fill(bytes, "[a](x:y) "), ["link-scheme"]],
  ["addresses", (bytes) => fill(bytes, "https://a.cn ")],
  ["Han text with asterisks", (bytes) => fill(bytes, "兴**县。**")],
  ["lines of Han text", (bytes) => fill(bytes, "正文\n")],
  ["one line of Han text", (bytes) => fill(bytes, "正文")],
  ["list items", (bytes) => fill(bytes, "- a\n")],
  ["items without a space", (bytes) => fill(bytes, "-字\n"), ["list-space"]],
  ["items of Word", (bytes) => fill(bytes, "•字\n"), ["list-mark"]],
  [
    "numbers without a space",
    (bytes) => fill(bytes, (index) => `${(index % 999) + 1}.字\n`),
    ["list-mark"],
  ],
  ["rows without a head", (bytes) => fill(bytes, "｜字｜\n"), ["table-leftover"]],
  ["a wide row of dashes", (bytes) => `|a|\n${fill(bytes, "|——")}`, ["table-leftover"]],
  ["a wide row of dashes that is none", (bytes) => `|a|\n${fill(bytes, "|—— ")}a`],
  ["headings without a space", (bytes) => fill(bytes, "##　字\n"), ["heading-space"]],
  ["lines of full-width spaces", (bytes) => fill(bytes, "　\n"), ["body-empty"]],
  ["full-width spaces", (bytes) => `##${fill(bytes, "　")}`],
  ["quotes in full width", (bytes) => fill(bytes, "＞字\n"), ["quote-mark"]],
  ["strong text that is none", (bytes) => fill(bytes, "**a **b "), ["strong-leftover"]],
  ["hidden names", (bytes) => fill(bytes, "张** "), []],
  ["full-width asterisks", (bytes) => fill(bytes, "字＊＊字 "), ["strong-leftover"]],
  ["hidden numbers", (bytes) => fill(bytes, "1****2，"), ["stars-lost"]],
  ["asterisks between letters", (bytes) => fill(bytes, "字*")],
  ["lines below a text", (bytes) => fill(bytes, "字\n---\n"), ["heading-underline"]],
  ["<!-- ", (bytes) => fill(bytes, "<!-- "), ["html-tag"]],
  ['<a href="', (bytes) => fill(bytes, '<a href="'), ["html-tag"]],
  ["tags", (bytes) => fill(bytes, "<b>"), ["html-tag"]],
  ["tags without an end", (bytes) => fill(bytes, "<b ")],
  ["spaces in a tag", (bytes) => `<b${fill(bytes, " ")}a`],
  ["notes in Chinese brackets", (bytes) => fill(bytes, "【^1"), []],
  ["images in one line", (bytes) => fill(bytes, "![](x) "), ["image-type"]],
  ["![[]()", (bytes) => fill(bytes, "![[]()"), ["link-malformed"]],
  [">", (bytes) => fill(bytes, ">"), ["nesting-deep"]],
  ["[a](", (bytes) => fill(bytes, "[a]("), ["link-leftover"]],
  ["[a](<b", (bytes) => fill(bytes, "[a](<b"), ["link-leftover"]],
  ["[^a]", (bytes) => fill(bytes, "[^a]"), ["link-leftover"]],
  ...repeated("a** ", "**", "~~a", "a]", "[", "]", "![", "`", "<"),
  ...repeated("<![CDATA[", "&#", '"', "(", "\\", "|", "|\n", "http://", "a@a", "mailto:"),
  ...repeated("**。", "** ", "```a", "#", "a\u0301", "👨‍👩‍👧"),
];

/** Bodies on which a library takes time that grows with the square of their length. */
const endless: Row[] = [
  ["nested notes", (bytes) => nest(bytes, "^[", "]")],
  ["notes in the text", (bytes) => fill(bytes, "^[a]")],
  ["notes", (bytes) => fill(bytes, (index) => `a[^${index}]\n\n[^${index}]: n\n\n`)],
  ["openers of notes, with a note", (bytes) => `${fill(bytes - 20, "[^")}\n\n^[a]\n`],
];

const unknown = ["field-unknown"];

/** Lines of YAML, and what site.yaml has for problems if not the same; `summary` is `description` there. */
const yamls: [...row: Row, ofSite?: string[]][] = [
  [
    "a long flow sequence",
    (bytes) => `tags: [${fill(bytes - 10, "b, ")}]`,
    ["field-long"],
    unknown,
  ],
  ["nested lists", (bytes) => `tags: ${nest(bytes - 10, "[", "]")}`, ["yaml-depth"]],
  ["lists that never end", (bytes) => `tags: ${fill(bytes, "[")}`, ["yaml-depth"]],
  ["nested maps", (bytes) => `source: ${nest(bytes - 10, "{a: ", "}")}`, ["yaml-depth"]],
  ["lists in maps in lists", (bytes) => `source: ${fill(bytes, '[{"":')}`, ["yaml-depth"]],
  ["nested block lists", (bytes) => `tags:\n  ${fill(bytes, "- ")}`, ["yaml-depth"]],
  ["nested explicit keys", (bytes) => fill(bytes, "? "), ["yaml-depth"]],
  [
    "nested block maps",
    (bytes) => fill(bytes, (index) => `${" ".repeat(index)}a:\n`),
    ["yaml-depth"],
  ],
  ["a block scalar", (bytes) => `x: |\n${fill(bytes, "  字\n")}`, ["field-unknown"]],
  ["a scalar of line breaks", (bytes) => `summary: |+\n${fill(bytes, "\n")}`, ["field-required"]],
  ["many keys", (bytes) => fill(bytes, (index) => `k${index}: v\n`), ["field-unknown"]],
  ["one key", (bytes) => fill(bytes, "k: v\n"), ["yaml-duplicate-key"]],
  [
    "many keys in braces",
    (bytes) => `source: {${fill(bytes - 20, (index) => `k${index}: v, `)}}`,
    ["field-required", "field-unknown"],
    unknown,
  ],
  ["anchors", (bytes) => fill(bytes, (index) => `k${index}: &a${index} v\n`), ["yaml-alias"]],
  ["aliases", (bytes) => `a: &a b\ntags: [${fill(bytes - 20, "*a, ")}]`, ["yaml-alias"]],
  [
    "an alias bomb",
    () => fill(2000, (index) => `k${index}: &k${index} [${`*k${index - 1},`.repeat(9)}]\n`),
    ["yaml-alias"],
  ],
  ["cyclic anchors", () => "a: &a [*a]\nb: &b { b: *b }", ["yaml-alias"]],
  ["colons", (bytes) => `summary: ${fill(bytes, "b:")}`, ["yaml-syntax"]],
  ["colons and spaces", (bytes) => `summary: ${fill(bytes, "a: ")}`, ["yaml-depth"]],
  [
    "a plain scalar of many lines",
    (bytes) => `summary: b\n${fill(bytes, "  c\n")}`,
    ["field-long"],
  ],
  ["double quotes", (bytes) => `summary: ${fill(bytes, '"')}`, ["yaml-syntax"]],
  ["single quotes", (bytes) => `summary: ${fill(bytes, "'")}`, ["field-long"]],
  [
    "quotes that never end",
    (bytes) => fill(bytes, 'a: "\n'),
    ["yaml-duplicate-key", "yaml-syntax"],
  ],
  ["escapes", (bytes) => `summary: "${fill(bytes - 20, "\\n")}"`, ["field-required"]],
  ["tabs", (bytes) => `summary:${fill(bytes, "\t")}b`],
  ["lines of tabs", (bytes) => `summary:\n${fill(bytes, "\tb\n")}`, ["yaml-tab"]],
  ["comments", (bytes) => fill(bytes, "# c\n")],
  ["comments in a row", (bytes) => `summary: b${fill(bytes, " # c")}`, ["yaml-comment"]],
  ["empty lines", (bytes) => fill(bytes, "\n")],
  ["documents", (bytes) => fill(bytes, "...\n"), ["yaml-syntax"]],
  ["asterisks", (bytes) => `tags: ${fill(bytes, "* ")}`, ["yaml-syntax"]],
  ["full-width colons", (bytes) => fill(bytes, "键：值\n"), ["yaml-colon"]],
  ["letters", (bytes) => fill(bytes, "键"), ["yaml-syntax"]],
  ["keys that are lists", (bytes) => fill(bytes, "[a]: b\n"), ["yaml-syntax"]],
];

describe("a body", () => {
  test.each(bodies)("%j", async (_, make, codes = []) => {
    expect(await article(make(small))).toEqual(codes);
    expect([codes, ["article-slow"]]).toContainEqual(await article(make(large)));
  });

  test.each(endless)("%j is a problem", async (_, make) => {
    expect(await article(make(largest))).toEqual(["article-slow"]);
  });
});

describe("front matter and site.yaml", () => {
  test.each(yamls)("%j", async (_, make, codes = [], ofSite = codes) => {
    const article = `---\n${head}\n${make(inFrontMatter)}\n---\n正文。\n`;
    expect((await load({ [file]: article }))[file] ?? []).toEqual(codes);
    const site = `${settings}${make(large).replaceAll("summary", "description")}\n`;
    const found = (await load({ "site.yaml": site }))["site.yaml"] ?? [];
    expect([ofSite, ["article-slow"]]).toContainEqual(found);
  });
});

test("one that runs on does not keep its neighbours from being told about as ever", async () => {
  const names = Array.from({ length: 20 }, (_, index) => `news/2017/${index}.md`);
  const [bad = ""] = names.slice(7);
  const files = names.map((name) => [name, `---\n${head}\n---\n# 标题\n\n[甲](x:y)\n`]);
  const runsOn = `---\n${head}\n---\n# 标题\n\n${fill(60_000, "^[a]")}\n`;
  const found = await load({ ...Object.fromEntries(files), [bad]: runsOn });
  const expected = names.map((name) => [name, ["heading-level", "link-scheme"]]);
  expect(found).toEqual({ ...Object.fromEntries(expected), [bad]: ["article-slow"] });
});

import { tests } from "commonmark-spec";
import MarkdownIt, { type MarkdownIt as Parser, type Token } from "markdown-it";
import { describe, expect, test } from "vitest";
import { catalogue } from "../messages/index.ts";
import type { ProblemCode } from "../problems/problem.ts";
import { createMarkdown } from "./render.ts";

/**
 * Every example of the CommonMark specification (0.31.2) against our renderer. An example that is
 * not listed below gives the HTML of the specification; a listed one gives what the reasons that
 * list it make of it, and nothing else.
 */
const examples = tests.map(({ markdown, html, number }) => {
  return { number, source: markdown.replaceAll("→", "\t"), html: html.replaceAll("→", "\t") };
});

type Example = (typeof examples)[number];

interface Reason {
  why: string;
  examples: number[];
  /** Gives a plain CommonMark parser the same difference. */
  parser?: (plain: Parser) => void;
  /** Gives the HTML of the specification the same difference. */
  html?: (html: string) => string;
  /** Whether the example shows the reason: what there is in it, and what becomes of it. */
  shows: (example: Example, ours: ReturnType<typeof render>) => boolean;
}

const reasons: Reason[] = [
  {
    why: "raw HTML is shown as text",
    examples: [
      21, 31, 110, 148, 149, 150, 151, 152, 153, 154, 155, 156, 157, 158, 159, 160, 161, 162, 163,
      164, 165, 166, 167, 168, 169, 170, 171, 172, 173, 174, 175, 176, 177, 178, 179, 180, 181, 182,
      183, 184, 185, 186, 187, 188, 189, 190, 191, 201, 308, 309, 344, 475, 476, 477, 491, 494, 524,
      536, 613, 614, 615, 616, 617, 623, 625, 626, 627, 628, 629, 630, 631, 642, 643,
    ],
    parser: (plain) => plain.set({ html: false }),
    shows: ({ source }, { html }) => {
      const raw = tokensOf(source, (plain) => plain.disable("code")).filter(({ type }) => {
        return /^html_/.test(type);
      });
      return raw.length > 0 && raw.every(({ content }) => !html.includes(content.trim()));
    },
  },
  {
    why: "indented lines are a paragraph, not code",
    examples: [
      1, 2, 3, 5, 6, 7, 8, 18, 36, 48, 69, 85, 100, 107, 110, 111, 112, 114, 115, 116, 117, 118,
      134, 182, 183, 184, 191, 211, 225, 231, 236, 252, 253, 254, 257, 264, 270, 271, 272, 273, 274,
      278, 286, 287, 288, 289, 290, 309, 313,
    ],
    parser: (plain) => plain.disable("code"),
    shows: ({ source }) =>
      [true, false].some((html) => {
        const tokens = tokensOf(source, (plain) => plain.set({ html }));
        return tokens.some(({ type }) => type === "code_block");
      }),
  },
  {
    why: "bare addresses are links",
    examples: [602, 608, 611],
    parser: (plain) => {
      plain.enable("linkify").set({ linkify: true });
      plain.linkify.set({ fuzzyLink: false, fuzzyEmail: false, fuzzyIP: false });
    },
    shows: (example, { html }) => count(html, "<a ") > count(example.html, "<a "),
  },
  {
    why: "spaces that do not break, at the start of a paragraph, are an indent",
    examples: [25],
    html: (html) => html.replace(/<p>\u00A0/g, "<p>"),
    shows: ({ html }) => html.includes("<p>\u00A0"),
  },
  {
    why: "the destination is a file of the content folder, and is shown as its address",
    examples: [
      194, 195, 203, 204, 484, 492, 495, 496, 498, 499, 500, 503, 504, 517, 522, 524, 531, 573, 576,
      577, 578,
    ],
    html: (html) =>
      destinations(html, (to) => (/^(?![/#]|[a-z+.-]+:)./i.test(to) ? fileAddress(to) : to)),
    shows: (_, { links }) => links.some(({ target }) => target.kind === "file"),
  },
  {
    why: "an outside address is written as browsers write it (WHATWG URL)",
    examples: [20, 501, 594, 597, 608, 611],
    html: (html) => destinations(html, (to) => (URL.canParse(to) ? new URL(to).href : to)),
    shows: ({ source }, { html }) => {
      const outside = normalised(html).matchAll(/href="([a-z]+:[^"]*)"/g);
      return Array.from(outside).some(([, href = ""]) => !source.includes(href));
    },
  },
  {
    why: "only links of known schemes pass",
    examples: [596, 598, 599, 601],
    html: (html) => html.replace(/href="[^"]*"/, 'href=""'),
    shows: (_, { told }) => told.includes("link-scheme"),
  },
  {
    why: "a backslash in a destination is a mistake",
    examples: [202, 502, 603],
    html: (html) => html.replace(/href="[^"]*"/, 'href=""'),
    shows: ({ source }, { told }) => source.includes("\\") && told.includes("link-malformed"),
  },
  {
    why: "a domain has no other signs in it than domains have",
    examples: [346],
    html: (html) => html.replace(/href="[^"]*"/, 'href=""'),
    shows: (_, { told }) => told.includes("link-malformed"),
  },
  {
    why: "an image is an image file of the site",
    examples: [520, 572, 574, 575, 579, 580, 581, 582, 583, 584, 585, 586, 587, 588, 589, 591],
    html: (html) => html.replace(/src="[^"]*"/, 'src=""'),
    shows: (_, { told }) => told.includes("image-type"),
  },
  {
    why: "an image alone in its paragraph is a figure",
    examples: [
      520, 572, 573, 574, 575, 576, 577, 578, 580, 581, 582, 583, 584, 585, 586, 588, 589, 591,
    ],
    html: (html) =>
      html.replace(/<p>(<img [^>]*>)<\/p>\n/, (_, image: string) => {
        const [, alt, title] = /alt="([^"]*)"(?: title="([^"]*)")?/.exec(image) ?? [];
        const caption = (title ?? alt) ? `<figcaption>${title ?? alt}</figcaption>` : "";
        return `<figure>${image.replace(/ title="[^"]*"/, "")}${caption}</figure>\n`;
      }),
    shows: (example, { html }) => /<p><img [^>]*><\/p>/.test(example.html) && /<figure>/.test(html),
  },
];

/** The problems that examples have: each is right CommonMark and yet no article as it should be. */
const problems: { code: ProblemCode; why: string; examples: number[] }[] = [
  {
    code: "heading-level",
    why: "the title of an article is the only first-level heading",
    examples: [10, 62, 66, 67, 68, 72, 75, 76, 78, 79, 115, 141, 214, 227, 228, 229, 230, 232, 300],
  },
  {
    code: "heading-underline",
    why: "a line below a text is meant as a line",
    examples: [59, 80, 81, 82, 83, 84, 86, 89, 90, 91, 95, 96, 102, 103, 141, 215, 300],
  },
  {
    code: "link-leftover",
    why: "what looks like a link and is none is hardly ever meant",
    examples: [41, 488, 490, 491, 493, 494, 497, 508, 511],
  },
  {
    code: "heading-space",
    why: "so is what looks like a heading",
    examples: [63, 64, 69, 70],
  },
  { code: "list-space", why: "or like an item of a list", examples: [110, 238, 312] },
  { code: "quote-mark", why: "or like a quote", examples: [231, 289] },
  { code: "strong-leftover", why: "or like strong emphasis", examples: [379, 391] },
  {
    code: "stars-lost",
    why: "asterisks between digits hide some of them, or multiply",
    examples: [356, 417],
  },
  {
    code: "html-tag",
    why: "raw HTML is shown as text",
    examples: [
      21, 31, 91, 110, 148, 149, 150, 152, 153, 154, 155, 156, 159, 160, 161, 162, 164, 166, 167,
      168, 169, 170, 174, 175, 176, 177, 178, 179, 183, 184, 185, 186, 187, 188, 189, 190, 191, 308,
      309, 344, 475, 476, 477, 494, 613, 614, 615, 616, 620, 622, 625, 626, 630, 631, 632, 642, 643,
    ],
  },
  {
    code: "link-malformed",
    why: "a link leads somewhere",
    examples: [200, 202, 346, 485, 486, 487, 502, 567, 603],
  },
  {
    code: "reference-unused",
    why: "the definition of a link that nothing uses is not shown",
    examples: [207, 208, 210, 317, 537, 538, 545, 563, 565, 567, 571, 592],
  },
  {
    code: "image-type",
    why: "an image is an image file of the site",
    examples: [520, 572, 574, 575, 579, 580, 581, 582, 583, 584, 585, 586, 587, 588, 589, 591],
  },
  { code: "link-scheme", why: "only links of known schemes pass", examples: [596, 598, 599, 601] },
];

const ofMarkdown =
  /<\/?(?:p|em|strong|ul|li|blockquote|pre|code|a|h[1-6]|figure|figcaption)>|<(?:ol(?: start="\d+")?|ol|hr|br)>|<\/ol>|<h[1-6] id="[^"<>]*">|<code class="language-[^"<>]*">|<a href="[^"<>]*"(?: title="[^"<>]*")?(?: rel="external noopener noreferrer")?>|<img src="[^"<>]*" alt="[^"<>]*"(?: title="[^"<>]*")? loading="lazy" decoding="async">/g;

const renderMarkdown = createMarkdown(catalogue("zh-Hans").page);

function render(source: string) {
  const told: ProblemCode[] = [];
  const from = { file: "news/2017/a.md", line: 1 };
  const { html, links } = renderMarkdown(source, from, ({ code }) => told.push(code));
  return { html, links, told };
}

/** What of our HTML is no difference: what we add to elements, and how they are closed. */
function normalised(html: string): string {
  const bare = html
    .replace(/<(h[1-6]) id="[^"]*">/g, "<$1>")
    .replace(/(<a [^>]*?) rel="external noopener noreferrer"/g, "$1")
    .replace(/(<img [^>]*?) loading="lazy" decoding="async"/g, "$1")
    .replace(/<(br|hr|img)\b([^>]*?)(?: \/)?>/g, "<$1$2 />")
    .replace(/<blockquote>\n<\/blockquote>/g, "<blockquote></blockquote>");
  return destinations(bare, (to) => to);
}

/**
 * Changes the destinations of links and images. They are compared with their escapes undone, but for
 * those of characters that would end an attribute or a tag.
 */
function destinations(html: string, change: (destination: string) => string): string {
  return html.replace(/ (href|src)="([^"]*)"/g, (_, attribute, to: string) => {
    return ` ${attribute}="${unescaped(change(unescaped(to)))}"`;
  });
}

function unescaped(destination: string): string {
  const escapes = /(?:%(?!22|3C|3E)[\dA-F]{2})+/gi;
  return destination.replace(escapes, (found) => decodeURIComponent(found));
}

function fileAddress(path: string): string {
  return `/news/2017/${path.replace(/^\.\//, "").replace(/\.md$/, ".html")}`;
}

function tokensOf(source: string, change: (plain: Parser) => void): Token[] {
  const plain = new MarkdownIt("commonmark");
  change(plain);
  const tokens = plain.parse(source, {});
  return tokens.flatMap((token) => [token, ...(token.children ?? [])]);
}

function count(text: string, part: string): number {
  return text.split(part).length - 1;
}

/** What the specification's answer becomes when these reasons apply. */
function expectation({ source, html }: Example, applied: readonly Reason[]): string {
  if (applied.length === 0) return normalised(html);
  const plain = new MarkdownIt("commonmark");
  for (const { parser } of applied) parser?.(plain);
  return applied.reduce(
    (text, reason) => reason.html?.(text) ?? text,
    normalised(plain.render(source)),
  );
}

test("the specification has its 652 examples, and a plain parser passes them", () => {
  expect(examples).toHaveLength(652);
  const plain = new MarkdownIt("commonmark");
  const failed = examples.filter(({ source, html }) => {
    return normalised(plain.render(source)) !== normalised(html);
  });
  expect(failed).toEqual([]);
});

const numbered = examples.map((example) => [example.number, example] as const);

const appliedTo = (number: number) => reasons.filter((reason) => reason.examples.includes(number));

describe("gives what the specification says, but for the reasons that list it", () => {
  test.each(numbered)("example %i", (number, example) => {
    const { html } = render(example.source);
    expect(normalised(html)).toBe(expectation(example, appliedTo(number)));
  });
});

describe("is listed rightly: it differs, each reason shows, and each is needed", () => {
  const listed = numbered.filter(([number]) => appliedTo(number).length > 0);

  test.each(listed)("example %i", (number, example) => {
    const applied = appliedTo(number);
    const ours = render(example.source);
    expect(normalised(ours.html)).not.toBe(normalised(example.html));
    for (const reason of applied) {
      expect([reason.why, reason.shows(example, ours)]).toEqual([reason.why, true]);
      const others = applied.filter((other) => other !== reason);
      expect(expectation(example, others)).not.toBe(normalised(ours.html));
    }
  });
});

test("no example has other elements and attributes than Markdown writes", () => {
  const strange = examples.filter(({ source }) => {
    return /[<>]/.test(render(source).html.replace(ofMarkdown, ""));
  });
  expect(strange).toEqual([]);
});

test.each(problems)(
  "$code is a problem of these examples and no others",
  ({ code, examples: listed }) => {
    const found = examples.filter(({ source }) => render(source).told.includes(code));
    expect(found.map(({ number }) => number)).toEqual(listed);
  },
);

test("there are no problems of other kinds", () => {
  const codes = new Set(examples.flatMap(({ source }) => render(source).told));
  expect([...codes].sort()).toEqual(problems.map(({ code }) => code).sort());
});

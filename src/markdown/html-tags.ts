import type { MarkdownIt } from "markdown-it";
import type { HtmlTag } from "../messages/zh-Hans.ts";
import { environmentOf, placeIn } from "./environment.ts";
import { plainTexts } from "./leftovers.ts";
import { shorten } from "./shorten.ts";

/** What editors use the elements of HTML for, by their names. */
const uses: Record<HtmlTag, string> = {
  comment: "!--",
  strong: "b strong",
  line: "br",
  image: "img",
  link: "a",
  heading: "h1 h2 h3 h4 h5 h6",
  list: "ul ol li dl dt dd",
  table: "table thead tbody tfoot tr td th caption",
  quote: "blockquote",
  paragraph: "p div section article center",
  other:
    "i em u s del ins sub sup small big mark font span hr pre code figure figcaption iframe video audio embed object script style",
};

const useOf = new Map(
  Object.entries(uses).flatMap(([use, names]) =>
    names.split(" ").map((name) => [name, use as HtmlTag] as const),
  ),
);

/** An opening tag, whole or up to its first attribute, or the start of a comment. */
const tag = /<(?:(!--)|([a-z][a-z\d]*)(?:\s*\/?>|\s+[a-z-]+\s*=))/gi;

/** Reports tags and comments of HTML: they are shown as text, and hardly ever meant to be. */
export function htmlTags(markdown: MarkdownIt): void {
  // Before texts are joined, a character with a backslash is still a token of its own.
  markdown.core.ruler.before("text_join", "html_tags", ({ src, tokens, env }) => {
    if (!src.includes("<")) return;
    const environment = environmentOf(env);
    let map: [number, number] | null = null;
    for (const token of tokens) {
      map = token.map ?? map;
      const { type, content, children } = token;
      if (type !== "inline" || !children || !content.includes("<")) continue;
      const found = plainTexts(children)
        .flatMap((text) => Array.from(text.matchAll(tag)))
        .find(([, comment, name = ""]) => useOf.has(comment ?? name.toLowerCase()));
      if (!found) continue;
      const [written, comment, name = ""] = found;
      const use = useOf.get(comment ?? name.toLowerCase()) ?? "other";
      const text = comment ? written : `<${name}>`;
      environment.report("html-tag", placeIn(environment, map, written), {
        tag: shorten(text),
        use,
      });
    }
  });
}

import type { MarkdownIt, Token } from "markdown-it";
import { environmentOf } from "./environment.ts";

const containers = /^(?:blockquote|list_item|footnote_reference)_open$/;

/**
 * Reports quotes, lists and notes that are nested so deeply that markdown-it stops reading: it drops
 * what is inside them without a word (`maxNesting`, a limit on its recursion).
 */
export function nesting(markdown: MarkdownIt): void {
  markdown.core.ruler.after("block", "nesting", ({ tokens, env, md }) => {
    // The first is enough: what else is dropped stands inside others like it.
    const dropped = ({ type, level }: Token) =>
      level + 1 >= md.options.maxNesting && containers.test(type);
    const first = tokens.findIndex(dropped);
    if (first === -1) return;
    // A note does not know its lines; what it stands in does.
    const place = tokens.slice(0, first + 1).findLast(({ map }) => map);
    environmentOf(env).report("nesting-deep", place?.map ?? null, {});
  });
}

import type { MarkdownIt } from "markdown-it";
import { environmentOf } from "./environment.ts";

/**
 * Reports items whose number a page would not show: browsers count on from the first number of a
 * list. Repeating the first number is Markdown's way not to count, and is fine.
 */
export function listNumbers(markdown: MarkdownIt): void {
  markdown.core.ruler.push("list_numbers", ({ tokens, env }) => {
    const { report } = environmentOf(env);
    const lists: { first: number; next: number }[] = [];
    for (const { type, info, map } of tokens) {
      if (type === "bullet_list_open" || type === "ordered_list_open") {
        lists.push({ first: -1, next: -1 });
      } else if (type === "bullet_list_close" || type === "ordered_list_close") lists.pop();
      if (type !== "list_item_open" || info === "") continue;
      const list = lists.at(-1);
      if (!list) continue;
      const written = Number(info);
      if (list.first === -1) list.first = list.next = written;
      if (written !== list.next && written !== list.first) {
        report("list-number", map, { written, shown: list.next });
      }
      list.next++;
    }
  });
}

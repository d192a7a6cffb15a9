import type { MarkdownIt } from "markdown-it";
import { codePointOf, turning } from "../problems/invisible.ts";
import { environmentOf } from "./environment.ts";

/**
 * Reports characters that turn the direction of text where they were written as entities, such as
 * `&#x202E;`: those that stand in the file itself are told before.
 */
export function turningEntities(markdown: MarkdownIt): void {
  markdown.core.ruler.push("turning_entities", ({ tokens, env }) => {
    const { lines, report } = environmentOf(env);
    for (const { type, map, content, children } of tokens) {
      if (type !== "inline" || !content.includes("&")) continue;
      const shown = (children ?? []).flatMap(({ content: text, attrs }) => [
        text,
        ...(attrs ?? []).map(([, value]) => value),
      ]);
      const turned = turning.exec(shown.join(""))?.[0];
      if (turned === undefined || lines.some((line) => line.includes(turned))) continue;
      report("bidi-character", map, { codePoint: codePointOf(turned) });
    }
  });
}

import type { MarkdownIt } from "markdown-it";
import { forbiddenCharacter } from "../content/decode.ts";
import { codePointOf, turning } from "../problems/invisible.ts";
import { environmentOf } from "./environment.ts";

/**
 * Reports characters that no page may hold where they were written as entities, such as `&#x202E;`
 * or `&#12;`: those that stand in the file itself are told before.
 */
export function entities(markdown: MarkdownIt): void {
  markdown.core.ruler.push("entities", ({ src, tokens, env }) => {
    if (!src.includes("&")) return;
    const { lines, report } = environmentOf(env);
    for (const { type, map, content, children } of tokens) {
      if (type !== "inline" || !content.includes("&")) continue;
      const shown = (children ?? []).flatMap(({ content: text, attrs }) => [
        text,
        ...(attrs ?? []).map(([, value]) => value),
      ]);
      const text = shown.join("");
      const control = forbiddenCharacter(text);
      if (control) report("control-character", map, { codePoint: control.codePoint });
      const turned = turning.exec(text)?.[0];
      if (turned === undefined || lines.some((line) => line.includes(turned))) continue;
      report("bidi-character", map, { codePoint: codePointOf(turned) });
    }
  });
}

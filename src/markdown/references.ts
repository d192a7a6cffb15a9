import type { MarkdownIt } from "markdown-it";
import { environmentOf } from "./environment.ts";

/**
 * Reports definitions of links, `[label]: address`, that no link uses. They are not shown, and an
 * editor hardly ever means one: `[1]: words` is meant as a footnote, or as text.
 */
export function unusedReferences(markdown: MarkdownIt): void {
  const used = new WeakMap<object, Set<PropertyKey>>();
  markdown.core.ruler.before("inline", "watch_references", ({ env }) => {
    if (!env.references) return;
    const asked = new Set<PropertyKey>();
    used.set(env, asked);
    env.references = new Proxy(env.references, {
      get(references, label) {
        asked.add(label);
        return Reflect.get(references, label);
      },
    });
  });
  markdown.core.ruler.after("inline", "unused_references", ({ env }) => {
    const { references } = env;
    if (!references) return;
    const unused = Object.keys(references).filter((label) => !used.get(env)?.has(label));
    if (unused.length === 0) return;
    const { lines, firstLine, report } = environmentOf(env);
    const places = new Map<string, { at: number; written: string }>();
    for (const [at, text] of lines.entries()) {
      const written = /^\s*(?:>\s*)*\[([^\]]+)\]:/.exec(text)?.[1];
      if (written) places.set(markdown.utils.normalizeReference(written), { at, written });
    }
    for (const label of unused) {
      const { at, written } = places.get(label) ?? { at: 0, written: label };
      report("reference-unused", { line: firstLine + at, column: 1 }, { label: written });
    }
  });
}

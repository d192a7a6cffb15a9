import { hashOf } from "../content/hash.ts";

/**
 * The rendered bodies of articles, by the names under which they are kept; and as text, whatever else
 * of an article is asked for with its body only.
 */
export interface Bodies {
  /** Keeps a body and gives its name: the hash of its content. */
  keep(html: string): string;
  /** The body of a name. Throws where none is kept under it. */
  get(name: string): string;
}

/** Keeps bodies in memory. */
export function bodiesInMemory(): Bodies {
  const bodies = new Map<string, string>();
  return {
    keep(html) {
      const name = hashOf(html);
      bodies.set(name, html);
      return name;
    },
    get(name) {
      const html = bodies.get(name);
      if (html === undefined) throw new Error(`no body is kept under ${name}`);
      return html;
    },
  };
}

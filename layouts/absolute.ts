import { type DefaultTreeAdapterTypes, defaultTreeAdapter, parseFragment, serialize } from "parse5";

const linkAttributes = new Set(["href", "src", "poster"]);

/**
 * An article's rendered body as it reads away from the site: links and pictures that lead to the
 * site by their path, and links to its own headings and notes, become whole addresses. `page` is the
 * whole address of the article.
 */
export function absoluteBody(html: string, page: string): string {
  const fragment = parseFragment(html);
  const base = new URL(page);
  const waiting: DefaultTreeAdapterTypes.ChildNode[] = [...fragment.childNodes];
  for (let node = waiting.pop(); node; node = waiting.pop()) {
    if (!defaultTreeAdapter.isElementNode(node)) continue;
    for (const attribute of node.attrs) {
      if (linkAttributes.has(attribute.name)) attribute.value = new URL(attribute.value, base).href;
      else if (attribute.name === "srcset") attribute.value = absoluteSet(attribute.value, base);
    }
    for (const child of node.childNodes) waiting.push(child);
  }
  return serialize(fragment);
}

/** `/a.png 1x, /b.png 2x`: our addresses are percent-encoded, so that no comma stands in them. */
function absoluteSet(value: string, base: URL): string {
  return value
    .split(",")
    .map((candidate) => {
      const [address = "", ...width] = candidate.trim().split(/\s+/);
      return [new URL(address, base).href, ...width].join(" ");
    })
    .join(", ");
}

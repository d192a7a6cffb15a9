import { type DefaultTreeAdapterTypes, parse, parseFragment } from "parse5";

/** An element of a page; texts and attributes are decoded. */
export interface Element {
  name: string;
  attributes: Record<string, string>;
  children: (Element | string)[];
}

/** Reads a whole HTML document, and throws at the first thing that the HTML standard calls an error. */
export function parseHtml(html: string): Element {
  return elementOf(parse(html, { onParseError: refuseIn(html) }));
}

/** Reads HTML without a document around it, as strictly. */
export function parseHtmlFragment(html: string): Element {
  return elementOf(parseFragment(html, { onParseError: refuseIn(html) }));
}

function refuseIn(html: string) {
  return ({ code, startOffset }: { code: string; startOffset: number }) => {
    throw new Error(`${code}: ${html.slice(startOffset, startOffset + 60)}`);
  };
}

function elementOf(node: DefaultTreeAdapterTypes.ParentNode): Element {
  const attrs = "attrs" in node ? node.attrs : [];
  const children = node.childNodes.flatMap((child): (Element | string)[] => {
    if ("childNodes" in child) return [elementOf(child)];
    return child.nodeName === "#text" && "value" in child ? [child.value] : [];
  });
  return {
    name: node.nodeName.startsWith("#") ? "" : node.nodeName,
    attributes: Object.fromEntries(attrs.map(({ name: key, value }) => [key, value])),
    children,
  };
}

/** The elements inside one that have a name, a class or both (`time`, `.tags`, `p.editor`). */
export function all(element: Element, selector = ""): Element[] {
  const [name, className] = selector.split(".");
  return element.children.flatMap((child) => {
    if (typeof child === "string") return [];
    const classes = (child.attributes["class"] ?? "").split(" ");
    const matches = (!name || child.name === name) && (!className || classes.includes(className));
    return matches ? [child, ...all(child, selector)] : all(child, selector);
  });
}

/** The first of them. Throws where there is none. */
export function one(element: Element, selector: string): Element {
  const [first] = all(element, selector);
  if (!first) throw new Error(`Nothing matches ${selector}`);
  return first;
}

/** The text of an element and all that is in it. */
export function textOf(element: Element): string {
  return element.children
    .map((child) => (typeof child === "string" ? child : textOf(child)))
    .join("");
}

/** The texts of the elements that match. */
export function texts(element: Element, selector: string): string[] {
  return all(element, selector).map(textOf);
}

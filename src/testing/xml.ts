import { SaxesParser } from "saxes";
import type { Element } from "./html.ts";

/** An XML element. Names have their prefix; `attributes` has them as well. */
export interface XmlElement extends Element {
  /** The namespace that the prefix stands for; empty where there is none. */
  namespace: string;
  children: (XmlElement | string)[];
}

/** Reads an XML document, and throws at the first thing that makes it not well-formed. */
export function parseXml(xml: string): XmlElement {
  const root: XmlElement = { name: "", namespace: "", attributes: {}, children: [] };
  const open = [root];
  const parser = new SaxesParser({ xmlns: true });
  parser.on("error", (error) => {
    throw error;
  });
  parser.on("opentag", ({ name, uri, attributes }) => {
    const values = Object.entries(attributes).map(([key, { value }]) => [key, value]);
    const element = { name, namespace: uri, attributes: Object.fromEntries(values), children: [] };
    open.at(-1)?.children.push(element);
    open.push(element);
  });
  parser.on("closetag", () => open.pop());
  parser.on("text", (text) => open.length > 1 && open.at(-1)?.children.push(text));
  parser.on("cdata", (text) => open.at(-1)?.children.push(text));
  parser.write(xml).close();
  const [document] = root.children;
  if (typeof document !== "object") throw new Error("There is no root element");
  return document;
}

/** The child elements of this name, in their order. */
export function childrenOf(element: XmlElement, name: string): XmlElement[] {
  return element.children.filter((child) => typeof child !== "string" && child.name === name) as [];
}

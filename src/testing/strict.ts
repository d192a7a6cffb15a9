import { extname } from "node:path";
import { SaxesParser } from "saxes";
import { type Element, parseHtml } from "./html.ts";

/**
 * Reads a file of a built site with a strict parser of its kind, and throws at the first thing that
 * is not well-formed, or where there is no parser for it. HTML gives its tree.
 */
export function parseStrictly(path: string, text: string): Element | undefined {
  switch (extname(path)) {
    case ".html":
      return parseHtml(text);
    case ".xml":
    case ".xsl":
      parseXml(text);
      return undefined;
    case ".json":
      JSON.parse(text);
      return undefined;
    case ".css":
    case ".txt":
      return undefined;
    default:
      throw new Error(`no strict parser for ${path}`);
  }
}

/** Reads XML, namespaces included (XML 1.0, Namespaces in XML 1.0), and gives its texts. */
export function parseXml(text: string): string[] {
  const texts: string[] = [];
  const parser = new SaxesParser({ xmlns: true });
  parser.on("error", (error) => {
    throw error;
  });
  parser.on("text", (found) => texts.push(found));
  parser.on("cdata", (found) => texts.push(found));
  parser.write(text).close();
  return texts;
}

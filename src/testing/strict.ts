import { extname } from "node:path";
import { Script } from "node:vm";
import { latestAddress } from "../site/addresses.ts";
import { type Element, parseHtml, parseHtmlFragment } from "./html.ts";
import { parseXml } from "./xml.ts";

/**
 * Reads a file of a built site with a strict parser of its kind, and throws at the first thing that
 * is not well-formed, or where there is no parser for it. HTML gives its tree.
 */
export function parseStrictly(path: string, text: string): Element | undefined {
  // What Pagefind makes is in formats of its own.
  if (path.startsWith("search/")) return undefined;
  switch (extname(path)) {
    case ".html":
      return `/${path}`.endsWith(latestAddress) ? parseHtmlFragment(text) : parseHtml(text);
    case ".xml":
    case ".xsl":
      parseXml(text);
      return undefined;
    case ".json":
      JSON.parse(text);
      return undefined;
    case ".js":
      new Script(text);
      return undefined;
    case ".css":
    case ".txt":
      return undefined;
    default:
      throw new Error(`no strict parser for ${path}`);
  }
}

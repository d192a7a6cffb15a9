import XmlBuilder from "fast-xml-builder";

/**
 * An element as an object: attributes under their names with `@` before them, its text under
 * `#text`, child elements under their names, a list where there are several. An element of text
 * alone is its text. No name ever comes from an editor.
 */
export interface XmlElement {
  [name: string]: XmlValue | undefined;
}

export type XmlValue = string | XmlElement | readonly (string | XmlElement)[];

const builder = new XmlBuilder({
  ignoreAttributes: false,
  attributeNamePrefix: "@",
  suppressEmptyNode: true,
});

/**
 * A whole XML 1.0 document with this one root element, in UTF-8; browsers show it by `stylesheet`, the
 * address of one in CSS. Characters that XML does not allow
 * can't come from a file that passed our checks, but from a character reference in Markdown: a form
 * feed (`&#12;`), white space in HTML, becomes a space, any other U+FFFD.
 */
export function xmlDocument(root: string, element: XmlElement, stylesheet?: string): string {
  const declaration = { "@version": "1.0", "@encoding": "UTF-8" };
  const style = stylesheet && { "?xml-stylesheet": { "@type": "text/css", "@href": stylesheet } };
  const xml = builder.build({ "?xml": declaration, ...style, [root]: element });
  return `${xml.replaceAll("\f", " ").replace(notXml, "\uFFFD")}\n`;
}

/** All but the characters of XML 1.0, section 2.2. */
const notXml = /[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu;

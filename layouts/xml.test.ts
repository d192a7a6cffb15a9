import { describe, expect, test } from "vitest";
import { textOf } from "../src/testing/html.ts";
import { parseXml } from "../src/testing/xml.ts";
import { xmlDocument } from "./xml.ts";

test.each([
  "<a>",
  "<a>]]></a>",
  "<a>&nbsp;</a>",
  "<a>\u000B</a>",
  "<a:b/>",
  "<a b='1' b='2'/>",
  "<a/><b/>",
  "",
])("the reader of these tests refuses %j", (xml) => {
  expect(() => parseXml(xml)).toThrow();
});

describe.each([
  ["the end of a CDATA section", "a]]>b"],
  ["markup", `<a href="x">'b'</a><!-- -->`],
  ["a script's end", "</script>"],
  ["references", "&amp; &lt; &#38; &nbsp; &"],
  ["characters beyond 16 bits", "𠮷野家😀"],
  ["controls of direction", "\u202Ea\u2066b\u200F"],
  ["space at both ends", " a "],
  ["nothing but a number", "0"],
  ["the name of what every object has", "__proto__"],
])("%s", (_, text) => {
  test("is read back as it was, as text and as an attribute", () => {
    const root = parseXml(xmlDocument("a", { "@b": text, c: text, d: [text, text] }));
    expect(root.attributes["b"]).toBe(text);
    expect(root.children.map((child) => textOf(child as never))).toEqual([text, text, text]);
  });
});

test.each([
  ["\f", " "],
  ["\u000B", "\uFFFD"],
  ["\u0000", "\uFFFD"],
  ["\uFFFE", "\uFFFD"],
  ["\uD842", "\uFFFD"],
  ["\t\n", "\t\n"],
])("%j, which XML may not allow, is read back as %j", (text, read) => {
  expect(textOf(parseXml(xmlDocument("a", { "#text": `x${text}y` })))).toBe(`x${read}y`);
});

test("what is empty is an empty element, and a list of none is nothing", () => {
  expect(xmlDocument("a", { b: "", c: [], d: undefined, e: { "@f": "", "#text": "" } })).toBe(
    '<?xml version="1.0" encoding="UTF-8"?><a><b/><e f=""/></a>\n',
  );
});

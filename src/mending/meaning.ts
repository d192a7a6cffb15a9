import { siteFile } from "../content/address.ts";
import { decode } from "../content/decode.ts";
import { splitFrontMatter } from "../content/front-matter.ts";
import { parseYaml } from "../content/yaml.ts";
import type { Problem } from "../problems/problem.ts";
import {
  type Reader,
  type readArticle,
  readSettings,
  type readStandingPage,
} from "../site/read.ts";
import { mendableSigns } from "./rules.ts";

/** What a file says, as far as it can be read, to be compared with what it says once it is mended. */
export interface Meaning {
  /** The values of its YAML as JSON, or where it can't be read that YAML itself. */
  head: string;
  /** The page of its Markdown as HTML. */
  html: string;
}

/** A file as it was read: what is wrong in it and what it says. */
export interface Reading {
  problems: Problem[];
  /** Absent where not even its parts can be told. */
  meaning?: Meaning;
}

/** Reads a text as one of the files of a content folder is read. */
export type Read = (text: string) => Reading;

/** How site.yaml is read. */
export const readSite: Read = (text) => {
  const bytes = Buffer.from(text);
  const problems: Problem[] = [];
  readSettings(bytes, (found) => problems.push(found));
  const yaml = decode(siteFile, bytes, () => {});
  return yaml === undefined
    ? { problems }
    : { problems, meaning: { head: headOf(siteFile, yaml), html: "" } };
};

/** How an article or a standing page is read. */
export function readerOf(
  file: string,
  read: typeof readArticle | typeof readStandingPage,
  reader: Reader,
): Read {
  return (written) => {
    const bytes = Buffer.from(written);
    const problems: Problem[] = [];
    const document = read(file, bytes, reader, (found) => problems.push(found));
    const text = decode(file, bytes, () => {});
    const parts = text === undefined ? undefined : splitFrontMatter(file, text, () => {});
    if (!document || !parts) return { problems };
    return { problems, meaning: { head: headOf(file, parts.yaml), html: document.body } };
  };
}

function headOf(file: string, yaml: string): string {
  const source = parseYaml(file, yaml, () => {});
  return source ? JSON.stringify(source.value) : yaml;
}

/** Do both say the same but for signs that nobody sees? */
export function sameButUnseen(before: Meaning, after: Meaning): boolean {
  // In an address they are percent-encoded.
  const signs = [...mendableSigns].map((sign) => encodeURIComponent(sign)).join("|");
  const unseen = new RegExp(`[${mendableSigns}]|${signs}`, "gu");
  const seen = ({ head, html }: Meaning) => `${head}\n${html}`.replace(unseen, "");
  return seen(before) === seen(after);
}

/** Do both say the same but for so many paragraphs that have become headings, and their marks? */
export function sameButHeadings(before: Meaning, after: Meaning, count: number): boolean {
  const text = ({ html }: Meaning) => html.replace(/<\/?(?:p|h[2-6]|br)(?: [^>]*)?>|[\s#＃]+/g, "");
  const headings = ({ html }: Meaning) => html.split(/<h[2-6]/).length;
  return (
    before.head === after.head &&
    headings(before) + count === headings(after) &&
    text(before) === text(after)
  );
}

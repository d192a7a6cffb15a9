import { posix } from "node:path";
import { addressOf, imageTypes, isImage, siteFile } from "../content/address.ts";
import { decode } from "../content/decode.ts";
import { splitFrontMatter } from "../content/front-matter.ts";
import {
  articleFields,
  type Fields,
  type SiteSettings,
  siteFields,
  standingPageFields,
} from "../content/schema.ts";
import { reportUnseen } from "../content/unseen.ts";
import { validate } from "../content/validate.ts";
import { parseYaml, type YamlSource } from "../content/yaml.ts";
import { createMarkdown, type RenderMarkdown } from "../markdown/render.ts";
import { catalogue } from "../messages/index.ts";
import type { LevelSettings } from "../problems/levels.ts";
import { type Problem, problem, withLevel } from "../problems/problem.ts";
import type { Bodies } from "./bodies.ts";
import type { Article, StandingPage, Unfinished } from "./site.ts";
import { reportSlips } from "./slips.ts";

type Report = (problem: Problem) => void;

type ArticleSchema = ReturnType<ReturnType<typeof articleFields>["schema"]>;
type StandingPageSchema = ReturnType<ReturnType<typeof standingPageFields>["schema"]>;

/** What reading a file needs beside the file: all it does depends on site.yaml alone. */
export interface Reader {
  keepBody: Bodies["keep"];
  markdown: RenderMarkdown;
  articles: Fields<ArticleSchema>;
  standingPages: Fields<StandingPageSchema>;
  levels: LevelSettings | undefined;
}

/** What site.yaml says that reading a file depends on. */
export type ReaderSettings = Pick<SiteSettings, "lang" | "timeZone" | "levels">;

/** The reader for a site of this language, time zone and levels of problems. */
export function readerFor(
  { lang, timeZone, levels }: ReaderSettings,
  keepBody: Bodies["keep"],
): Reader {
  return {
    keepBody,
    markdown: createMarkdown(catalogue(lang).page),
    articles: articleFields(timeZone),
    standingPages: standingPageFields(timeZone),
    levels,
  };
}

/** site.yaml once it is read: what it says, and where it says it. */
export interface SettingsSource {
  settings: SiteSettings;
  positionOf: YamlSource["positionOf"];
}

/** Reads site.yaml from its bytes, or reports what is wrong with it. */
export function readSettings(bytes: Uint8Array, report: Report): SettingsSource | undefined {
  const text = decode(siteFile, bytes, report);
  if (text === undefined) return undefined;
  reportUnseen(siteFile, text, report);
  const source = parseYaml(siteFile, text, report);
  const settings = source && validate(siteFile, siteFields, source, report);
  return settings && { settings, positionOf: source.positionOf };
}

/**
 * Reads an article from the bytes of its file. What comes out depends on its path, these bytes and
 * the reader alone: nothing is asked of other files. Where there is an error it is unfinished; where
 * not even its parts can be told, there is nothing.
 */
export function readArticle(
  path: string,
  bytes: Uint8Array,
  reader: Reader,
  report: Report,
): Article | Unfinished | undefined {
  const read = readDocument(path, bytes, reader.articles, reader, report);
  if (!read) return undefined;
  const { document, fields, image } = read;
  if (!fields) return { kind: "unfinished", ...document };
  const { aliases: _, image: __, ...rest } = fields;
  const column = path.slice(0, path.indexOf("/"));
  const picture = image && { picture: image.target.path };
  return { kind: "article", column, ...rest, ...document, ...picture };
}

/** Reads a standing page, as `readArticle` reads an article. */
export function readStandingPage(
  path: string,
  bytes: Uint8Array,
  reader: Reader,
  report: Report,
): StandingPage | Unfinished | undefined {
  const read = readDocument(path, bytes, reader.standingPages, reader, report);
  if (!read) return undefined;
  const { document, fields } = read;
  if (!fields) return { kind: "unfinished", ...document };
  const { aliases: _, ...rest } = fields;
  return { kind: "standing", ...rest, ...document };
}

function readDocument<S extends ArticleSchema | StandingPageSchema>(
  path: string,
  bytes: Uint8Array,
  known: Fields<S>,
  { markdown, levels, keepBody }: Reader,
  report: Report,
) {
  let whole = true;
  const tell: Report = (found) => {
    const known = withLevel(found, levels);
    if (known.level === "error") whole = false;
    report(known);
  };
  const text = decode(path, bytes, tell);
  if (text !== undefined) reportUnseen(path, text, tell);
  const parts = text === undefined ? undefined : splitFrontMatter(path, text, tell);
  if (!parts) return undefined;
  const source = parseYaml(path, parts.yaml, tell);
  const fields = source && validate(path, known, source, tell);
  const { body: written, bodyLine } = parts;
  const rendered = markdown(written, { file: path, line: bodyLine }, tell);
  const { html, outline, excerpt, links } = rendered;
  const image = source && imageOf(path, source, tell);
  if (fields) {
    reportSlips({ file: path, source, fields, body: { text: written, line: bodyLine } }, tell);
  }
  if (image) links.push(image);
  const formerAddresses = (fields?.aliases ?? []).map((address, index) => ({
    address,
    ...(source as YamlSource).positionOf(["aliases", index]),
  }));
  const body = keepBody(html);
  const address = addressOf(path);
  const document = { path, address, formerAddresses, body, outline, excerpt, links };
  return { document, fields: whole ? fields : undefined, image };
}

/** The picture that front matter names, as a link like those of the body. */
function imageOf(path: string, { value, positionOf }: YamlSource, report: Report) {
  const written = value["image"];
  if (typeof written !== "string" || written === "") return undefined;
  const position = positionOf(["image"]);
  const file = posix.join(posix.dirname(path), written);
  if (file.startsWith("../") || !isImage(file)) {
    const place = { file: path, ...position };
    report(problem("image-type", place, { href: written, allowed: imageTypes }));
    return undefined;
  }
  const target = { kind: "file", path: file } as const;
  return { written, image: true, text: "", target, ...position };
}

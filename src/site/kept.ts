import { addressOf, standingFolder } from "../content/address.ts";
import type { SiteDate } from "../content/date.ts";
import { hashOf } from "../content/hash.ts";
import type { Bodies } from "./bodies.ts";
import type { Article, Document, Line, StandingPage } from "./site.ts";

/** What an article or standing page has that can be published. */
type Whole = Article | StandingPage;

/** What is asked of few documents, and lies with their bodies until it is. */
type Details = Pick<Article, "outline" | "excerpt" | "summary" | "editor" | "correction">;

/** A date as it is written: its day and time are parts of `iso`. */
type WrittenDate = [instant: number, iso: string];

/**
 * What is asked of every document, as the cache has it: without what follows from the path, and
 * without lists that are empty. A site has many thousands of these.
 */
export interface Head
  extends Omit<
      Article,
      keyof Details | keyof Document | "kind" | "column" | "date" | "updated" | "expires"
    >,
    Partial<Pick<Document, "links" | "formerAddresses">> {
  date?: WrittenDate;
  updated?: WrittenDate;
  expires?: WrittenDate;
  /** Stands for all that its `Line` has: an edit of its text leaves it as it is. */
  line: string;
}

/** The names under which the texts of a document are kept. */
type Texts = readonly [body: string, details: string];

/** Parts a document into what is asked of all of them and the rest, as text. */
export function takeApart(document: Whole): { head: Head; details: string } {
  const { outline, excerpt, summary, editor, correction, ...fields } = document as Article;
  const { kind: _, path, address: __, column: ___, body: ____, ...own } = fields;
  const { links, formerAddresses, date, updated, expires, ...others } = own;
  const { title, tags, author, source } = own;
  const shown = [path, title, date?.iso, updated?.iso, tags, author, source];
  const line = hashOf(JSON.stringify(shown));
  const head: Head = {
    ...{ ...others, line },
    ...(date && { date: written(date) }),
    ...(updated && { updated: written(updated) }),
    ...(expires && { expires: written(expires) }),
    ...(links.length > 0 && { links }),
    ...(formerAddresses.length > 0 && { formerAddresses }),
  };
  const details: Details = {
    ...{ outline, excerpt },
    ...(summary !== undefined && { summary }),
    ...(editor !== undefined && { editor }),
    ...(correction !== undefined && { correction }),
  };
  return { head, details: JSON.stringify(details) };
}

function written({ instant, iso }: SiteDate): WrittenDate {
  return [instant, iso];
}

function readWritten([instant, iso]: WrittenDate): SiteDate {
  const day = iso.slice(0, 10);
  return iso.length > 10 ? { instant, day, time: iso.slice(11, 16), iso } : { instant, day, iso };
}

/**
 * What the documents of a content folder share. Reads their details when they are asked for: mostly
 * several of one document are, so the last are kept.
 */
export class DetailsReader {
  readonly #bodies: Pick<Bodies, "get">;
  readonly #columns = new Map<string, string>();
  #name = "";
  #last: Details | undefined;

  constructor(bodies: Pick<Bodies, "get">) {
    this.#bodies = bodies;
  }

  read(name: string): Details {
    if (!this.#last || this.#name !== name) {
      this.#last = JSON.parse(this.#bodies.get(name)) as Details;
      this.#name = name;
    }
    return this.#last;
  }

  /** The column of a path, the same text for all of them. */
  columnOf(path: string): string {
    const column = path.slice(0, path.indexOf("/"));
    const known = this.#columns.get(column);
    if (known === undefined) this.#columns.set(column, column);
    return known ?? column;
  }
}

/** What a document was read from: its path, and the hash that stands for all else and for the path. */
interface Origin {
  path: string;
  hash: string;
}

/** Puts a document together again. */
export function putTogether(
  { path, hash }: Origin,
  head: Head,
  texts: Texts,
  reader: DetailsReader,
): Whole {
  return new KeptDocument(path, hash, head, texts, reader) as unknown as Whole;
}

/**
 * Stands for a document and all that it was read from, if it was put together here, or for its line.
 */
export function nameOf(value: object): string | undefined {
  return KeptDocument.is(value) || KeptLine.is(value) ? value.name : undefined;
}

/** The lines of articles that are plain data. */
const plainLines = new WeakMap<Article, Line>();

/** What lists are made from of an article: for one article the same object each time. */
export function lineOf(article: Article): Line {
  if (KeptDocument.is(article)) return article.line as unknown as Line;
  const { title, address, column, date, updated, tags, author, source } = article;
  const line = plainLines.get(article) ?? {
    ...{ title, address, column, date },
    ...(updated && { updated }),
    ...(tags && { tags }),
    ...(author && { author }),
    ...(source && { source }),
  };
  plainLines.set(article, line);
  return line;
}

/** The same document with another body, which is kept under this name. */
export function withBody<T extends Document>(document: T, body: string): T {
  if (!KeptDocument.is(document)) return { ...document, body };
  return document.withBody(body) as unknown as T;
}

/** A document as plain data. */
export function dataOf<T extends Document>(document: T): T {
  return KeptDocument.is(document) ? (document.data as unknown as T) : document;
}

const none: never[] = [];

/** An article or standing page that has in memory only what is asked of every one. */
class KeptDocument implements Record<keyof Article | keyof StandingPage, unknown> {
  readonly path: string;
  readonly column: string;
  readonly date: SiteDate | undefined;
  readonly body: string;
  readonly #name: string;
  readonly #head: Head;
  readonly #details: string;
  readonly #reader: DetailsReader;
  #line: KeptLine | undefined;

  constructor(
    path: string,
    name: string,
    head: Head,
    [body, details]: Texts,
    reader: DetailsReader,
  ) {
    this.path = path;
    this.column = reader.columnOf(path);
    this.date = head.date && readWritten(head.date);
    this.body = body;
    this.#name = name;
    this.#head = head;
    this.#details = details;
    this.#reader = reader;
  }

  static is(document: object): document is KeptDocument {
    return #name in document;
  }

  get name(): string {
    return this.#name;
  }

  get line(): KeptLine {
    this.#line ??= new KeptLine(this, this.#head.line);
    return this.#line;
  }

  withBody(body: string): KeptDocument {
    const name = hashOf(`${this.#name} ${body}`);
    return new KeptDocument(this.path, name, this.#head, [body, this.#details], this.#reader);
  }

  get data(): object {
    const { kind, path, address, body, date, updated, expires, links, formerAddresses } = this;
    const dates = { ...(updated && { updated }), ...(expires && { expires }) };
    const place = kind === "article" ? { column: this.column, date } : {};
    const common = { kind, path, address, body, links, formerAddresses };
    const { line: _, ...head } = this.#head;
    return { ...head, ...this.#late, ...common, ...place, ...dates };
  }

  /** What is written of it beside its texts: `putTogether` knows the rest. */
  toJSON(): Head {
    return this.#head;
  }

  get #late(): Details {
    return this.#reader.read(this.#details);
  }

  get kind(): Whole["kind"] {
    return this.column === standingFolder ? "standing" : "article";
  }

  get address(): string {
    return addressOf(this.path);
  }

  get title(): string {
    return this.#head.title;
  }

  get source() {
    return this.#head.source;
  }

  get author() {
    return this.#head.author;
  }

  get tags() {
    return this.#head.tags;
  }

  get pinned() {
    return this.#head.pinned;
  }

  get draft() {
    return this.#head.draft;
  }

  get withdrawn() {
    return this.#head.withdrawn;
  }

  get picture() {
    return this.#head.picture;
  }

  get links() {
    return this.#head.links ?? none;
  }

  get formerAddresses() {
    return this.#head.formerAddresses ?? none;
  }

  get updated() {
    return this.#head.updated && readWritten(this.#head.updated);
  }

  get expires() {
    return this.#head.expires && readWritten(this.#head.expires);
  }

  get outline() {
    return this.#late.outline;
  }

  get excerpt() {
    return this.#late.excerpt;
  }

  get summary() {
    return this.#late.summary;
  }

  get editor() {
    return this.#late.editor;
  }

  get correction() {
    return this.#late.correction;
  }
}

/** The line of an article that has in memory only what is asked of every one. */
class KeptLine implements Record<keyof Line, unknown> {
  readonly #document: KeptDocument;
  readonly #name: string;

  constructor(document: KeptDocument, name: string) {
    this.#document = document;
    this.#name = name;
  }

  static is(value: object): value is KeptLine {
    return #name in value;
  }

  get name(): string {
    return this.#name;
  }

  /** Who writes it out has all that there is to tell it by. */
  toJSON(): string {
    return this.#name;
  }

  get title() {
    return this.#document.title;
  }

  get address() {
    return this.#document.address;
  }

  get column() {
    return this.#document.column;
  }

  get date() {
    return this.#document.date;
  }

  get updated() {
    return this.#document.updated;
  }

  get tags() {
    return this.#document.tags;
  }

  get author() {
    return this.#document.author;
  }

  get source() {
    return this.#document.source;
  }
}

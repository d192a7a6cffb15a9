import { type Random, randomAt } from "./random.ts";
import {
  authors,
  editors,
  emphases,
  forms,
  linkTexts,
  listItems,
  people,
  places,
  sentences,
  sources,
  subheadings,
  tags,
  things,
  topics,
} from "./sentences.ts";
import { columnIds } from "./site.ts";

/** A generated article, in no generator's form yet. */
export interface BenchArticle {
  column: string;
  /** `2017`. */
  year: string;
  /** Its file name without ending. */
  slug: string;
  title: string;
  /** `2017-07-07 10:34`, in the site's time zone. */
  date: string;
  source: string;
  author: string;
  editor: string;
  summary: string;
  tags: string[];
  /** Markdown that every generator reads alike: no links between articles, no notes, no pictures. */
  body: string;
}

const firstDay = Date.UTC(2005, 0, 1);
const dayLength = 86_400_000;
/** Twenty years, which end before any day on which this runs. */
const days = 20 * 365;

/** How many characters a body has: many short ones, few long ones. */
const shortest = 600;
const longest = 2800;

/**
 * The articles of a site of `count` articles, oldest day first. Each depends on the seed, the count
 * and its number only, and is made when it is asked for.
 */
export function* makeArticles(count: number, seed: number): Generator<BenchArticle> {
  for (let index = 0; index < count; index++) yield makeArticle(index, count, seed);
}

/** One article of a site of `count`; `index` counts from 0, the oldest day. */
export function makeArticle(index: number, count: number, seed: number): BenchArticle {
  const day = Math.floor((index * days) / count);
  return compose(index, day, randomAt(seed, index));
}

/**
 * An article that is newer than all those of a site and those added before it. `number` goes on
 * from the articles of the site, which had `count`.
 */
export function makeNewest(number: number, count: number, seed: number): BenchArticle {
  return compose(number, days + number - count, randomAt(seed, number));
}

/** The same article after an editor has added a sentence that names the number of the edit. */
export function editArticle(article: BenchArticle, number: number): BenchArticle {
  return { ...article, body: `${editOf(number)}\n\n${article.body}` };
}

/** The sentence by which an edit is known. */
export function editOf(number: number): string {
  return `编者注：本文于发布后作过第${number}次补充。`;
}

function compose(number: number, day: number, random: Random): BenchArticle {
  const minute = random.between(8 * 60, 18 * 60);
  const at = new Date(firstDay + day * dayLength + minute * 60_000).toISOString();
  const place = random.pick(places);
  const title = `${place}${random.pick(topics)}${random.pick(forms)}（总第${number + 1}期）`;
  return {
    column: random.pick(columnIds),
    year: at.slice(0, 4),
    slug: `${at.slice(5, 7)}${at.slice(8, 10)}-${number + 1}`,
    title,
    date: at.slice(0, 16).replace("T", " "),
    source: random.pick(sources),
    author: random.pick(authors),
    editor: random.pick(editors),
    summary: sentence(random),
    tags: random.some(tags, random.between(1, 3)),
    body: makeBody(random),
  };
}

/** An opening, then sections under subheadings, until it is as long as it is to be. */
function makeBody(random: Random): string {
  const target = shortest + (longest - shortest) * random.next() ** 1.6;
  const headings = random.some(subheadings, subheadings.length);
  const blocks = [paragraph(random)];
  let length = blocks[0]?.length ?? 0;
  for (let section = 0; length < target; section++) {
    const heading = headings[section];
    const added = [
      ...(heading ? [`## ${heading}`] : []),
      ...Array.from({ length: random.between(2, 3) }, () => paragraph(random)),
      ...(section % 2 === 0 && random.next() < 0.5 ? [list(random)] : []),
      ...(section === 1 && random.next() < 0.3 ? [table(random)] : []),
    ];
    blocks.push(...added);
    length += added.join("").length;
  }
  return `${blocks.join("\n\n")}\n`;
}

function paragraph(random: Random): string {
  const parts = Array.from({ length: random.between(2, 4) }, () => sentence(random));
  if (random.next() < 0.2) parts.splice(1, 0, `**${random.pick(emphases)}**。`);
  if (random.next() < 0.12) {
    const text = random.pick(linkTexts);
    parts.push(`详见[${text}](https://www.example.org/ziliao/${random.between(1, 999)})。`);
  }
  return parts.join("");
}

function sentence(random: Random): string {
  return random
    .pick(sentences)
    .replaceAll("{地}", random.pick(places))
    .replaceAll("{人}", random.pick(people))
    .replaceAll("{物}", random.pick(things))
    .replaceAll("{年}", `${random.between(1921, 1999)}`)
    .replaceAll("{数}", `${random.between(7, 96)}`);
}

function list(random: Random): string {
  const items = random.some(listItems, random.between(3, 5));
  const ordered = random.next() < 0.5;
  return items.map((item, index) => `${ordered ? `${index + 1}.` : "-"} ${item}；`).join("\n");
}

function table(random: Random): string {
  const rows = random
    .some(things, random.between(3, 6))
    .map((thing) => `| ${thing} | ${random.between(1, 40)} | ${random.pick(places)} |`);
  return ["| 名称 | 件数 | 来自 |", "| --- | --- | --- |", ...rows].join("\n");
}

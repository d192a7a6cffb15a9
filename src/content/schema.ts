import * as z from "zod";
import { languages } from "../messages/index.ts";
import { fixedLevel, isProblemCode, levels, problemCodes } from "../problems/levels.ts";
import type { ProblemCode } from "../problems/problem.ts";
import { isDeviceName, standingFolder, systemFolders, systemPages } from "./address.ts";
import { defaultTimeZone, isTimeZone, readDate, type SiteDate } from "./date.ts";
import { wrongEmail } from "./email.ts";
import { nearest } from "./nearest.ts";
import { once } from "./once.ts";
import { wrongPhone } from "./phone.ts";
import {
  isSourceName,
  longest,
  mostItems,
  type PlainFields,
  plainArticleFields,
  plainStandingFields,
} from "./plain-fields.ts";
import { readWebAddress } from "./web-address.ts";

/**
 * The fields of the front matter and of site.yaml: what each is for (English and Chinese), an
 * example, its type and its range. The types of the rest of the code, the messages about mistakes
 * and docs/front-matter.md all come from here.
 */

/** What the manual says of a field. */
export interface FieldManual {
  en: string;
  zh: string;
  example: string;
}

const manuals = new WeakMap<z.ZodType, FieldManual>();

/** What the manual says of a field, looked up by its schema. */
export function manualOf(schema: z.ZodType): FieldManual | undefined {
  return manuals.get(schema);
}

/**
 * The fields that a file has: a schema, which is made when it is asked for first, as that takes a
 * while, and what reads them without it where all are plain, if there is such a way.
 */
export interface Fields<S extends z.ZodObject> {
  readonly schema: () => S;
  readonly plain?: PlainFields;
}

/** The object that a field holds, alone or in a list. */
export function innerObject(field: z.ZodType): z.ZodObject | undefined {
  if (field instanceof z.ZodObject) return field;
  if (field instanceof z.ZodArray) return innerObject(field.element as z.ZodType);
  if (field instanceof z.ZodOptional || field instanceof z.ZodDefault) {
    return innerObject(field.unwrap() as z.ZodType);
  }
  if (field instanceof z.ZodPipe) return innerObject(field.out as z.ZodType);
  return undefined;
}

function field<T extends z.ZodType>(schema: T, example: string, zh: string, en: string): T {
  manuals.set(schema, { en, zh, example });
  return schema;
}

/** Reports a problem of ours from inside a zod check. */
function refuse(
  context: { addIssue(issue: { code: "custom"; params: Record<string, unknown> }): void },
  problem: ProblemCode,
  params: Record<string, unknown> = {},
): typeof z.NEVER {
  context.addIssue({ code: "custom", params: { problem, ...params } });
  return z.NEVER;
}

/** Something that a reader sees: a text of invisible characters alone is none. */
const visible = /^$|[\p{L}\p{N}\p{P}\p{S}]/u;

const paragraph = (max: number) => z.string().trim().min(1).regex(visible).max(max);

const text = (max: number) => paragraph(max).regex(/^[^\n\u2028\u2029]*$/);

const webAddress = () =>
  z
    .string()
    .trim()
    .transform((value, context) => {
      const read = readWebAddress(value);
      return "href" in read ? read.href : refuse(context, "url-format", { value, ...read });
    });

const yesNo = () =>
  z.string().transform((value, context) => {
    if (value === "true" || value === "false") return value === "true";
    return refuse(context, "field-yes-no", { value });
  });

const wholeNumber = (min: number, max: number) =>
  z.string().transform((value, context) => {
    const number = /^\d{1,9}$/.test(value) ? Number(value) : Number.NaN;
    return number >= min && number <= max ? number : refuse(context, "field-number", { min, max });
  });

/** One item, or a list of them. */
const oneOrMore = <T extends z.ZodType>(item: T) =>
  z.preprocess(
    (value) => (typeof value === "string" ? [value] : value),
    z.array(item).max(mostItems),
  );

const date = (zone: string) =>
  z.string().transform((value, context): SiteDate => {
    const read = readDate(value, zone);
    if ("instant" in read) return read;
    const { problem, ...params } = read;
    return refuse(context, problem, { value, ...params });
  });

const alias = () =>
  z.string().transform((value, context) => {
    const good =
      /^(?:\/[\p{L}\p{N}_()-][\p{L}\p{N}_.()-]*)+\.html?$/u.test(value) &&
      // A folder that is named like a file would stand where a file does; Windows drops a last dot.
      !/\.[^/]*\//.test(value) &&
      value.split("/").every((segment) => Buffer.byteLength(segment) <= 200);
    return good ? value : refuse(context, "alias-format", { value });
  });

/**
 * A schema that is made when it is asked for first, and then has done all that it puts off until it
 * is used: interrupted in the middle of that, as reading a file may be, zod takes optional fields for
 * required ones ever after (`defineLazy`). What is interrupted in here is made anew: no schema shares
 * a part with another.
 */
function readied<T extends z.ZodType>(make: () => T, sample: object): () => T {
  return once(() => {
    const schema = make();
    for (const input of [sample, {}]) schema.safeParse(input);
    return schema;
  });
}

const sampleArticle = {
  ...{ title: "甲", date: "2017-07-07", updated: "2017-07-07", expires: "2017-07-08" },
  ...{ source: { name: "甲", url: "https://example.org" }, author: ["甲"], editor: "甲" },
  ...{ summary: "甲", tags: ["甲"], image: "a.png", pinned: "true", draft: "true" },
  ...{ aliases: ["/a.html"], correction: "甲", withdrawn: "甲" },
};

/** The front matter of an article, for a site whose clock stands in `zone` (an IANA name). */
export function articleFields(zone: string) {
  return {
    schema: readied(() => articleSchema(zone), sampleArticle),
    plain: plainArticleFields(zone),
  };
}

function articleSchema(zone: string) {
  return z.strictObject({
    title: field(
      text(longest.title),
      "兴县见闻",
      "标题，1 到 120 个字符。",
      "The title, 1 to 120 characters.",
    ),
    date: field(
      date(zone),
      "2017-07-07 10:34",
      "发布日期：写年月日，或加上时刻；也可带秒，或写成带 T 和时差的形式。不写时差就是网站所在时区的时间。晚于现在的文章到时才发布。",
      "When it is published: a day, or a day and a time, with seconds or with T and an offset if you like. Without an offset it is in the site's time zone. An article whose date lies ahead is withheld until then.",
    ),
    source: field(
      z
        .preprocess(
          (value) => (isSourceName(value) ? { name: value } : value),
          z.strictObject({
            name: field(
              text(longest.source),
              "兴县先锋",
              "来源的名称。",
              "The name of the source.",
            ),
            url: field(
              webAddress().optional(),
              "https://www.example.org/a.html",
              "来源的网址。",
              "Its web address.",
            ),
          }),
        )
        .optional(),
      "兴县先锋",
      "来源：文字，或 { name: 名称, url: 网址 }。",
      "Where it comes from: a text, or { name, url }.",
    ),
    author: field(
      oneOrMore(text(longest.person)).optional(),
      "[张三, 李四]",
      "作者：一位，或一个列表。",
      "Who wrote it: a text, or a list of texts.",
    ),
    editor: field(
      text(longest.person).optional(),
      "王五",
      "本站编辑。",
      "The editor of this site.",
    ),
    summary: field(
      paragraph(longest.summary).optional(),
      "一句话说明这篇文章讲什么。",
      "摘要，给搜索引擎和分享时用；不写就取正文的开头。",
      "A summary for search engines and sharing; without it, the start of the text.",
    ),
    tags: field(
      oneOrMore(text(longest.tag)).optional(),
      "[兴县, 历史]",
      "标签：一个列表。",
      "Tags: a list of texts.",
    ),
    image: field(
      text(longest.image).optional(),
      "map.png",
      "代表这篇文章的图片：放在文章旁边的文件名。不写就用正文里第一张不窄于 480 像素的。",
      "The picture that stands for the article: the name of a file beside it. Without it, the first image of the body that is at least 480 pixels wide.",
    ),
    updated: field(
      date(zone).optional(),
      "2017-08-01",
      "最近一次实质修改的日期。",
      "When its content last changed.",
    ),
    pinned: field(
      yesNo().optional(),
      "true",
      "置顶：true 让它排在首页和栏目页的最前面。",
      "true puts it first on the home page and in its column.",
    ),
    draft: field(yesNo().optional(), "true", "草稿：true 表示还不发布。", "true withholds it."),
    expires: field(
      date(zone).optional(),
      "2018-01-01",
      "到期：从这个时刻起不再发布；只写日期，就是那一天的零点。",
      "From this moment on it is withheld; a day alone means its midnight.",
    ),
    aliases: field(
      oneOrMore(alias()).optional(),
      "[/old/123.html]",
      "文章从前的地址：那里会留下一页，指到新的地址。",
      "Former addresses: a page stays there that leads to the new one.",
    ),
    correction: field(
      paragraph(1000).optional(),
      "2017-07-08：更正了第二段的数字。",
      "更正说明：改了什么、何时改的，显示在文章里。",
      "A correction, shown with the article: what was changed and when.",
    ),
    withdrawn: field(
      paragraph(1000).optional(),
      "2017-07-09：本文所引数字有误，予以撤稿。",
      "撤稿说明：为什么撤稿、何时撤的。写了它，原来的地址只留标题、日期和这段说明，正文、图片和附件不再发布，列表、订阅和搜索引擎里也不再有这篇文章。",
      "Why and when the article was withdrawn. Its address then keeps the title, the date and these words; text, images and attachments are no longer published, and no list, feed or search engine has it any more.",
    ),
  });
}

/** The front matter of a standing page, for a site whose clock stands in `zone`. */
export function standingPageFields(zone: string) {
  return {
    schema: readied(() => standingPageSchema(zone), sampleArticle),
    plain: plainStandingFields(zone),
  };
}

function standingPageSchema(zone: string) {
  const { title, summary, updated, draft, aliases } = articleSchema(zone).shape;
  return z.strictObject({ title, summary, updated, draft, aliases });
}

/** Names that a column cannot have, because addresses of the system start with them. */
export const reservedColumns = [...new Set([standingFolder, ...systemFolders, ...systemPages])];

const columnId = () =>
  z.string().transform((value, context) => {
    const isFree = !reservedColumns.includes(value) && !isDeviceName(value);
    if (isFree && /^[a-z][a-z0-9-]{0,39}$/.test(value)) return value;
    return refuse(context, "column-id", { value, taken: !isFree });
  });

const column = () =>
  z.strictObject({
    id: field(
      columnId(),
      "news",
      "栏目的文件夹名，也是地址的一部分。",
      "The name of its folder, and part of its addresses.",
    ),
    title: field(text(30), "本会动态", "栏目的名称。", "The name of the column."),
    description: field(
      text(200).optional(),
      "本会的工作与活动。",
      "一句话说明栏目的内容。",
      "A sentence on what the column holds.",
    ),
    keywords: field(
      oneOrMore(text(30)).optional(),
      "[基金会, 公益]",
      "栏目的关键词，写进栏目页的 ColumnKeywords 标签；不写就用栏目的名称。",
      "Its keywords, for the ColumnKeywords tag of its pages; its title by default.",
    ),
    type: field(
      text(30).optional(),
      "工作动态",
      "栏目的类别，写进栏目页的 ColumnType 标签，如《政府网站发展指引》所列的“工作动态”；不写就没有这个标签。",
      "Its kind, for the ColumnType tag of its pages; no tag without it.",
    ),
    notices: field(
      yesNo().optional(),
      "true",
      "栏目里是不是公告：首页把它的文章单独列为公告，不当作头条。",
      "Does it hold notices? The home page lists them as such, and takes none of them for its lead.",
    ),
  });

const navigationItem = () =>
  z
    .strictObject({
      column: field(text(40).optional(), "news", "指到一个栏目。", "Leads to a column."),
      page: field(
        text(200).optional(),
        "about",
        "指到一个固定页面（pages/ 里的文件名，不带 .md），或 archive、tags、authors、sources、sitemap。",
        "Leads to a standing page (its file name in pages/ without .md), or archive, tags, authors, sources or sitemap.",
      ),
      title: field(
        text(30).optional(),
        "关于",
        "导航上显示的字；不写就用栏目或页面的名称。",
        "The words shown; without it, the title of the column or page.",
      ),
    })
    .superRefine((item, context) => {
      if ((item.column === undefined) === (item.page === undefined))
        refuse(context, "navigation-item");
    });

/** A number that can be dialled; what else is said with it may stand beside it. */
const phone = () =>
  text(40).transform((value, context) => {
    const wrong = wrongPhone(value);
    return wrong ? refuse(context, "phone-format", { value, ...wrong }) : value;
  });

const footer = () =>
  z.strictObject({
    sponsor: field(text(100).optional(), "某某基金会", "主办单位。", "The sponsoring institution."),
    icp: field(
      text(60).optional(),
      "晋ICP备00000000号-1",
      "ICP 备案号。",
      "The ICP filing number.",
    ),
    police: field(
      text(60).optional(),
      "晋公网安备 00000000000000号",
      "公安备案号。",
      "The public security filing number.",
    ),
    copyright: field(text(200).optional(), "Copyright …", "版权说明。", "The copyright line."),
    addressLabel: field(
      text(30).optional(),
      "办公地址",
      "地址前面的字。",
      "The words before the address.",
    ),
    address: field(text(200).optional(), "北京市丰台区…", "办公地址。", "The office address."),
    postcode: field(text(20).optional(), "100073", "邮政编码。", "The postcode."),
    phones: field(
      oneOrMore(phone()).optional(),
      "[010-00000000]",
      "电话：一个，或一个列表。",
      "The phone numbers.",
    ),
    email: field(
      text(200)
        .transform((value, context) => {
          const wrong = wrongEmail(value);
          return wrong ? refuse(context, "email-format", { value, ...wrong }) : value;
        })
        .optional(),
      "office@example.org",
      "电子邮箱。",
      "The e-mail address.",
    ),
  });

/** A part of an address as a person reads it. */
function decoded(part: string): string {
  try {
    return decodeURI(part);
  } catch {
    return part;
  }
}

/** Levels of problems by their codes; those that guard the site, or without which it can't be, stay. */
const levelSettings = () =>
  z.record(z.string(), z.enum(levels)).superRefine((settings, context) => {
    for (const code of Object.keys(settings)) {
      const refused = isProblemCode(code)
        ? fixedLevel(code) && {
            problem: "level-fixed" satisfies ProblemCode,
            reason: fixedLevel(code),
          }
        : { problem: "level-unknown" satisfies ProblemCode, guess: nearest(code, problemCodes) };
      if (refused) {
        context.addIssue({
          code: "custom",
          path: [code],
          params: { value: code, atKey: true, ...refused },
        });
      }
    }
  });

/** What images and attachments may be at most, where site.yaml says nothing else. */
export const defaultLimits = { image: 20, attachment: 100, pixels: 60 };

const limits = () =>
  z.strictObject({
    image: field(
      wholeNumber(1, 200).default(defaultLimits.image),
      "20",
      "一张图片最大多少 MB，1 到 200；不写是 20。",
      "The largest image, in MB, 1 to 200; 20 by default.",
    ),
    attachment: field(
      wholeNumber(1, 2000).default(defaultLimits.attachment),
      "100",
      "一个附件最大多少 MB，1 到 2000；不写是 100。",
      "The largest attachment, in MB, 1 to 2000; 100 by default.",
    ),
    pixels: field(
      wholeNumber(1, 200).default(defaultLimits.pixels),
      "60",
      "一张图片最多多少百万像素（宽乘高），1 到 200；不写是 60，够放 5000 万像素手机的原图，或 A4 纸 600 dpi 的扫描件。",
      "The most pixels of an image (width times height), in millions, 1 to 200; 60 by default, enough for the photos of a phone with 50 megapixels or an A4 page scanned at 600 dpi.",
    ),
  });

const siteSchema = () =>
  z.strictObject({
    title: field(text(60), "某某基金会", "网站的名称。", "The name of the site."),
    url: field(
      webAddress().transform((href, context) => {
        const url = new URL(href);
        const more = url.href.slice(url.origin.length);
        if (more === "/") return url.origin;
        return refuse(context, "url-origin", { more: decoded(more), right: url.origin });
      }),
      "https://www.example.org",
      "网站的网址，写到域名为止。",
      "The address of the site, up to its domain.",
    ),
    lang: field(
      z.enum(languages).default(languages[0]),
      "zh-Hans",
      "网站的语言：zh-Hans 或 en；不写是 zh-Hans。",
      "The language of the site: zh-Hans or en; zh-Hans by default.",
    ),
    timeZone: field(
      z
        .string()
        .transform((value, context) =>
          isTimeZone(value) ? value : refuse(context, "time-zone", { value }),
        )
        .default(defaultTimeZone),
      "Asia/Shanghai",
      "网站所在的时区；不写是 Asia/Shanghai。",
      "The IANA time zone of the site; Asia/Shanghai by default.",
    ),
    description: field(
      text(300).optional(),
      "某某基金会的网站。",
      "一句话介绍网站，给搜索引擎用。",
      "A sentence about the site, for search engines.",
    ),
    columns: field(
      z
        .array(column())
        .min(1)
        .max(100)
        .superRefine((columns, context) => {
          const seen = new Map<string, number>();
          for (const [index, { id }] of columns.entries()) {
            const first = seen.get(id);
            if (first === undefined) seen.set(id, index);
            else {
              const other = ["columns", first, "id"];
              const params = { problem: "column-twice" satisfies ProblemCode, value: id, other };
              context.addIssue({ code: "custom", path: [index, "id"], params });
            }
          }
        }),
      "[{ id: news, title: 本会动态 }]",
      "栏目，按显示的次序。",
      "The columns, in the order in which they are shown.",
    ),
    navigation: field(
      z.array(navigationItem()).max(20).optional(),
      "[{ column: news }, { page: about }]",
      "页面上方的导航，按次序；不写就列出全部栏目、文章归档和固定页面。",
      "The navigation at the top of each page; by default every column, the archive and every standing page.",
    ),
    footer: field(
      footer().default({}),
      "{ sponsor: 某某基金会 }",
      "每一页下方的信息。",
      "What stands at the foot of every page.",
    ),
    pageSize: field(
      wholeNumber(5, 200).default(20),
      "20",
      "栏目列表每页最少的篇数，5 到 200；不写是 20。上线以后改动它，列表各页的地址所指会变。",
      "How many articles a page of a column's list holds at least, 5 to 200; 20 by default. Changing it later moves articles between list pages.",
    ),
    latest: field(
      z.enum(["baked", "fragment"]).default("baked"),
      "fragment",
      "文章页旁边的“最新文章”怎样放：baked 是写在每篇文章的网页里，每发一篇新文章，所有文章的网页都要更新；fragment 是放在一个单独的文件里，由浏览器读取，发新文章时旧文章的网页不变，适合有几千篇以上文章的网站，浏览器不运行脚本时只显示到首页的链接。不写是 baked。",
      "How the latest articles come to stand beside an article: baked, in its page, so that a new article changes the pages of all; or fragment, in a file that a script loads, so that old pages stay as they are, which suits sites of thousands of articles; without script there is a link to the home page. baked by default.",
    ),
    search: field(
      yesNo().default(true),
      "false",
      "全站搜索：true 表示有搜索页 `/search.html`，并为它做索引；false 表示没有。不写是 true。",
      "Whether the site has a search: with true there is the page `/search.html` and an index for it. true by default.",
    ),
    limits: field(
      limits().default(defaultLimits),
      "{ image: 20, attachment: 100, pixels: 60 }",
      "图片和附件的大小上限。",
      "How large images and attachments may be.",
    ),
    levels: field(
      levelSettings().optional(),
      "{ asset-unused: error }",
      "问题的级别：error 表示错误，有它就不生成网站；warning 表示提醒。左边写问题的代码，见[问题手册](problems.zh-CN.md)。",
      "Levels of problems by their codes: with an error no site is built, a warning is only told. The codes are in the [reference of problems](problems.md).",
    ),
  });

const sampleSite = {
  ...{ title: "甲", url: "https://example.org", lang: "en", timeZone: "UTC", description: "甲" },
  columns: [{ id: "a", title: "甲", description: "甲", keywords: ["甲"], type: "甲" }],
  navigation: [{ column: "a", title: "甲" }, { page: "a" }],
  footer: {
    ...{ sponsor: "甲", icp: "甲", police: "甲", copyright: "甲", addressLabel: "甲" },
    ...{ address: "甲", postcode: "甲", phones: ["010-12345678"], email: "a@example.org" },
  },
  ...{
    latest: "baked",
    search: "true",
    pageSize: "20",
    limits: { image: "1", attachment: "1", pixels: "1" },
  },
  levels: { "asset-unused": "error" },
};

/** content/site.yaml. */
export const siteFields = { schema: readied(siteSchema, sampleSite) };

export type ArticleFields = z.output<ReturnType<typeof articleSchema>>;
export type StandingPageFields = z.output<ReturnType<typeof standingPageSchema>>;
/** How large images and attachments may be: `image` and `attachment` in MB, `pixels` in millions. */
export type Limits = z.output<ReturnType<typeof limits>>;
export type SiteSettings = z.output<ReturnType<typeof siteSchema>>;
/** What site.yaml holds, before it is read. */
export type WrittenSettings = z.input<ReturnType<typeof siteSchema>>;

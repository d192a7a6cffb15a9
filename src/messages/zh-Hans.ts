/**
 * Every sentence the system says in Simplified Chinese: to editors (problems, commands) and to
 * visitors (pages). The shape of this object is the type that the other languages must fill.
 */

/** A problem as an editor reads it: what is wrong, and how to write it right. */
export interface Explanation {
  message: string;
  hint: string;
  /** Lines to write as they stand, shown below the hint. */
  lines?: readonly string[];
}

/** A file whose bytes are not what the ending of its name says; `found` is an ending, where known. */
export interface AssetType {
  file: string;
  ending: string;
  content: "empty" | "unknown" | "known";
  found: string;
  remedy: "copy" | "rename" | "page" | "image-page" | "picture" | "office" | "export";
}

/** The least that site.yaml can say. */
export const siteLines = (title: string, column: string) => [
  `title: ${title}`,
  "url: https://www.example.org",
  "columns:",
  "  - id: news",
  `    title: ${column}`,
];

/** A folder that holds one of `count` shares of a site. */
export interface ShardPlace {
  folder: string;
  index: number;
  count: number;
}

/** What the word means is said where a message has it first. */
const frontMatter = "文件头（文件开头两行 --- 之间的部分）";

/** How an article, or a standing page, starts. */
const opening = (standing: boolean) => [
  "---",
  "title: 标题",
  ...(standing ? [] : ["date: 2017-07-07 10:34"]),
  "---",
  "",
  "正文",
];

const list = (items: readonly string[]) => items.join("、");

/** `name` for `source.name`: what is written before the colon. */
const written = (key: string) => key.slice(key.lastIndexOf(".") + 1);

/** What fields are called of which the name alone says too little. */
const fieldLabels: Record<string, string> = {
  url: "网站的网址",
  "source.name": "来源的名称",
  "source.url": "来源的网址",
  "columns.id": "栏目文件夹的名字",
  "columns.title": "栏目的名称",
  "columns.description": "栏目的说明",
  "columns.keywords": "栏目的关键词",
  "columns.type": "栏目的类别",
  "navigation.column": "导航里的栏目",
  "navigation.page": "导航里的页面",
  "navigation.title": "导航里的名称",
  "footer.sponsor": "页脚的主办单位",
  "footer.icp": "页脚的备案号",
  "footer.police": "页脚的公安备案号",
  "footer.copyright": "页脚的版权说明",
  "footer.addressLabel": "页脚里地址前面的字",
  "footer.address": "页脚的地址",
  "footer.postcode": "页脚的邮编",
  "footer.phones": "页脚的电话",
  "footer.email": "页脚的邮箱",
  "limits.image": "图片的大小上限",
  "limits.attachment": "附件的大小上限",
  "limits.pixels": "图片的像素上限",
};

/** What a field is called: `“title”`, or `页脚的邮箱（footer.email）`. */
const nameOf = (key: string) => {
  const label = fieldLabels[key];
  return label ? `${label}（${key}）` : `“${key}”`;
};

/** What keeps a text from being a link, an image or the mark of a footnote. */
export type LeftoverCause = "width" | "gap" | "space" | "note" | "note-width" | "other";

/** What keeps lines from being a table. */
export type TableCause = "bars" | "dashes" | "row" | "indent" | "blank" | "alone";

/** What a tag of HTML is written for. */
export type HtmlTag =
  | "comment"
  | "strong"
  | "line"
  | "image"
  | "link"
  | "heading"
  | "list"
  | "table"
  | "quote"
  | "paragraph"
  | "other";

/** What can be wrong with a web address that an editor wrote. */
export type AddressCause = "scheme" | "space" | "end" | "character" | "user" | "other";

/** What is wrong with a web address, the character that is too much, and the address put right. */
export interface WrongAddress {
  cause: AddressCause;
  character?: string;
  right?: string;
}

/** What can be wrong with an e-mail address that an editor wrote. */
export type EmailCause = "at" | "space" | "name" | "domain" | "other";

/** What is wrong with an e-mail address, and the address put right. */
export interface WrongEmail {
  cause: EmailCause;
  right?: string;
}

/** What keeps a phone from being dialled, and its line put right. */
export interface WrongPhone {
  cause: "none" | "sample" | "bracket";
  right?: string;
}

/** An unknown field, and the one that it most likely means, or inside which it belongs. */
export interface FieldUnknown {
  key: string;
  known: readonly string[];
  guess?: string;
  /** What it most likely means is written as well. */
  isTwice?: boolean;
  inside?: string;
  /** How it is written inside that one. */
  lines?: readonly string[];
}

/** What a map is most likely meant as where there must be a list. */
export interface ListMeant {
  /** The names that are too much, each with its colon, and the line without them. */
  wrong?: readonly string[];
  right?: string;
  inBraces?: boolean;
  /** The lines of a list whose one item is the map. */
  lines?: readonly string[];
}

/** How a value is written that is meant as text. */
function asText({ right, chinese }: YamlSlip, example: string): string {
  return `${chinese ? "（中文引号“ ”在这里不起作用）" : ""}，${right ? `写成：${right}` : `如 ${example}`}`;
}

/** What is wrong with a web address. */
function addressFault({ cause, character = "" }: WrongAddress): string {
  return {
    scheme: "开头应当是 https:// 或 http://",
    space: "中间有空格",
    end: `末尾多了“${character}”`,
    character: `域名里不能有“${character}”`,
    user: "里面有 @，它前面的用户名或密码不能公开",
    other: "它不完整，或者有写错的字",
  }[cause];
}

const emailFaults = {
  at: "要有一个英文输入法的 @，而且只有一个",
  space: "中间有空格",
  name: "@ 前面没有用户名",
  domain: "@ 后面不是 example.org 这样的域名",
  other: "@ 前面有不能用的字符",
} satisfies Record<EmailCause, string>;

/** The rules that the name of a file or folder can break. */
export type NameRule =
  | "space"
  | "character"
  | "accent"
  | "first-dot"
  | "last-dot"
  | "folder-dot"
  | "device";

/** A file that lies there but can't be used: for its kind, which `ending` tells, or for its name. */
export interface Refused {
  refused?: "kind" | "name";
  ending?: string;
}

/** What old Office files are saved as. */
export const newEndings: Record<string, string> = {
  ".doc": ".docx",
  ".wps": ".docx",
  ".rtf": ".docx",
  ".xls": ".xlsx",
  ".et": ".xlsx",
  ".ppt": ".pptx",
  ".dps": ".pptx",
};

/** Unseen characters by what they come from. */
const characterNames: Record<string, string> = {
  "U+000B": "Word 里按 Shift+Enter 的换行",
  "U+000C": "分页符",
  "U+00AD": "软连字符",
  "U+200B": "零宽空格",
  "U+2060": "零宽连接符",
  "U+FEFF": "BOM 标记",
};

/** The name of a file, without its folders. */
const nameIn = (file: string) => file.slice(file.lastIndexOf("/") + 1);

const isJpeg = (file: string) => /\.jpe?g$/i.test(file);

/** What the names of needed fields, and words to choose from, mean. */
const labels: Record<string, string> = {
  title: "标题",
  date: "发布日期",
  columns: "栏目",
  "zh-Hans": "简体中文",
  en: "英文",
  error: "错误",
  warning: "提醒",
};

/** What keeps a file from starting with `---`. */
export type OpeningCause = "empty" | "blank" | "space" | "extra" | "other";

/** The slips that `yaml-syntax` can tell apart. */
export type YamlCause =
  | "indent"
  | "wide-space"
  | "no-colon"
  | "colon"
  | "start"
  | "dash"
  | "quote-open"
  | "after-quote"
  | "bracket-open"
  | "after-bracket"
  | "flow"
  | "escape"
  | "document"
  | "item"
  | "nested";

/** A slip, the sign that it is made with, and the line or lines as they should be. */
export interface YamlSlip {
  cause?: YamlCause;
  character?: string;
  right?: string;
  /** The line with Chinese colons in its value. */
  plain?: string;
  /** Chinese quotes were taken for those of YAML. */
  chinese?: boolean;
  lines?: readonly string[];
}

/** The quotes that a line has to be written with. */
const quotesIn = (right = "") => (/ '.*'$/.test(right) ? "英文单引号" : "英文双引号");

function yamlSyntax({ cause, character = "", right, ...more }: YamlSlip): Explanation {
  const { plain, chinese, lines } = more;
  const quotes = chinese ? "（中文引号“ ”在这里不起作用）" : "";
  const putIn = `请把整个值放进${quotesIn(right)}里`;
  const write = right ? `${quotes}，写成：${right}` : quotes;
  switch (cause) {
    case "indent":
      return {
        message: "这一行前面的空格不对",
        hint: `${right ? `请删去行首的空格${write}` : "请增减行首的空格，与同一层的上一行对齐"}；如果它是上一行的续行，请接到上一行末尾`,
      };
    case "wide-space":
      return {
        message: "名称旁边有一个全角空格，会被当成名称的一部分",
        hint: `请删去它${write}；行首要缩进时，用英文输入法的空格`,
      };
    case "no-colon":
      return {
        message: "这一行没有冒号，不是“名称: 值”",
        hint: "请写成“名称: 值”（英文输入法的冒号，冒号后面空一格）；如果它是上一行的续行，请接到上一行末尾",
      };
    case "colon":
      return {
        message: "值里面又有一个英文冒号加空格，后面的字会被当成另一项",
        hint: plain
          ? `请把值里的冒号改成中文冒号，写成：${plain}；或${putIn.slice(1)}${write}`
          : `${putIn}${write}；也可以把值里的冒号改成中文冒号“：”`,
      };
    case "start":
      return {
        message: `值不能以“${character}”开头`,
        hint: `${putIn}${write}`,
      };
    case "dash":
      return {
        message: "名称后面的同一行里不能以减号加空格开头",
        hint: `如果是列表，请从下一行起每项一行，前面写“- ”；如果是文字，${putIn}${write}`,
      };
    case "quote-open":
      return {
        message: `这一行的${character === "'" ? "英文单引号" : "英文双引号"}只有开头，没有结尾的 ${character}`,
        hint: `请在值的末尾补上它${write}；开头和结尾都要用英文输入法打`,
      };
    case "after-quote":
      return {
        message: "英文引号结束以后，后面还有字",
        hint: `${putIn}${write}；或把里面的引号改成中文引号“ ”`,
      };
    case "bracket-open":
      return {
        message: `这一行的括号只有开头，没有结尾的 ${character}`,
        hint: `请在末尾补上英文输入法的括号${write}`,
      };
    case "after-bracket":
      return {
        message: `以括号开头的值会被当成列表，结尾的 ${character} 后面却还有字`,
        hint: `如果是文字，${putIn}${write}；如果是列表，请删去 ${character} 后面的字`,
      };
    case "flow":
      return {
        message: "括号里的各项没有正确地分开",
        hint: "各项之间写一个英文逗号加一个空格，如 [甲, 乙] 或 { name: 甲, url: https://www.example.org }；一项里有冒号时，把它放进英文双引号里",
      };
    case "escape":
      return {
        message: "英文双引号里的反斜杠 \\ 有特别的意思，这里用得不对",
        hint: `请改用英文单引号${write}；或把每个反斜杠 \\ 写两遍`,
      };
    case "item":
      return {
        message:
          character === "-"
            ? "列表里减号后面要空一格"
            : `列表每一项前面要用英文输入法的减号，不是“${character}”`,
        hint: `请写成：${right ?? "- 文字"}（减号用英文输入法打，后面空一格；行首的空格不用改）`,
      };
    case "nested":
      return {
        message: `同一行里写了两个名称，“${character}”要另起一行`,
        hint: "请分成几行，下面的几行行首空两格：",
        ...(lines && { lines }),
      };
    case "document":
      return {
        message: "这一行以后会被当成另一份文件",
        hint: "请删去中间单独成行的 --- 或 ...，各项接着写下去",
      };
    default:
      return {
        message: "这里的写法不对",
        hint: "每行一项，写成“名称: 值”；值里如果有冒号、井号、引号或以特殊符号开头，请把整个值放进英文双引号里",
      };
  }
}

export const zhHans = {
  problems: {
    "site-missing": () => ({
      message: "内容文件夹里没有 site.yaml",
      hint: "请在内容文件夹的最上层建立 site.yaml，写上下面几行，再改成自己的网站名称、网址和栏目（id 是栏目文件夹的名字）：",
      lines: siteLines("网站名称", "本会动态"),
    }),
    "file-unexpected": (p: { allowed: readonly string[]; ending: string }) => ({
      message: `内容文件夹里不能放${p.ending ? ` ${p.ending} ` : "这种"}文件`,
      hint: newEndings[p.ending]
        ? `请用 Office 或 WPS 打开，另存为 ${newEndings[p.ending]} 或 .pdf，再删去这个文件；文章里写的文件名也一起改`
        : `请移走或删除它。可以放：.md 文章、图片和附件（${p.allowed.join(" ")}）；网站的说明文件名叫 site.yaml，放在最上层`,
    }),
    "file-misplaced": (p: { name: string }) => ({
      message: "文件放错了位置",
      hint: `文章放在“栏目/四位数的年份/${p.name}”，例如 news/2017/${p.name}；年份用文章发布的那一年；固定页面放在 pages/${p.name}；图片和附件放在用到它的文章旁边`,
    }),
    "file-symlink": (p: { target: string }) => ({
      message: `这是一个符号链接（类似快捷方式），指到“${p.target}”，不是真正的文件`,
      hint: "请先删掉这个链接，再把它指到的文件复制到这里，用同样的名字",
    }),
    "file-name": (p: {
      rule: NameRule;
      character: string;
      isFolder: boolean;
      /** The name put right, in one way or two. */
      right: readonly string[];
    }) => ({
      message: {
        space: "文件或文件夹的名字里有空格",
        character: `文件或文件夹的名字里有不能用的字符“${p.character}”`,
        accent: `文件或文件夹的名字里，“${p.character}”存成了字母加声调两个字符`,
        "first-dot": "文件或文件夹的名字不能以点开头",
        "last-dot": "文件或文件夹的名字不能以点结尾",
        "folder-dot": "文件夹的名字里不能有点",
        device: `“${p.character}”在 Windows 里是设备的名字，不能作文件或文件夹的名字`,
      }[p.rule],
      hint: `${
        p.right.length > 0
          ? `请把${p.isFolder ? "文件夹" : "文件"}改名为 ${p.right.join(" 或 ")}`
          : p.rule === "accent"
            ? "请把整个名字重新打一遍，或改用不带声调的字母"
            : "请用汉字、字母、数字和短横线 - 另取一个名字"
      }${p.rule === "first-dot" ? "；用不着它就删去" : ""}；别处写到它的链接也一起改`,
    }),
    "file-name-long": (p: { bytes: number; max: number }) => ({
      message: `文件名太长（${p.bytes} 字节，最多 ${p.max} 字节，一个汉字占 3 字节）`,
      hint: "请改用短一些的名字",
    }),
    "file-large": (p: { max: string }) => ({
      message: `文件太大，超过了 ${p.max}`,
      hint: "请把它分成几篇；如果贴进了图片的数据，请改为把图片存成文件放在旁边",
    }),
    "article-slow": () => ({
      message: "处理这个文件花的时间太长",
      hint: "里面多半有从别处粘贴来的一大串符号，例如成千上万个连在一起的括号、星号或脚注：请找到它们并删掉。如果文章确实很长，请分成几篇",
    }),
    "nesting-deep": () => ({
      message: "这里的引用、列表等一层套一层，套得太深，里面的文字显示不出来",
      hint: "请删去行首多余的 >、- 等符号，只留几层",
    }),
    "column-unknown": (p: { column: string; known: readonly string[] }) => ({
      message: `没有名叫“${p.column}”的栏目`,
      hint: `请把文件夹改名为已有的栏目（${list(p.known)}），或在 site.yaml 的 columns 里加上这个栏目`,
    }),
    encoding: (p: { looksLike: string }) => ({
      message: `文件的编码不是 UTF-8${p.looksLike ? `，看起来是 ${p.looksLike}` : ""}`,
      hint: "请用记事本打开，选“另存为”，把“编码”改成“UTF-8”，再保存",
    }),
    "byte-order-mark": () => ({
      message: "文件最开头多了看不见的标记（BOM）",
      hint: "请运行 npm run check -- --fix，它会自动去掉；或把第一行整行删去，再重新打一遍",
    }),
    "control-character": (p: { codePoint: string }) => ({
      message: `这里有一个看不见的字符${characterNames[p.codePoint] ? `（${characterNames[p.codePoint]}）` : ""}，网页里不能有它`,
      hint: "它多半是从 Word 或网页里粘贴来的：请把这一处（▯）连同前后各一个字删掉，再把字打上",
    }),
    "bidi-character": () => ({
      message: "这里有一个看不见的字符，它会让后面的字左右颠倒",
      hint: "中文里用不到它：请把这一处（▯）连同前后各一个字删掉，再把字打上",
    }),
    "invisible-character": (p: { codePoint: string }) => ({
      message: `这里有一个看不见的字符${characterNames[p.codePoint] ? `（${characterNames[p.codePoint]}）` : ""}，会让读者搜不到这个词`,
      hint: "请运行 npm run check -- --fix，能放心去掉的会自动去掉；或把这一处（▯）连同前后各一个字删掉，再把字打上",
    }),
    "front-matter-open": (p: { standing: boolean; cause: OpeningCause; extra?: string }) => {
      const lines = opening(p.standing);
      switch (p.cause) {
        case "empty":
          return { message: "文件是空的", hint: "请写成下面这样；用不着它就删去：", lines };
        case "blank":
          return {
            message: "第一行是空行，三个减号 --- 应当在第一行",
            hint: "请删去 --- 前面的空行",
          };
        case "space":
          return {
            message: "第一行的三个减号 --- 前后有空格",
            hint: "请删去这一行里的空格，只留 ---",
          };
        case "extra":
          return {
            message: `第一行的三个减号后面多了“${p.extra}”`,
            hint: "请把第一行改成 ---，别的什么也不留",
          };
        default:
          return {
            message: "第一行应当恰好是三个减号 ---",
            hint: "三个减号用英文输入法打，前后不要有空格或别的字。文件要这样开头：",
            lines,
          };
      }
    },
    "front-matter-close": (p: { found: boolean; written?: string; line?: number }) => ({
      message:
        p.found || p.written
          ? `${frontMatter}的结束行应当恰好是三个减号 ---${p.written ? `，不是“${p.written}”` : ""}`
          : `${frontMatter}没有结束：${p.line ? `第 ${p.line} 行像是正文，它前面没有第二行 ---` : "找不到第二行 ---"}`,
      hint:
        p.found || p.written
          ? "请把这一行改成 ---：用英文输入法打，前后不要有空格或别的字"
          : "请在 title、date 等各行之后、正文之前，单独写一行三个减号 ---：用英文输入法打，前后不要有空格或别的字",
    }),
    "front-matter-large": (p: { max: string; line: number; length: number }) => ({
      message: `${frontMatter}太长，超过了 ${p.max}；第 ${p.line} 行最长，有 ${p.length} 个字符`,
      hint: "如果那一行是正文，请把它移到第二行 --- 的后面；如果是摘要（summary），请写短一些",
    }),
    "yaml-colon": (p: { key: string; name?: string; right: string }) => ({
      message: p.name
        ? `“${p.key}”要写成英文名称 ${p.name}，后面是英文冒号和一个空格`
        : `“${p.key}”后面要用英文输入法的冒号加一个空格`,
      hint: `请写成 ${p.right}（冒号用英文输入法打，后面空一格）`,
    }),
    "yaml-tab": () => ({
      message: "行首的缩进用了 Tab 键（报告里用 ▯ 表示）",
      hint: "请把它换成空格，每层缩进两个空格",
    }),
    "yaml-duplicate-key": (p: { key: string; line?: number }) => ({
      message: `“${p.key}”写了两次，${p.line ? `第 ${p.line} 行已经写过` : "前面已经写过"}`,
      hint: `请只留一处，删去另一处${/^(?:author|tags)$/.test(p.key) ? `；有几个时写成列表：${p.key}: [甲, 乙]` : ""}`,
    }),
    "yaml-comment": (p: YamlSlip) => ({
      message: "空格和井号（ #）后面的字会被当作备注，不会显示",
      hint: `如果这些字是内容，请把整个值放进英文双引号里${asText(p, 'title: "通知 #1"')}；如果是备注，请移到单独的一行，以 # 开头`,
    }),
    "yaml-alias": (p: YamlSlip) => ({
      message: "值的开头是 & 或 *，会被当成特殊记号，不能直接这样写",
      hint:
        p.right && !p.right.includes('"')
          ? `这里的字不能加粗，请写成：${p.right}；如果要显示星号，请把整个值放进英文双引号里（不是中文的“ ”）`
          : `如果 ${p.character || "*"} 是多打的，请删去；如果要显示它，请把整个值放进英文双引号里（不是中文的“ ”），${p.right ? `写成：${p.right}` : '如 title: "*重要*"'}`,
    }),
    "yaml-tag": (p: YamlSlip) => ({
      message: "这一项的值不能以英文感叹号（!）开头",
      hint: `请把整个值放进英文双引号里${asText(p, 'title: "! 注意"')}；也可以改用中文感叹号“！”`,
    }),
    "yaml-depth": (p: { max: number }) => ({
      message: `嵌套太深，超过了 ${p.max} 层`,
      hint: `请检查缩进和括号：${frontMatter}里的各项都应当顶格写，列表只用一层方括号，如 [甲, 乙]`,
    }),
    "yaml-not-map": () => ({
      message: "这里应当是一行一项的“名称: 值”",
      hint: "如果这一行是标题，请写成 title: 标题（英文输入法的冒号，后面空一格）；如果是正文，请移到第二行 --- 的后面；如果多余，请删去",
    }),
    "yaml-syntax": (p: YamlSlip) => yamlSyntax(p),
    "field-unknown": (p: FieldUnknown) =>
      p.inside
        ? {
            message: `“${p.key}”是 ${p.inside} 里面的一项，行首少了空格`,
            hint: `请在行首加上空格（用英文输入法），写在 ${p.inside}: 的下面：`,
            lines: p.lines ?? [],
          }
        : {
            message: `没有“${p.key}”这一项`,
            hint: p.isTwice
              ? `${p.guess} 已经写过：请删去这一行，或把它的内容并到 ${p.guess} 里`
              : p.guess
                ? `请把“${p.key}”改成 ${p.guess}`
                : `请删去这一行，或改成可以写的：${list(p.known)}`,
          },
    "field-required": (p: { key: string; example: string }) => ({
      message: `缺少${nameOf(p.key)}${labels[p.key] ? `（${labels[p.key]}）` : ""}`,
      hint: `请加上这一项${p.key === "date" ? "，写文章真正的发布日期（可以不写时刻）" : ""}，例如：${written(p.key)}: ${p.example}`,
    }),
    "field-text": (p: { key: string; example: string; item: boolean }) =>
      p.item
        ? {
            message: `${nameOf(p.key)}里的这一项应当是一段文字`,
            hint: `每一项只写文字，里面不再分层，例如 ${written(p.key)}: ${p.example}；文字里有冒号、井号、方括号时，把这一项放进英文双引号里`,
          }
        : {
            message: `${nameOf(p.key)}应当是一段文字`,
            hint: `请写成一行：${written(p.key)}: ${p.example}；文字里有冒号、井号、方括号时，把整个值放进英文双引号里`,
          },
    "field-list": (p: ListMeant & { key: string; example: string }) => ({
      message: `${nameOf(p.key)}应当是一个列表`,
      hint: p.lines
        ? "请在它的第一项前面加上减号和一个空格，其余各项和第一项对齐："
        : p.right
          ? `请删去${p.inBraces ? "花括号和" : ""}${list((p.wrong ?? []).map((name) => `“${name}”`))}，写成 ${p.right}；几项用英文逗号隔开，如 ${p.example}`
          : `请每项一行，前面加“- ”，或写在一行里，例如 ${written(p.key)}: ${p.example}`,
      ...(p.lines && { lines: p.lines }),
    }),
    "item-empty": (p: { key: string }) => ({
      message: `${nameOf(p.key)}里有一项是空的`,
      hint: "请写上内容，或删去这一项",
    }),
    "field-map": (p: { key: string; lines: readonly string[] }) => {
      const name = (p.lines[1] ?? "").replace(/^[^:]*: /, "");
      const isItem = p.lines[1]?.startsWith("  - ");
      return {
        message: `${p.key} 的写法不对：${p.key === "source" ? "应当是来源的名称，或者下面的两行" : isItem ? "它的每一项要分成几行来写" : "它分成几项，每项写在单独的一行"}`,
        hint:
          p.key === "source"
            ? `最简单是写成 source: ${name}；要加网址，就删去 source: 后面的字，在下面写两行，各缩进两个空格：`
            : isItem
              ? "请把这一项改成下面这样，减号和缩进也要照写："
              : `请删去 ${p.key}: 后面的字，在下面另起一行，缩进两个空格；要写别的项就再加几行：`,
        lines: p.lines,
      };
    },
    "field-long": (p: { key: string; max: number; unit: "characters" | "items"; count: number }) =>
      p.unit === "items"
        ? {
            message: `${nameOf(p.key)}有 ${p.count} 项，最多 ${p.max} 项`,
            hint: "请只留下要紧的几项",
          }
        : {
            message: `${nameOf(p.key)}有 ${p.count} 个字符，最多 ${p.max} 个`,
            hint: "请写短一些，其余的话可以移到正文里",
          },
    "field-line-break": (p: { key: string }) => ({
      message: `${nameOf(p.key)}里有换行`,
      hint: "请把它写在一行里，冒号后面不要写 | 或 >",
    }),
    "field-yes-no": (p: { key: string; value: string }) => ({
      message: `${nameOf(p.key)}只能是 true（是）或 false（否），不能是“${p.value}”`,
      hint: `是就写 ${p.key}: true，否就写 ${p.key}: false，或删去这一行`,
    }),
    "field-number": (p: { key: string; min: number; max: number; example: string }) => ({
      message: `${nameOf(p.key)}应当是 ${p.min} 到 ${p.max} 之间的整数`,
      hint: `请只写数字，用英文输入法打，例如：${written(p.key)}: ${p.example}`,
    }),
    "field-choice": (p: { key: string; value: string; choices: readonly string[] }) => ({
      message: `${nameOf(p.key)}不能是“${p.value}”`,
      hint: `请从中选一个：${list(p.choices.map((choice) => `${choice}${labels[choice] ? `（${labels[choice]}）` : ""}`))}`,
    }),
    "date-format": (p: { key: string; value: string; suggestion?: string }) => ({
      message: `${nameOf(p.key)}的日期“${p.value}”看不懂`,
      hint: p.suggestion
        ? `请写成 ${p.key}: ${p.suggestion}`
        : `请写成 ${p.key}: 2017-07-07 10:34，或只写日期 2017-07-07`,
    }),
    "date-calendar": (p: { key: string; value: string }) => ({
      message: `${nameOf(p.key)}的日期“${p.value}”不存在`,
      hint: "请查一查年、月、日和时刻，例如 2 月没有 30 日",
    }),
    "date-order": (p: { key: string; value: string; date: string }) => ({
      message: `${nameOf(p.key)}的日期（${p.value}）${p.key === "expires" ? "不晚于" : "早于"}发布日期（${p.date}）`,
      hint: "请核对这两个日期，改正写错的一个",
    }),
    "tag-separator": (p: { value: string; suggestion: string }) => ({
      message: `“${p.value}”会成为一个标签，而不是几个`,
      hint: `如果是几个标签，请写成 tags: ${p.suggestion}（方括号和逗号都用英文输入法打）；如果就是一个标签，不用改`,
    }),
    "title-twice": (p: { title: string; other: string }) => ({
      message: `同一天还有一篇同名的文章《${p.title}》：${p.other}`,
      hint: "如果是同一篇，请删去一篇；如果不是，请把标题改得能分清",
    }),
    "body-empty": () => ({
      message: `${frontMatter}后面没有正文`,
      hint: "请写上正文；还没写好的文章，可以在第二行 --- 前面加一行 draft: true，先不发布",
    }),
    "phone-format": (p: { value: string } & WrongPhone) => ({
      message: {
        none: `电话“${p.value}”里没有号码，读者点了拨不出去`,
        sample: `电话“${p.value}”是照抄的例子，不是真正的号码`,
        bracket: `电话“${p.value}”外面的括号是中文的，会显示出来`,
      }[p.cause],
      hint: p.right
        ? `请写成 phones: ${p.right}（方括号和逗号用英文输入法打）`
        : "请写上本单位真正的号码，格式如 phones: [010-00000000]（不要照抄；方括号用英文输入法打）；没有电话，就把 phones 这一项整个删去",
    }),
    "email-format": (p: { key: string; value: string } & WrongEmail) => ({
      message: `${nameOf(p.key)}“${p.value}”不对：${emailFaults[p.cause]}`,
      hint: p.right
        ? `请写成 ${written(p.key)}: ${p.right}（@ 和点用英文输入法打）`
        : "请只写一个完整的邮箱地址，例如 office@example.org；没有邮箱，就删去这一行",
    }),
    "url-format": (p: { key: string; value: string } & WrongAddress) => ({
      message: `${nameOf(p.key)}“${p.value}”不对：${addressFault(p)}`,
      hint: p.right
        ? `请写成 ${written(p.key)}: ${p.right}`
        : "请在浏览器里打开那一页，从地址栏重新复制整个网址，例如 https://www.example.org/a.html",
    }),
    "url-origin": (p: { more: string; right: string }) => ({
      message: `网站的网址只能到域名为止，后面多了 ${p.more}`,
      hint: `请写成 url: ${p.right}`,
    }),
    "time-zone": (p: { value: string }) => ({
      message: `没有名叫“${p.value}”的时区`,
      hint: "在中国请写 timeZone: Asia/Shanghai",
    }),
    "column-id": (p: { value: string; taken?: boolean }) => ({
      message: p.taken
        ? `栏目的 id 不能是“${p.value}”：这个名字已被系统占用`
        : `栏目的 id“${p.value}”不能用`,
      hint: `请${p.taken ? "换一个名字，" : ""}用小写字母、数字和短横线 -，以字母开头，最多 40 个字符，如 news；内容文件夹里这个栏目的文件夹也要改成同样的名字（还没有这个文件夹就不用管）。栏目的中文名称写在 title 里`,
    }),
    "column-twice": (p: { value: string; line: number }) => ({
      message: `栏目的 id“${p.value}”在第 ${p.line} 行已经用过`,
      hint: `请给其中一个栏目另取 id，并在内容文件夹里给它建立（或改成）同名的文件夹；如果是同一个栏目，请删去一个`,
    }),
    "navigation-item": () => ({
      message: "导航的每一项要写 column 或 page，只写其中一个",
      hint: "请写它通到哪里：栏目写 column: 和栏目的 id，固定页面写 page: 和 pages 里的文件名（不带 .md），例如：",
      lines: ["navigation:", "  - column: news", "  - page: about", "    title: 关于我们"],
    }),
    "navigation-unknown": (p: { value: string; known: readonly string[] }) => ({
      message: `导航里的“${p.value}”不存在`,
      hint: `请改成已有的（${list(p.known)}），或建立 pages/${p.value}.md 这个固定页面，或删去这一项`,
    }),
    "level-unknown": (p: { value: string; guess?: string }) => ({
      message: `levels 里的“${p.value}”不是问题的代码`,
      hint: p.guess
        ? `请改成 ${p.guess}`
        : "代码写在每处问题的方括号里，如 link-missing；全部代码见 docs/problems.zh-CN.md",
    }),
    "level-fixed": (p: { value: string; reason: "security" | "needed" }) => ({
      message: `“${p.value}”的级别不能改`,
      hint:
        p.reason === "security"
          ? "它关系到网站和读者的安全，请从 levels 里删去这一行"
          : "有这种问题时网页做不出来，请从 levels 里删去这一行",
    }),
    "alias-format": (p: { value: string }) => ({
      message: `旧地址“${p.value}”不对`,
      hint: "请只写域名后面的部分，以 / 开头、以 .html 结尾，例如 /old/2016-05.html",
    }),
    "footnote-unused": (p: { label: string; written?: string }) => ({
      message: `注释 [^${p.label}] 没有在正文里用到，不会显示`,
      hint: p.written
        ? `正文里写的是“${p.written}”，请改成 [^${p.label}]：方括号和 ^ 用英文输入法打`
        : `请在正文里要加注的地方写上 [^${p.label}]，或删去这条注释`,
    }),
    "footnote-twice": (p: { label: string }) => ({
      message: `注释 [^${p.label}] 写了两次，只会显示一次`,
      hint: "请删去一条，或给其中一条换一个编号，并在正文里相应改过来",
    }),
    "list-number": (p: { written: number; shown: number }) => ({
      message: `这一项写的是 ${p.written}，网页上会显示成 ${p.shown}`,
      hint: `请先看看是不是漏了第 ${p.shown} 项；没有漏，就把 ${p.written} 改成 ${p.shown}；如果它不是列表，请在点的前面加反斜杠 \\，写成 ${p.written}\\.`,
    }),
    "table-cells": (p: { cells: number; columns: number }) => ({
      message: `表格的这一行有 ${p.cells} 格，表头只有 ${p.columns} 格，多出的不会显示`,
      hint: "请给表头和它下面的 --- 那一行都补上格子（三格写成 | --- | --- | --- |），或把多出的内容并到前面的格里；内容里的竖线要写成 \\|",
    }),
    "table-head": (p: { cells: number; columns: number }) => ({
      message: `表头有 ${p.cells} 格，下面的 --- 那一行有 ${p.columns} 格，不会成为表格，竖线会原样显示`,
      hint: "请让这两行的格数一样，例如三格写成 | --- | --- | --- |；内容里的竖线要写成 \\|",
    }),
    "table-end": () => ({
      message: "这一行紧接在表格后面，会变成表格的一行",
      hint: "请在表格后面空一行",
    }),
    "table-leftover": (p: { cause: TableCause; line: string; row: string }) => ({
      message: "这里像表格，但写法不对，竖线会原样显示",
      hint: {
        bars: `竖线要用英文输入法打，写成 ${p.line}；表头下面要有一行 ${p.row}`,
        dashes: `这一行要用英文输入法的减号，写成 ${p.row}`,
        row: `第一行是表头，请在它下面加上一行 ${p.row}`,
        indent: "请删去表格每一行前面的空格",
        blank: "这一行和上面的表格之间多了一个空行：请删去空行",
        alone: `如果是表头，请在它下面加上一行 ${p.row}；如果是表格里的一行，请接在表格下面，中间不空行；如果不是表格，请删去行首的竖线`,
      }[p.cause],
    }),
    "list-space": (p: { cause: "space" | "indent"; right: string }) => ({
      message:
        p.cause === "indent"
          ? "这一行像列表的一项，但前面的空格太多或是全角的，会显示成文字"
          : "这一行像列表的一项，但符号后面没有空一格，会和别的行连成一段",
      hint:
        p.cause === "indent"
          ? `请删去行首的空格，写成 ${p.right}`
          : `请在符号后面空一格，写成 ${p.right}；其余各项也一样`,
    }),
    "list-mark": (p: { mark: "number" | "bullet" | "double"; sign?: string; right: string }) =>
      p.mark === "double"
        ? {
            message: "这一项前面有两个列表符号，第二个会显示出来",
            hint: `请删去多余的${p.sign ? ` ${p.sign}` : "符号"}，写成 ${p.right}（每一项都要改）`,
          }
        : {
            message: "这里像列表，但会连成一段文字",
            hint: `${
              p.mark === "number"
                ? "要做成列表，请在每一项的点或括号后面空一格"
                : `要做成列表，请把每一项开头的${p.sign ? ` ${p.sign} ` : "符号"}都换成减号加一个空格`
            }，写成 ${p.right}（每一项都要改）；要各自成段，请在两行之间空一行；本来就是一段，请接在同一行里`,
          },
    "quote-mark": (p: { right: string }) => ({
      message: "这一行像引文，但会原样显示成文字",
      hint: `引文用英文输入法的 >，写在行首，前面不空格：${p.right}；如果就是要这样显示，不用改`,
    }),
    "reference-unused": (p: { label: string }) => ({
      message: `“[${p.label}]: …”会被当作链接的定义，不会显示`,
      hint: `如果是注释，要改两处：这里写成 [^${p.label}]: …，正文里要加注的地方写上 [^${p.label}]；如果是正文，请在方括号前加反斜杠 \\，写成 \\[${p.label}]`,
    }),
    "link-leftover": (p: {
      text: string;
      cause: LeftoverCause;
      right: string;
      /** How it is written to be shown as it is. */
      escaped?: string;
      /** A file whose name has a space in it, and the name without it. */
      file?: string;
      name?: string;
    }) => ({
      message: `“${p.text}”没有成为链接、图片或注释，会原样显示`,
      hint: `${
        {
          width: `括号、引号和感叹号要用英文输入法打，写成 ${p.right}`,
          gap: `方括号和圆括号之间不能空格，写成 ${p.right}`,
          space: `文件名里不能有空格：请把文件“${p.file}”改名为 ${p.name}，这里也写成 ${p.right}`,
          note: `如果是注释，文末要另起一行写上 ${p.right}: 和注释的内容`,
          "note-width": `注释的方括号、^ 和冒号要用英文输入法打，写成 ${p.right}`,
          other:
            '链接写成 [文字](网址)，图片写成 ![说明](文件名 "图注")，圆括号要成对，引号用英文的双引号',
        }[p.cause]
      }${p.escaped ? `；如果就是要显示这些字，请加一个反斜杠 \\，写成 ${p.escaped}` : ""}`,
    }),
    "strong-leftover": (p: { text: string; right: string }) => ({
      message: `“${p.text}”没有成为粗体，星号会原样显示`,
      hint: `请用英文输入法的星号，开头和结尾都要改，和里面的文字之间不空格，写成 ${p.right}；如果就是要显示星号，不用改`,
    }),
    "stars-lost": (p: { text: string; right: string }) => ({
      message: `“${p.text}”里的星号会被当成粗体或斜体的记号，不会显示`,
      hint: `请在每个星号前面加反斜杠 \\（连着两个星号，就要写两个反斜杠），写成 ${p.right}；如果是乘号，请写成 ×`,
    }),
    "html-tag": (p: { tag: string; use: HtmlTag }) => ({
      message:
        p.use === "comment"
          ? "<!-- --> 里的话读者会看到"
          : `网页代码 ${p.tag} 不起作用，会原样显示成文字`,
      hint: {
        comment: "不想公开的话请删去",
        strong: "粗体请写成 **文字**",
        line: "换行请在行末写一个反斜杠 \\，分段请空一行",
        image: '图片请写成 ![说明](文件名 "图注")',
        link: "链接请写成 [文字](网址)",
        heading: "小标题请写成 ## 小标题",
        list: "列表的每一项写一行，前面写减号和一个空格：- 第一项",
        table: "表格的每一行写成 | 甲 | 乙 |，表头下面加一行 | --- | --- |",
        quote: "引文请在每行前面写 > 和一个空格",
        paragraph: "分段请空一行，这些代码请删去",
        other: "请删去这些代码，只留下文字",
      }[p.use],
    }),
    "heading-space": (p: { right: string; wide: boolean }) => ({
      message: "这一行像小标题，但会原样显示成文字",
      hint: `小标题用英文输入法的井号，前面不空格，后面空一格，写成 ${p.right}${
        p.wide ? "" : "；如果就是要显示井号，请在它前面加反斜杠 \\"
      }`,
    }),
    "heading-level": () => ({
      message: "正文里不能用一级标题（一个 #）",
      hint: "文章的标题已经写在文件开头的 title: 后面；正文的小标题请用两个井号：## 小标题",
    }),
    "heading-underline": (p: { mark: string; text: string }) => ({
      message: `这一行 ${p.mark} 紧接在文字下面，会把上面的文字变成小标题`,
      hint: `如果是分隔线，请在它上面空一行，写成 ---；如果上面的文字是小标题，请删去这一行，把文字写成 ## ${p.text}`,
    }),
    "link-scheme": (p: { href: string; image: boolean; text: string; name?: string }) =>
      p.name
        ? {
            message: `“${p.href}”是您自己电脑里的文件，读者打不开`,
            hint: `请把这个文件复制到文章旁边，这里只写文件名，如：${p.name}`,
          }
        : {
            message: `不能链接到“${p.href}”`,
            hint: p.image
              ? "请把图片存成文件，放在文章旁边，圆括号里只写它的文件名；不需要这张图片，就整个删去"
              : `链接只能是网址（https:// 或 http://）、站内的文件、本页的 #小标题、邮箱（写 mailto:office@example.org）或电话（写 tel:010-…），请换成其中一种；如果不需要这个链接，${p.text ? `只留下文字 ${p.text}，删去方括号、圆括号和里面的地址` : "请把它删去"}`,
          },
    "link-malformed": (
      p: { href: string; image: boolean; text: string } & Partial<WrongAddress>,
    ) =>
      /^#?$/.test(p.href)
        ? {
            message: `${p.image ? "图片" : "链接"}“${p.image ? "!" : ""}[${p.text}](${p.href})”的圆括号里${p.image ? "没有文件名" : "没有写通到哪里"}`,
            hint: p.image
              ? `请写上放在文章旁边的图片的文件名，如 ![${p.text}](map.png)；没有图片，就整个删去`
              : `请在圆括号里写上网址或文件名；如果不需要这个链接，只留下文字${p.text ? ` ${p.text}` : ""}，删去方括号和圆括号`,
          }
        : {
            message: `链接“${p.href}”的写法不对${p.cause ? `：${addressFault({ ...p, cause: p.cause })}` : ""}`,
            hint: p.right
              ? `请写成 ${p.right}`
              : "网址请从浏览器的地址栏重新复制；本站的文件写成 ../2018/0401-x.md 这样，文件夹之间用 / 隔开",
          },
    "link-outside": (p: { href: string; allowed: readonly string[] }) => ({
      message: `“${p.href}”指到了内容文件夹之外`,
      hint: `请检查 ../ 是不是多写了；在别处的文件，请复制到文章旁边，再写它的文件名。可以链接的文件：文章（.md）、图片和附件（${p.allowed.join(" ")}）`,
    }),
    "link-missing": (
      p: Refused & {
        href: string;
        text: string;
        guess?: string;
        /** The web address that it is meant as. */
        web?: string;
        allowed: readonly string[];
      },
    ) => {
      if (p.refused === "kind") {
        return {
          message: `链接的文件“${p.href}”在那里，但不收这种格式的文件`,
          hint: newEndings[p.ending ?? ""]
            ? `请用 Office 或 WPS 打开它，另存为 ${newEndings[p.ending ?? ""]} 或 .pdf，放在原处，再把这里的文件名改成新的`
            : `可以链接的文件：文章（.md）、图片和附件（${p.allowed.join(" ")}）。请换成其中一种，再把这里的文件名改成新的`,
        };
      }
      if (p.refused === "name") {
        return {
          message: `链接的文件“${p.href}”在那里，但现在的名字不能用`,
          hint: "请照那个文件自己的提示改名，这里也改成新的文件名",
        };
      }
      return {
        message: `链接的文件“${p.href}”不存在`,
        hint: p.guess
          ? `最像的文件是 ${p.guess}：请照它写，大小写和结尾都要一致`
          : `${p.web ? `如果是网址，请写成 ${p.web}；如果是文件，` : ""}请检查文件名有没有写错、文件是不是放好了：同一文件夹只写文件名，上一层的写 ../文件名；文件已经没有了，就${p.text ? `只留下文字 ${p.text}，删去链接` : "删去链接"}`,
      };
    },
    "link-fragment": (p: {
      href: string;
      text: string;
      /** The link without its heading. */
      bare: string;
      known: readonly string[];
      /** Does it lead to the page that it stands on? */
      isHere: boolean;
      /** The heading that is meant, where there can be one of these words. */
      heading?: string;
    }) => {
      const page = p.isHere ? "本页" : "那一页";
      const add = p.heading ? `；或在${page}加上小标题 ## ${p.heading}` : "";
      const words = p.text ? `文字 ${p.text}` : "文字";
      return {
        message: `“${p.href}”指到的小标题不存在`,
        hint:
          p.known.length > 0
            ? `请改成${page}已有的 ${list(p.known)}${add}`
            : p.isHere
              ? `这一页没有小标题：请只留下${words}，把方括号、圆括号和 ${p.href} 都删去${p.heading ? `；或先加上小标题 ## ${p.heading}` : ""}`
              : `那一页没有小标题：请删去 # 和它后面的字，圆括号里只留 ${p.bare}${add}`,
      };
    },
    "image-remote": (p: { href: string; right: string }) => ({
      message: `图片“${p.href}”不在本站`,
      hint: `请在浏览器里打开它，右击“图片另存为”，存到文章旁边，再写成：${p.right}（括号里是存下来的文件名）`,
    }),
    "image-type": (p: { href: string; allowed: readonly string[] }) => ({
      message: `“${p.href}”不是可以使用的图片`,
      hint: `只能写放在文章旁边的文件名，格式可以是 ${p.allowed.join(" ")}，其他格式的图片请另存为 PNG 或 JPG；图注写在文件名后面，空一格，放进英文双引号里`,
    }),
    "image-missing": (p: Refused & { href: string; guess?: string }) => ({
      message: `图片“${p.href}”不存在`,
      hint: p.guess
        ? `最像的图片是 ${p.guess}：请照它写，大小写和结尾都要一致`
        : p.refused
          ? "它在那里，但现在的名字不能用：请照那个文件自己的提示改名，这里也改成新的文件名"
          : "请检查文件名有没有写错、图片是不是放好了：同一文件夹只写文件名，上一层的写 ../文件名；图片已经没有了，就把这里整个删去",
    }),
    "asset-unused": () => ({
      message: "没有文章用到这个文件，它不会出现在网站上",
      hint: "如果本想在文章里用它，请检查文章里写的文件名；用不着了就删去它",
    }),
    "asset-type": (p: AssetType) => ({
      message: {
        empty: `文件“${p.file}”是空的`,
        unknown: `文件“${p.file}”的内容不是 ${p.ending} 格式`,
        known:
          p.found === ".html"
            ? `文件“${p.file}”的名字以 ${p.ending} 结尾，其实却是一个网页`
            : `文件“${p.file}”的名字以 ${p.ending} 结尾，内容却是 ${p.found} 格式`,
      }[p.content],
      hint: {
        copy: "多半是复制或上传时断了：请从原处重新复制一份",
        rename: `请把文件名的结尾改成 ${p.found}，文章里写的文件名也一起改；只改文件名就好，不用转换`,
        page: `这个文件存下来的是网页，不是附件。请在原网页上点下载的链接，把得到的文件放进同一文件夹，删去现在这个 ${nameIn(p.file)}；新文件如果叫别的名字，文章里也要改`,
        "image-page": `这个文件存下来的是网页，不是图片。请在原网页上右击图片，选“图片另存为”，放进同一文件夹，删去现在这个 ${nameIn(p.file)}；新文件如果叫别的名字（如 ${nameIn(p.file).replace(/\.[^.]*$/, /\.jpg$/i.test(p.file) ? ".png" : ".jpg")}），文章里也要改`,
        picture:
          "请用画图或手机的看图软件打开，再另存为 PNG 或 JPEG；只改文件名的结尾没有用。打不开的话它就不是图片，请换一个文件",
        office: `请用 Word、Excel、PowerPoint 或 WPS 打开，去掉密码和宏，再另存为 ${p.ending}；只改文件名的结尾没有用`,
        export: `请用制作它的程序打开，另存或导出为 ${p.ending}；只改文件名的结尾没有用`,
      }[p.remedy],
    }),
    "asset-large": (p: { file: string; image: boolean; size: string; max: number }) => ({
      message: `${p.image ? "图片" : "附件"}“${p.file}”有 ${p.size} MB，超过了 ${p.max} MB`,
      hint: p.image
        ? `请用画图打开，用“重新调整大小”改到宽 2000 像素左右，再另存为 JPEG${isJpeg(p.file) ? "" : "，文章里写的文件名也改成以 .jpg 结尾，并删去旧的文件"}；真的需要这么大，可以在 site.yaml 的 limits 里调高 image`
        : "请把它压缩，或分成几个（PDF 可以在另存时选“最小文件大小”）；真的需要这么大，可以在 site.yaml 的 limits 里调高 attachment",
    }),
    "image-pixels": (p: { file: string; width: number; height: number; max: number }) => ({
      message: `图片“${p.file}”宽 ${p.width}、高 ${p.height} 像素，共 ${Math.round((p.width * p.height) / 10_000)} 万像素，超过了 ${p.max * 100} 万像素`,
      hint: "请用画图打开，用“重新调整大小”改到宽 2000 像素左右，再用原来的名字保存；真的需要这么大，可以在 site.yaml 的 limits 里调高 pixels",
    }),
    "image-broken": (p: { file: string }) => ({
      message: `图片“${p.file}”不完整，或已经损坏`,
      hint: "多半是复制或上传时断了：请从原处重新复制一份；如果原图还能看，也可以用画图打开再另存为 PNG 或 JPEG",
    }),
    "address-taken": (p: { url: string; other: string; alias: boolean }) => ({
      message: `网址 ${p.url} 已有主人：${p.other}`,
      hint: p.alias
        ? "请从 aliases 里删去这一条旧地址，或改正写错的字"
        : "请给这个文件改一个名字（只有大小写不同也算同名）；另一个文件要是用不着了，也可以删去那一个",
    }),
  },
  commands: {
    generatedPage: "系统自动生成的页面",
    build: {
      usage: `用法：npm run build -- [选项]
      npm run build -- --merge DIR… [--out DIR]

把 content/ 里的文章编成网站，放进 dist/。有一处错误就不改动 dist/，并列出全部错误。
网站太大时，可以用 --shard 分成几份，在几台机器上同时生成，再用 --merge 合起来。

选项：
  --content DIR   内容文件夹（默认 content）
  --out DIR       网站文件夹（默认 dist）
  --now ISO       把这个时刻当作现在，决定哪些文章已到发布时间，如 2026-01-01T08:00（北京时间）
  --clean         不用以前的结果，全部重新生成
  --jobs N        同时用几个处理器核心（默认全部）
  --shard I/N     只生成分成 N 份中的第 I 份，如 2/4；没有写 --out 时放进 dist.shard-2-of-4
  --merge DIR…    不生成，把这些文件夹里的全部各份合成网站，放进 --out 的文件夹（默认 dist）
  --profile       显示时间用在哪里，哪些文章和页面最慢
  --help          显示这段说明`,
      reading: (p: { done: number; total: number }) => `读取文章 ${p.done}/${p.total}`,
      rendering: (p: { done: number; total: number }) => `生成页面 ${p.done}/${p.total}`,
      checking: (p: { done: number; total: number }) => `核对文件 ${p.done}/${p.total}`,
      failed: (p: { counts: string; out: string }) =>
        `${p.counts}没有生成网站，${p.out} 保持原样。`,
      shard: (p: { index: number; count: number }) =>
        `这是网站的一部分：第 ${p.index} 份，共 ${p.count} 份。各份都生成以后，用 --merge 合起来。`,
      done: (p: { out: string; pages: number; files: number; seconds: string; size: string }) =>
        `网站已生成：${p.out}  ${p.pages} 个页面，${p.files} 个图片和附件，共 ${p.size}，用时 ${p.seconds} 秒`,
      changes: (p: { written: number; removed: number }) =>
        p.written + p.removed === 0
          ? "和上次一样，没有改动任何文件"
          : `其中写入 ${p.written} 个文件，删去 ${p.removed} 个，其余没有变`,
      profile: {
        title: "时间用在：",
        stages: {
          starting: "启动程序",
          looking: "查看有没有变化",
          loading: "载入程序和缓存",
          reading: "读取和检查文章",
          planning: "规划页面",
          comparing: "和上次的网站比较",
          making: "生成页面",
          publishing: "换上新文件",
          remembering: "保存缓存",
        },
        articles: "读得最慢的文章：",
        pages: "生成得最慢的页面：",
      },
      jobsInvalid: (p: { value: string }) =>
        `--jobs 后面的“${p.value}”不对。请写一个整数，1 到 999。`,
      shardInvalid: (p: { value: string }) =>
        `--shard 后面的“${p.value}”不对。请写成“第几份/共几份”，如 2/4：两个都是整数，前一个从 1 起，不大于后一个，后一个最大 999。`,
      mergeAlone: (p: { option: string }) =>
        `--merge 只把已经生成的各份合起来，不能和 ${p.option} 一起用。请去掉其中一个。`,
      mergeNothing:
        "--merge 后面要写各份的文件夹，用空格隔开，如 --merge dist.shard-1-of-2 dist.shard-2-of-2。",
      mergeOverlap: (p: { out: string; folder: string }) =>
        `没有合成网站：输出文件夹 ${p.out} 与要合的文件夹 ${p.folder} 互相包含。请换一个输出文件夹。`,
      shards: {
        noFolder: (p: { folder: string }) =>
          `没有 ${p.folder} 这个文件夹。请检查 --merge 后面写的名字。`,
        noShard: (p: { folder: string }) =>
          `${p.folder} 不是用 --shard 生成的一份：里面没有清单 .manifest.json，或者清单坏了。如果是复制或下载来的，请看看名字以点开头的文件有没有漏掉；没有漏掉就请重新生成这一份。`,
        wholeSite: (p: { folder: string }) =>
          `${p.folder} 里是整个网站，不是用 --shard 生成的一份。请只写各份的文件夹。`,
        counts: (p: { a: ShardPlace; b: ShardPlace }) =>
          `${p.a.folder} 是共 ${p.a.count} 份里的第 ${p.a.index} 份，${p.b.folder} 却是共 ${p.b.count} 份里的第 ${p.b.index} 份，合不起来。请把份数不对的拿掉，或者用同一个份数重新生成。`,
        sites: (p: { a: ShardPlace; b: ShardPlace }) =>
          `${p.a.folder}（第 ${p.a.index} 份）和 ${p.b.folder}（第 ${p.b.index} 份）不是同一个网站的：两次生成之间，文章、程序或者 --now 的时刻变了。请用同样的文章、同样的程序和同一个 --now 把旧的重新生成。`,
        twice: (p: { index: number; folders: readonly string[] }) =>
          `第 ${p.index} 份写了不止一个文件夹：${list(p.folders)}。请只留一个。`,
        missing: (p: { indexes: readonly number[]; count: number }) =>
          `缺第 ${list(p.indexes.slice(0, 10).map(String))} 份${p.indexes.length > 10 ? `等 ${p.indexes.length} 份` : ""}（共 ${p.count} 份）。请用 --shard ${p.indexes[0]}/${p.count} ${p.indexes.length > 1 ? "等" : ""}生成，再把文件夹写在 --merge 后面。`,
        fileTwice: (p: { file: string; folders: readonly string[] }) =>
          `${list(p.folders)} 里都有 ${p.file}，清单被改过。请重新生成这两份。`,
        altered: "各份的清单合起来不是整个网站，有的清单（.manifest.json）被改过。请重新生成各份。",
        changed: (p: { file: string; index: number; count: number }) =>
          `${p.file} 和生成的时候不一样：改过、删去了或者坏了。请用 --shard ${p.index}/${p.count} 重新生成这一份。`,
        more: (p: { count: number }) => `还有 ${p.count} 处这样的问题。`,
      },
      cacheDamaged: "缓存损坏，已经丢弃；现在全部重新生成，会慢一些。",
      columns: (p: { columns: readonly { title: string; count: number }[] }) =>
        `文章：${p.columns.map((column) => `${column.title} ${column.count} 篇`).join("，")}`,
      withheld: (p: { count: number }) => `暂不发布的有 ${p.count} 篇：`,
      withheldItem: (p: { path: string; title: string; reason: string }) =>
        `  ${p.path}  ${p.title}（${p.reason}）`,
      withheldDraft: "草稿",
      withheldScheduled: (p: { date: string }) => `定于 ${p.date} 发布`,
      withheldExpired: (p: { date: string }) => `已于 ${p.date} 到期`,
      unchanged: (p: { out: string }) => `没有生成网站，${p.out} 保持原样。`,
      unfinished: (p: { out: string }) =>
        `${p.out} 里的网站只换了一部分。照上面说的解决以后，请再运行一次：会先恢复成原来的网站。`,
      locked: (p: { out: string }) =>
        `另一个生成网站的程序正在写 ${p.out}。请等它结束以后，再运行一次。`,
      outNotOurs: (p: { file: string }) =>
        `没有生成网站：${p.file} 不是本系统生成的文件，网站却要用这个地址。请把它移走，再运行一次。`,
      outNoFolder: (p: { out: string }) =>
        `没有生成网站：${p.out} 这里已有一个文件，不能当文件夹用。请在 --out 后面写一个文件夹的名字。`,
      outInsideContent: (p: { out: string; content: string }) =>
        `没有生成网站：输出文件夹 ${p.out} 与内容文件夹 ${p.content} 互相包含。请换一个输出文件夹。`,
      outTooWide: (p: { out: string }) =>
        `没有生成网站：输出文件夹 ${p.out} 里有正在工作的文件夹或您的个人文件夹。请换一个专放网站的文件夹，例如 dist。`,
      nowInvalid: (p: { value: string }) =>
        `--now 的时刻“${p.value}”看不懂。请写成 2026-01-01 或 2026-01-01T08:00 这样的形式。`,
    },
    dev: {
      usage: `用法：npm run dev -- [选项]

在本机预览网站，保存文章后浏览器自动刷新。按 Ctrl+C 结束。

选项：
  --content DIR   内容文件夹（默认 content）
  --port N        端口（默认 8080）
  --now ISO       把这个时刻当作现在（北京时间）
  --help          显示这段说明`,
      ready: (p: { url: string }) => `预览地址：${p.url}（保存文章后自动刷新，按 Ctrl+C 结束）`,
      portTaken: (p: { port: number }) => `端口 ${p.port} 已被占用，改用另一个。`,
      built: (p: { pages: number; seconds: string }) =>
        `已更新：${p.pages} 个页面，用时 ${p.seconds} 秒`,
      problems: (p: { counts: string }) => `${p.counts}改好后会自动刷新。`,
      pageTitle: "文章里有需要改正的地方",
      pageIntro: "改好并保存后，这一页会自动刷新。",
      portInvalid: (p: { value: string }) => `端口“${p.value}”不对，应当是 1 到 65535 之间的整数。`,
    },
    import: {
      usage: `用法：npm run import -- 文件… [选项]

把旧网站页面的文字（.txt，UTF-8）变成文章，放进内容文件夹，并说明略去了什么。

选项：
  --content DIR   内容文件夹（默认 content）
  --column ID     放进哪个栏目（只有一个栏目时可以不写）
  --help          显示这段说明`,
      noFiles:
        "没有写要导入的文件。请写上文件名，例如 npm run import -- page.txt，可以一次写几个。",
      unreadable: (p: { file: string }) =>
        `${p.file}：读不了这个文件。请检查它的名称和所在的文件夹。`,
      columnNeeded: (p: { known: readonly string[] }) =>
        `网站不止一个栏目，请用 --column 写明放进哪一个，例如 --column ${p.known[0]}。可用的栏目有：${p.known.join("、")}。`,
      columnUnknown: (p: { column: string; known: readonly string[] }) =>
        `没有“${p.column}”这个栏目。可用的栏目有：${p.known.join("、")}。`,
      headMissing: (p: { file: string }) =>
        `${p.file}：没有找到写着发布日期的一行。标题下面应当有这样一行：发布日期:2017-07-07 10:34 来源:某某报 作者:张三`,
      titleMissing: (p: { file: string; line: string }) =>
        `${p.file}：没有找到标题。“${p.line}”的上面应当有一行标题，而且不是带日期的列表里的一行。`,
      dateMissing: (p: { file: string; line: string }) =>
        `${p.file}：没有找到发布日期。“${p.line}”里应当有 发布日期:2017-07-07 10:34，或者只写日期 发布日期:2017-07-07。`,
      invalid: (p: { file: string; message: string; hint: string }) =>
        `${p.file}：变成文章后不合要求：${p.message}。改法：${p.hint}。`,
      exists: (p: { file: string; article: string }) =>
        `${p.file}：已经有 ${p.article} 这个文件，不会覆盖它。如果不是同一篇，请在 ${p.file} 的标题开头加一两个字，导入后再到文章里改回来。`,
      samePath: (p: { files: readonly string[]; article: string }) =>
        `${p.files.join("、")}：会变成同一个文件 ${p.article}。如果不是同一篇，请在其中一个的标题开头加一两个字，导入后再到文章里改回来。`,
      nothingWritten: "没有写入任何文章。",
      title: (p: { value: string }) => `标题：${p.value}`,
      date: (p: { value: string }) => `发布日期：${p.value}`,
      source: (p: { value: string }) => `来源：${p.value}`,
      author: (p: { value: string }) => `作者：${p.value}`,
      editor: (p: { value: string }) => `本站编辑：${p.value}`,
      absent: "（没有找到）",
      body: (p: { paragraphs: number; subheadings: number }) =>
        `正文：${p.paragraphs} 段，${p.subheadings} 个小标题${p.subheadings > 0 ? "：" : ""}`,
      leftOutList: (p: { count: number }) => `略去上方列表 ${p.count} 行：`,
      leftOutAbove: (p: { count: number }) => `略去标题上方其他文字 ${p.count} 行：`,
      leftOutHead: (p: { count: number }) => `略去日期一行里的其他内容 ${p.count} 处：`,
      leftOutAfter: (p: { count: number }) => `略去本站编辑下方的文字 ${p.count} 行：`,
      leftOutFooter: (p: { count: number }) => `略去页脚 ${p.count} 行：`,
    },
    check: {
      usage: `用法：npm run check -- [选项]

检查 content/ 里的文章、图片和附件，列出全部问题，不生成网站。

选项：
  --content DIR    内容文件夹（默认 content）
  --fix            把有把握的错误自动改好（全角冒号、日期写法、GBK 编码等），并显示改了什么
  --explain CODE   详细说明一种问题，CODE 是方括号里的代码，如 date-format
  --format FORMAT  输出的形式：text 给人看（默认），json 给程序用，github 在拉取请求里标出问题
  --help           显示这段说明

有错误时退出状态是 1；只有提醒或没有问题时是 0。`,
      formatUnknown: (p: { value: string }) =>
        `--format 不能是“${p.value}”。可以是 text、json 或 github。`,
      codeUnknown: (p: { value: string; guess?: string }) =>
        p.guess
          ? `没有“${p.value}”这种问题。是不是想写 ${p.guess}？`
          : `没有“${p.value}”这种问题。代码写在每处问题的方括号里，如 date-format。`,
      nothingWrong: (p: { files: number }) => `检查了 ${p.files} 个文件，没有发现问题。`,
      again: "有的错误要等前面的改好了才看得出来，改好后请再检查一次。",
      more: (p: { code: string }) => `想知道更多，可以运行 npm run check -- --explain ${p.code}`,
      mended: (p: { count: number }) => `自动改好了 ${p.count} 个文件，请看一遍：`,
      mendedFile: "--fix 自动改好了这个文件，请看一遍：",
      nothingMended: "没有改动任何文件。",
      recoded: (p: { from: string }) => `编码由 ${p.from} 改为 UTF-8，文字没有变`,
    },
    bench: {
      usage: `用法：npm run bench -- [选项]

用同样的文章和页面，量一量本系统与别的网站生成器各要多少时间和内存。文章是自动编出来的，不动 content/。

选项：
  --generators LIST  量哪些：jinsui,eleventy,hugo,astro,hexo（默认全部；没有安装的，能装就装在工作文件夹里）
  --sizes LIST       每个网站多少篇文章，如 1000,10000,100000（默认 1000）
  --scenarios LIST   量哪些情形（默认全部）：cold 从头生成，nochange 没有改动，edit 改一篇，new 加一篇
  --runs N           每种情形量几次，取中位数（默认 3）
  --work DIR         工作文件夹，下次还能用（默认用临时文件夹，用完就删）
  --out FILE         把结果写进这个文件的 ## Results 一节（默认显示在屏幕上）
  --help             显示这段说明

怎样量、没有比什么，见 docs/benchmarks.md。有一个生成失败时退出状态是 1。`,
      unknown: (p: { option: string; value: string; known: readonly string[] }) =>
        `${p.option} 里不能有“${p.value}”。可以写的有 ${p.known.join("、")}，几个之间用英文逗号隔开。`,
      notCount: (p: { option: string; value: string; example: string }) =>
        `${p.option} 里不能有“${p.value}”。请写大于 0 的整数，如 ${p.option} ${p.example}。`,
      workForeign: (p: { folder: string }) =>
        `${p.folder} 里有别的文件，不能当工作文件夹。请在 --work 后面写一个新文件夹的名字。`,
      workFull: (p: { folder: string; needed: string; free: string }) =>
        `${p.folder} 的空间不够：要 ${p.needed} GiB，可用 ${p.free} GiB。请用 --work 换个地方，或者少量几个、文章少一些。`,
      installing: (p: { name: string }) => `安装 ${p.name}`,
      absent: (p: { name: string; why: string }) => `没有 ${p.name}，不量它。${p.why}`,
      laying: (p: { size: number }) => `准备 ${p.size} 篇文章`,
      building: (p: { name: string; size: number; scenario: string; run: number; runs: number }) =>
        `${p.name}，${p.size} 篇，${p.scenario}，第 ${p.run}/${p.runs} 次`,
      failed: (p: { name: string; why: string }) => `${p.name} 没有做成：${p.why}`,
    },
    contentMissing: (p: { folder: string }) =>
      `找不到内容文件夹 ${p.folder}。请检查 --content 后面写的名字，或换到项目的文件夹里再运行。`,
    unknownOption: (p: { option: string }) =>
      `没有“${p.option}”这个选项。运行时加上 --help 可以看到说明。`,
    missingValue: (p: { option: string }) => `选项 ${p.option} 后面要写一个值。`,
    unexpectedArgument: (p: { value: string }) =>
      `不认识“${p.value}”。运行时加上 --help 可以看到说明。`,
    storage: {
      full: (p: { path: string }) =>
        `磁盘满了，写不了 ${p.path}。请删去一些用不着的文件，再运行一次。`,
      readOnly: (p: { path: string }) =>
        `${p.path} 在只读的磁盘上，写不了。请换一个可以写的文件夹，或请管理员把这个磁盘改成可写的。`,
      denied: (p: { path: string }) =>
        `系统不允许读写 ${p.path}。请检查它和它上一级文件夹的权限，或请管理员帮忙。`,
      tooManyOpen: (p: { path: string }) =>
        `同时打开的文件太多，打不开 ${p.path}。请关掉一些别的程序，再运行一次；还不行，请管理员调高打开文件数的上限（ulimit -n）。`,
      tooManyWatched: (p: { path: string }) =>
        `系统监视的文件太多，不能再监视 ${p.path}。请关掉一些别的程序，再运行一次；还不行，请管理员调高上限（fs.inotify.max_user_watches）。`,
      broken: (p: { path: string }) =>
        `磁盘出了故障，读写不了 ${p.path}。请先备份文件，再检查磁盘。`,
      nameTooLong: (p: { path: string }) =>
        `名称太长，系统不支持：${p.path}。请把文件夹或文件的名称改短一些。`,
      notFolder: (p: { path: string }) =>
        `${p.path} 这里或它的上一级已有一个文件，不能当文件夹用。请把那个文件移走，或换一个文件夹。`,
      busy: (p: { path: string }) =>
        `${p.path} 正被系统或别的程序占用。请关掉用着它的程序，再运行一次；如果它在输出文件夹里面单独挂载的磁盘或容器的卷上，请换一个输出文件夹。`,
      noFolderHere: (p: { path: string }) => `系统不允许在这里建文件夹：${p.path}。请换一个地方。`,
    },
    bug: {
      ours: "程序自己出了错。这不是您的错，也不是文章的问题，不用改文章。",
      report: "请把下面两条横线之间的内容复制下来，发给维护人员：",
      causedBy: "起因：",
    },
    hintLabel: "改法：",
    levels: { error: "错误", warning: "提醒" },
    counts: (p: { errors: number; warnings: number; files: number }) =>
      `${[p.errors > 0 && `${p.errors} 处错误`, p.warnings > 0 && `${p.warnings} 处提醒`].filter(Boolean).join("，")}（${p.files} 个文件）。`,
  },
  explain: {
    heading: (p: { code: string; level: string; message: string }) =>
      `${p.code}（${p.level}）：${p.message}`,
    level: (p: { level: string }) => `级别：${p.level}。`,
    changeable: {
      error: "可以在 site.yaml 的 levels 里改成 warning（提醒）。",
      warning: "可以在 site.yaml 的 levels 里改成 error（错误）。",
    },
    fixed: {
      security: "级别不能改：它关系到网站和读者的安全。",
      needed: "级别不能改：有这种问题时网页做不出来。",
    },
    wrong: (p: { kind: string }) => `错误的写法${p.kind && `（${p.kind}）`}：`,
    right: (p: { kind: string }) => `正确的写法${p.kind && `（${p.kind}）`}：`,
    kinds: {
      "front-matter": "文件头里",
      body: "正文里",
      article: "整个文件",
      site: "site.yaml 里",
      files: "内容文件夹里的文件",
      words: "",
    },
    unseen: (p: { shown: string }) => `（${p.shown} 代表一个看不见的字符。）`,
    title: "问题手册",
    intro: `检查文章时发现的每一处问题都有一个代码，写在方括号里，如 \`[link-missing]\`。这份手册逐个说明：为什么有这条规则，常常是怎样弄错的，应当怎样写。它由程序里的说明和例子生成。

问题分两级：

- **错误**：有一处错误就不生成网站，原来的网站保持不变。
- **提醒**：写法没有错，但多半不是您的本意；网站照样生成。

有些问题的级别可以在 \`site.yaml\` 里改，左边写代码，右边写 \`error\`（错误）或 \`warning\`（提醒）：

\`\`\`yaml
levels:
  link-missing: warning
  asset-unused: error
\`\`\`

关系到安全的问题，和有了它网页就做不出来的问题，级别不能改。

检查全部文章，在项目的文件夹里运行 \`npm run check\`。想在命令行里看其中一种问题的说明，运行 \`npm run check -- --explain 代码\`，如 \`npm run check -- --explain link-missing\`。`,
    contents: "目录",
    groups: {
      files: "文件和名字",
      characters: "编码和字符",
      form: "文件头的格式",
      fields: "文件头和 site.yaml 里的各项",
      dates: "日期和内容",
      site: "site.yaml",
      markdown: "正文的写法",
      links: "链接、图片和附件",
    },
    separator: "、",
    colon: "：",
  },
  manual: {
    title: "文件头与 site.yaml 手册",
    intro:
      "这份手册由程序里的字段定义生成。没有列出的名称一律算错误；选填的项可以不写，也可以留空。",
    article: "文章的文件头",
    articleIntro:
      "文章放在 `content/栏目/年份/文件名.md`，地址是 `/栏目/年份/文件名.html`。文件第一行是 `---`，接着是下面各项，再一行 `---`，然后是正文。",
    standingPage: "固定页面的文件头",
    standingPageIntro:
      "固定页面（如关于、联系）放在 `content/pages/文件名.md`，地址是 `/文件名.html`。",
    siteIntro: "`content/site.yaml` 写整个网站的信息。",
    columns: { field: "名称", required: "必填", meaning: "说明", example: "例子" },
    yes: "是",
  },
  page: {
    published: "发布日期:",
    source: "来源:",
    author: "作者:",
    authorSeparator: " ",
    updated: "更新日期:",
    editor: "本站编辑:",
    correction: "更正说明",
    withdrawn: "本文已撤稿",
    tags: "标签",
    authors: "作者",
    sources: "来源",
    original: "(来源网页)",
    named: (p: { kind: string; name: string }) => `${p.kind}:${p.name}`,
    namedDescription: {
      tags: (name: string) => `带有标签“${name}”的文章。`,
      authors: (name: string) => `${name}的文章。`,
      sources: (name: string) => `来自“${name}”的文章。`,
    },
    namesDescription: {
      tags: "本站文章的全部标签。",
      authors: "本站文章的全部作者。",
      sources: "本站文章的全部来源。",
    },
    indexes: "按标签、作者或来源查找",
    emptyIndex: "这里还什么都没有。",
    attachment: (p: { type?: string; size: string }) =>
      `（${p.type ? `${p.type}，` : ""}${p.size}）`,
    pinned: "置顶",
    monthDay: (p: { month: string; day: string }) => `(${p.month}月${p.day}日)`,
    year: (p: { year: string }) => `${p.year}年`,
    month: (p: { year: string; month: number }) => `${p.year}年${p.month}月`,
    monthShort: (p: { month: number }) => `${p.month}月`,
    related: "相关文章",
    latest: "最新文章",
    latestAtHome: "到首页查看最新文章",
    more: "更多",
    moreOf: (p: { title: string }) => `更多${p.title}`,
    previous: "上一篇",
    next: "下一篇",
    neighbours: "上一篇与下一篇",
    home: "首页",
    breadcrumb: "当前位置",
    navigation: "主导航",
    display: "阅读设置",
    largeText: "大字",
    highContrast: "高对比",
    dark: "深色",
    readAloud: "朗读",
    pauseReading: "暂停",
    resumeReading: "继续",
    stopReading: "停止",
    reading: "正在朗读",
    readingPaused: "已暂停朗读",
    lead: "头条",
    pageAddress: "本文网址:",
    skip: "跳到正文",
    archive: "文章归档",
    archiveDescription: "按年月排列的全部文章。",
    siteMap: "网站地图",
    siteMapDescription: "本站的栏目、页面和归档。",
    columns: "栏目",
    pages: "页面",
    emptyList: "这里还没有文章。",
    pagination: "翻页",
    newestList: "最新列表",
    span: (p: { from: string; to: string }) => `${p.from} 至 ${p.to}`,
    earlierLists: "更早的文章",
    notFound: "没有找到这个页面",
    notFoundText: "地址可能写错了，页面也可能已经移走。",
    notFoundWays: "您可以：",
    toHome: "回到首页",
    toArchive: "在文章归档里按年月查找",
    feedNotice:
      "这是供订阅用的文件，不是网页。要订阅，请把地址栏里的地址复制到阅读器（RSS 软件）里；要看文章，请",
    toPage: "打开网页",
    moved: "页面已移动",
    movedTo: "这个页面已移到新地址：",
    footnotes: "注释",
    backToText: "回到正文",
    table: "表格",
    search: "搜索",
    siteSearch: "站内搜索",
    searchDescription: "在本站的文章和页面里搜索。",
    searchWords: "搜索什么",
    searchHint: "人名、地名或一句话里的几个字；几个词用空格分开，都要有才算。",
    searchButton: "搜索",
    searchOptions: "筛选和排序",
    searchColumn: "栏目",
    searchYear: "年份",
    searchAuthor: "作者",
    searchSource: "来源",
    searchAny: "全部",
    searchOrder: "排序",
    searchByDate: "新的在前",
    searchByRelevance: "最相关的在前",
    searching: "正在搜索…",
    searchNothingAsked: "请写出要搜索的字。",
    searchNothing: (p: { query: string }) =>
      `没有找到：${p.query}。请检查有没有写错字，或者少写几个字、放宽筛选再试。`,
    searchFound: (p: { count: string }) => `找到 ${p.count} 篇。`,
    searchFoundSince: (p: { count: string; year: string }) =>
      `${p.year}年以来找到 ${p.count} 篇，更早的还没有查。`,
    searchMore: "显示更多",
    searchFailed: "这次没有搜索成：网络不通，或者浏览器太旧。请稍后再试，或者从下面查找。",
    searchNoScript:
      "搜索要靠浏览器运行脚本，您的浏览器没有运行，或者太旧了。请从下面查找，也可以换一个浏览器。",
    searchPreview: "预览里没有搜索：生成网站（npm run build）的时候才做索引。",
    searchWays: "也可以从这里查找",
    sponsor: "主办:",
    postcode: "邮编:",
    phone: "电话:",
    email: "邮箱:",
    address: "地址:",
    colon: ":",
  },
};

import type { Language } from "../messages/index.ts";
import type { ProblemCode } from "./problem.ts";

/**
 * A wrong and a right way to write something. Texts are the same in every language, as the content
 * of the site is Chinese: lines of a front matter without its `---`, the body of an article, a whole
 * article, lines of site.yaml, or paths below content/, one a line. What a text can't show, such as
 * an encoding, is told in words. A character that can't be seen is written as `<U+200B>`.
 */
export type Example =
  | { of: TextKind; wrong: string; right: string }
  | { of: "words"; wrong: Record<Language, string>; right: Record<Language, string> };

export type TextKind = "front-matter" | "body" | "article" | "site" | "files";

const frontMatter = (wrong: string, right: string) =>
  ({ of: "front-matter", wrong, right }) satisfies Example;
const body = (wrong: string, right: string) => ({ of: "body", wrong, right }) satisfies Example;
const article = (wrong: string, right: string) =>
  ({ of: "article", wrong, right }) satisfies Example;
const site = (wrong: string, right: string) => ({ of: "site", wrong, right }) satisfies Example;
const files = (wrong: string, right: string) => ({ of: "files", wrong, right }) satisfies Example;
const words = (wrong: Record<Language, string>, right: Record<Language, string>) =>
  ({ of: "words", wrong, right }) satisfies Example;

const lines = (...items: string[]) => items.join("\n");

/** An example of each problem. src/testing/examples.test.ts holds them to what the system reports. */
export const examples: Record<ProblemCode, Example> = {
  "site-missing": files(
    "news/2017/0707-xingxian.md",
    lines("news/2017/0707-xingxian.md", "site.yaml"),
  ),
  "file-unexpected": files("news/2017/baogao.doc", "news/2017/baogao.pdf"),
  "file-misplaced": files("news/0707-xingxian.md", "news/2017/0707-xingxian.md"),
  "file-symlink": words(
    {
      "zh-Hans": "map.png 是用 ln -s 建立的链接，指到桌面上的图片",
      en: "map.png is a link, made with ln -s, to an image on the desktop",
    },
    {
      "zh-Hans": "map.png 是复制到文章旁边的图片本身",
      en: "map.png is the image itself, copied beside the article",
    },
  ),
  "file-name": files("news/2017/兴县 见闻.md", "news/2017/0707-xingxian.md"),
  "file-name-long": files(
    "news/2017/关于在全县各乡镇中小学开展晋绥边区历史文化图书阅读活动并征集读书笔记手抄报和朗诵录音的通知以及活动日程安排和各校联系人名单的补充说明.md",
    "news/2017/0707-yuedu-huodong.md",
  ),
  "file-large": words(
    {
      "zh-Hans": "一篇 3 MB 的文章，正文里有几十万个字母的 data:image/png;base64,…",
      en: "an article of 3 MB with hundreds of thousands of letters, data:image/png;base64,…",
    },
    {
      "zh-Hans": "图片另存为 map.png 放在文章旁边，正文里写 ![地图](map.png)",
      en: "the image is saved as map.png beside the article, which says ![地图](map.png)",
    },
  ),
  "article-slow": words(
    {
      "zh-Hans": "从聊天记录里粘贴来的一行，有十万个连在一起的 [",
      en: "a line pasted from a chat, with a hundred thousand [ in a row",
    },
    {
      "zh-Hans": "删去那一行，只留下文字",
      en: "the line is deleted, the words stay",
    },
  ),
  "nesting-deep": body(`${"> ".repeat(120)}据村民口述。`, "> 据村民口述。"),
  "column-unknown": files("new/2017/0707-xingxian.md", "news/2017/0707-xingxian.md"),
  encoding: words(
    {
      "zh-Hans": "记事本里另存为，编码选的是 ANSI（在中文系统里就是 GBK）",
      en: "saved in Notepad with the encoding ANSI, which is GBK on a Chinese system",
    },
    {
      "zh-Hans": "记事本里另存为，编码选 UTF-8",
      en: "saved in Notepad with the encoding UTF-8",
    },
  ),
  "byte-order-mark": article(
    lines(
      "<U+FEFF><U+FEFF>---",
      "title: 兴县见闻",
      "date: 2017-07-07",
      "---",
      "",
      "七月，我们到了兴县。",
    ),
    lines("---", "title: 兴县见闻", "date: 2017-07-07", "---", "", "七月，我们到了兴县。"),
  ),
  "control-character": body("七月，我们<U+000B>到了兴县。", "七月，我们到了兴县。"),
  "bidi-character": body("联系电话<U+202E>：12345678", "联系电话：12345678"),
  "invisible-character": body("七月，我们到了兴<U+200B>县。", "七月，我们到了兴县。"),
  "front-matter-open": article(
    lines("title: 兴县见闻", "date: 2017-07-07", "---", "", "七月，我们到了兴县。"),
    lines("---", "title: 兴县见闻", "date: 2017-07-07", "---", "", "七月，我们到了兴县。"),
  ),
  "front-matter-close": article(
    lines("---", "title: 兴县见闻", "date: 2017-07-07", "－－－", "", "七月，我们到了兴县。"),
    lines("---", "title: 兴县见闻", "date: 2017-07-07", "---", "", "七月，我们到了兴县。"),
  ),
  "front-matter-large": words(
    {
      "zh-Hans": "整篇六千字的正文写在了 summary: 后面，第二行 --- 在文件的末尾",
      en: "the whole text, six thousand characters of it, stands after summary:, and the second --- at the end of the file",
    },
    {
      "zh-Hans": "summary: 后面只写一两句话，接着是第二行 ---，再写正文",
      en: "after summary: stand a sentence or two, then the second ---, then the text",
    },
  ),
  "yaml-colon": frontMatter("title：兴县见闻", "title: 兴县见闻"),
  "yaml-tab": frontMatter(
    lines("source:", "<U+0009>name: 兴县先锋"),
    lines("source:", "  name: 兴县先锋"),
  ),
  "yaml-duplicate-key": frontMatter(lines("author: 张三", "author: 李四"), "author: [张三, 李四]"),
  "yaml-comment": frontMatter("title: 兴县通讯 #3", 'title: "兴县通讯 #3"'),
  "yaml-alias": frontMatter("title: **放假通知**", "title: 放假通知"),
  "yaml-tag": frontMatter("title: ! 请注意防火", 'title: "! 请注意防火"'),
  "yaml-depth": frontMatter("tags: [[[[[兴县]]]]]", "tags: [兴县]"),
  "yaml-not-map": frontMatter(
    lines("- title: 兴县见闻", "- date: 2017-07-07"),
    lines("title: 兴县见闻", "date: 2017-07-07"),
  ),
  "yaml-syntax": frontMatter("title: 兴县: 一座山城", 'title: "兴县: 一座山城"'),
  "field-unknown": frontMatter("auther: 张三", "author: 张三"),
  "field-required": article(
    lines("---", "title: 兴县见闻", "---", "", "七月，我们到了兴县。"),
    lines("---", "title: 兴县见闻", "date: 2017-07-07", "---", "", "七月，我们到了兴县。"),
  ),
  "field-text": frontMatter("title: [兴县见闻]", 'title: "[兴县见闻]"'),
  "field-list": site(
    lines("columns:", "  id: news", "  title: 动态"),
    lines("columns:", "  - id: news", "    title: 动态"),
  ),
  "item-empty": frontMatter(
    lines("tags:", "  - 兴县", "  -"),
    lines("tags:", "  - 兴县", "  - 历史"),
  ),
  "field-map": site("footer: 某某基金会", lines("footer:", "  sponsor: 某某基金会")),
  "field-long": frontMatter(
    "tags: [兴县黑峪口渡口从前的船工号子以及今天还会唱的老人们的回忆录音整理]",
    "tags: [黑峪口, 船工号子]",
  ),
  "field-line-break": frontMatter(
    lines("title: |", "  兴县见闻", "  （上）"),
    "title: 兴县见闻（上）",
  ),
  "field-yes-no": frontMatter("pinned: 是", "pinned: true"),
  "field-number": site("pageSize: 二十", "pageSize: 20"),
  "field-choice": site("lang: zh-CN", "lang: zh-Hans"),
  "date-format": frontMatter("date: 2017年7月7日", "date: 2017-07-07"),
  "date-calendar": frontMatter("date: 2017-02-30", "date: 2017-02-28"),
  "date-order": frontMatter(
    lines("date: 2017-07-07", "updated: 2016-07-08"),
    lines("date: 2017-07-07", "updated: 2017-07-08"),
  ),
  "tag-separator": frontMatter("tags: 兴县，历史", "tags: [兴县, 历史]"),
  "title-twice": files(
    lines("news/2017/0707-xingxian.md", "history/2017/0707-xingxian.md"),
    "news/2017/0707-xingxian.md",
  ),
  "body-empty": article(
    lines("---", "title: 兴县见闻", "date: 2017-07-07", "---"),
    lines("---", "title: 兴县见闻", "date: 2017-07-07", "draft: true", "---"),
  ),
  "phone-format": site(
    lines("footer:", "  phones: [无]"),
    lines("footer:", "  phones: [010-10000001]"),
  ),
  "email-format": site(
    lines("footer:", "  email: office#example.org"),
    lines("footer:", "  email: office@example.org"),
  ),
  "url-format": frontMatter(
    lines("source:", "  name: 兴县先锋", "  url: www.example.org/xingxian.html"),
    lines("source:", "  name: 兴县先锋", "  url: https://www.example.org/xingxian.html"),
  ),
  "url-origin": site("url: https://www.example.org/index.html", "url: https://www.example.org"),
  "time-zone": site("timeZone: 北京", "timeZone: Asia/Shanghai"),
  "column-id": site(
    lines("columns:", "  - id: 动态", "    title: 动态"),
    lines("columns:", "  - id: news", "    title: 动态"),
  ),
  "column-twice": site(
    lines("columns:", "  - { id: news, title: 动态 }", "  - { id: news, title: 公告 }"),
    lines("columns:", "  - { id: news, title: 动态 }", "  - { id: notice, title: 公告 }"),
  ),
  "navigation-item": site(
    lines("navigation:", "  - title: 关于我们"),
    lines("navigation:", "  - page: about", "    title: 关于我们"),
  ),
  "navigation-unknown": site(
    lines("navigation:", "  - page: about.md"),
    lines("navigation:", "  - page: about"),
  ),
  "level-unknown": site(
    lines("levels:", "  link-mising: warning"),
    lines("levels:", "  link-missing: warning"),
  ),
  "level-fixed": site(
    lines("levels:", "  link-missing: warning", "  link-scheme: warning"),
    lines("levels:", "  link-missing: warning"),
  ),
  "alias-format": frontMatter(
    "aliases: [https://www.example.org/old/2016-05.html]",
    "aliases: [/old/2016-05.html]",
  ),
  "footnote-unused": body(
    lines("全村有窑洞四十孔。", "", "[^1]: 据村民口述。"),
    lines("全村有窑洞四十孔。[^1]", "", "[^1]: 据村民口述。"),
  ),
  "footnote-twice": body(
    lines(
      "全村有窑洞四十孔[^1]，水井两口[^1]。",
      "",
      "[^1]: 据村民口述。",
      "",
      "[^1]: 其中一口已经填平。",
    ),
    lines(
      "全村有窑洞四十孔[^1]，水井两口[^2]。",
      "",
      "[^1]: 据村民口述。",
      "",
      "[^2]: 其中一口已经填平。",
    ),
  ),
  "list-number": body(
    lines("1. 报名", "3. 初选", "4. 公布名单"),
    lines("1. 报名", "2. 初选", "3. 公布名单"),
  ),
  "table-cells": body(
    lines("| 村庄 | 户数 |", "| --- | --- |", "| 东坡 | 42 | 含新迁入 3 户 |"),
    lines("| 村庄 | 户数 | 备注 |", "| --- | --- | --- |", "| 东坡 | 42 | 含新迁入 3 户 |"),
  ),
  "table-head": body(
    lines("| 村庄 | 户数 | 备注 |", "| --- | --- |", "| 东坡 | 42 | 含新迁入 3 户 |"),
    lines("| 村庄 | 户数 | 备注 |", "| --- | --- | --- |", "| 东坡 | 42 | 含新迁入 3 户 |"),
  ),
  "table-end": body(
    lines("| 村庄 | 户数 |", "| --- | --- |", "| 东坡 | 42 |", "以上数字由村委会提供。"),
    lines("| 村庄 | 户数 |", "| --- | --- |", "| 东坡 | 42 |", "", "以上数字由村委会提供。"),
  ),
  "table-leftover": body(
    lines("｜村庄｜户数｜", "｜———｜———｜", "｜东坡｜42｜"),
    lines("| 村庄 | 户数 |", "| --- | --- |", "| 东坡 | 42 |"),
  ),
  "list-space": body(lines("-报名", "-初选", "-公布名单"), lines("- 报名", "- 初选", "- 公布名单")),
  "list-mark": body(
    lines("• 报名", "• 初选", "• 公布名单"),
    lines("- 报名", "- 初选", "- 公布名单"),
  ),
  "quote-mark": body("＞村名是祖上传下来的。", "> 村名是祖上传下来的。"),
  "reference-unused": body(
    lines("全村有窑洞四十孔。", "", "[1]: 据村民口述。"),
    lines("全村有窑洞四十孔。[^1]", "", "[^1]: 据村民口述。"),
  ),
  "link-leftover": body("报名表见[附件]（form.pdf）。", "报名表见[附件](form.pdf)。"),
  "strong-leftover": body("请**六月底 **以前报名。", "请**六月底**以前报名。"),
  "stars-lost": body("获奖的是张**、李**两位同学。", "获奖的是张\\*\\*、李\\*\\*两位同学。"),
  "html-tag": body("请<b>六月底</b>以前报名。", "请**六月底**以前报名。"),
  "heading-space": body(
    lines("##一、由来", "", "村名的由来有两种说法。"),
    lines("## 一、由来", "", "村名的由来有两种说法。"),
  ),
  "heading-level": body(
    lines("# 一、由来", "", "村名的由来有两种说法。"),
    lines("## 一、由来", "", "村名的由来有两种说法。"),
  ),
  "heading-underline": body(
    lines("村名的由来有两种说法。", "---", "据村民口述。"),
    lines("村名的由来有两种说法。", "", "---", "", "据村民口述。"),
  ),
  "link-scheme": body("报名表见[附件](file:///D:/通知/form.pdf)。", "报名表见[附件](form.pdf)。"),
  "link-malformed": body(
    "参见[窑洞的由来](..\\2016\\1122-yaodong.md)。",
    "参见[窑洞的由来](../2016/1122-yaodong.md)。",
  ),
  "link-outside": body("报名表见[附件](../../../xiazai/form.pdf)。", "报名表见[附件](form.pdf)。"),
  "link-missing": body(
    "参见[窑洞的由来](2016/1122-yaodong.md)。",
    "参见[窑洞的由来](../2016/1122-yaodong.md)。",
  ),
  "link-fragment": body(
    lines("村名见[第一节](#由来)。", "", "## 一、由来", "", "村名的由来有两种说法。"),
    lines("村名见[第一节](#一由来)。", "", "## 一、由来", "", "村名的由来有两种说法。"),
  ),
  "image-remote": body(
    "![黄河渡口](https://www.example.org/photos/map.png)",
    "![黄河渡口](map.png)",
  ),
  "image-type": body("![黄河渡口](map.bmp)", "![黄河渡口](map.png)"),
  "image-missing": body("![黄河渡口](MAP.PNG)", "![黄河渡口](map.png)"),
  "asset-unused": body("渡口的位置见 map.png。", "![渡口的位置](map.png)"),
  "asset-type": words(
    {
      "zh-Hans": "从网页上“另存为”的 map.png，里面其实是一个网页",
      en: "map.png, saved from a web page, that is a web page inside",
    },
    {
      "zh-Hans": "在原来的网页上右击图片，选“图片另存为”，得到的 map.png",
      en: "map.png as it comes of “Save image as…” on that page",
    },
  ),
  "asset-large": words(
    {
      "zh-Hans": "保护区地图.pdf，360 MB，按印刷的精度扫描",
      en: "map.pdf of 360 MB, scanned for print",
    },
    {
      "zh-Hans": "保护区地图.pdf，8 MB，导出时选“最小文件大小”",
      en: "map.pdf of 8 MB, exported with “minimum file size”",
    },
  ),
  "image-pixels": words(
    {
      "zh-Hans": "拼接的全景照片，16000×16000 像素",
      en: "a panorama of 16000×16000 pixels, put together from many photos",
    },
    {
      "zh-Hans": "同一张照片，缩小到 4000×4000 像素",
      en: "the same picture, made smaller: 4000×4000 pixels",
    },
  ),
  "image-broken": words(
    {
      "zh-Hans": "从手机传到一半就断了的 dukou.jpg，下半张是灰的",
      en: "dukou.jpg, cut off on its way from the phone: its lower half is grey",
    },
    {
      "zh-Hans": "重新传过来、打开能看到全图的 dukou.jpg",
      en: "dukou.jpg copied again, which opens as a whole",
    },
  ),
  "address-taken": files("pages/search.md", "pages/zenyang-chazhao.md"),
};

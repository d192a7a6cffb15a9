import type { WrittenSettings } from "../content/schema.ts";

/** The site that every generator builds; the templates of the others hold the same words. */
export const site = {
  title: "黄土地文化基金会",
  url: "https://www.example.org",
  lang: "zh-Hans",
  timeZone: "Asia/Shanghai",
  description: "记录黄土高原的村庄、学校和旧物。",
  columns: [
    { id: "news", title: "本会动态" },
    { id: "history", title: "村史故事" },
    { id: "places", title: "山河旧址" },
    { id: "culture", title: "民俗文化" },
    { id: "reading", title: "读书札记" },
  ],
  pageSize: "20",
  footer: {
    sponsor: "黄土地文化基金会",
    icp: "晋ICP备00000000号-1",
    copyright: "版权所有 黄土地文化基金会",
    address: "某省某市某区文化路1号",
    postcode: "030000",
    phones: ["010-10000001"],
    email: "office@example.org",
  },
} satisfies WrittenSettings;

export const columnIds = ["news", "history", "places", "culture", "reading"] as const;

import { feedPlugin } from "@11ty/eleventy-plugin-rss";

const columns = [
  { id: "news", title: "本会动态" },
  { id: "history", title: "村史故事" },
  { id: "places", title: "山河旧址" },
  { id: "culture", title: "民俗文化" },
  { id: "reading", title: "读书札记" },
];

/** The clock of a date in Shanghai, which has no summer time since 1992: `2017-07-07T10:34`. */
const inShanghai = (date) => new Date(date.getTime() + 8 * 3600 * 1000).toISOString().slice(0, 16);

export default function (config) {
  config.addPassthroughCopy({ assets: "assets" });
  config.addGlobalData("site", {
    title: "黄土地文化基金会",
    url: "https://www.example.org",
    description: "记录黄土高原的村庄、学校和旧物。",
  });
  config.addGlobalData("columns", columns);
  config.addGlobalData(
    "columnTitles",
    Object.fromEntries(columns.map(({ id, title }) => [id, title])),
  );

  config.addCollection("articles", (api) => api.getFilteredByTag("article"));
  config.addCollection("latest", (api) => api.getFilteredByTag("article").slice(-10).reverse());
  config.addCollection("months", (api) => {
    const months = new Map();
    for (const item of api.getFilteredByTag("article").toReversed()) {
      const key = inShanghai(item.date).slice(0, 7);
      if (!months.has(key)) months.set(key, { key, articles: [] });
      months.get(key).articles.push(item);
    }
    return [...months.values()];
  });

  config.addFilter("clock", (date) => inShanghai(date).replace("T", " "));
  config.addFilter("datetime", (date) => `${inShanghai(date)}:00+08:00`);
  config.addFilter("monthDay", (date) => {
    const [month, day] = inShanghai(date).slice(5, 10).split("-");
    return `(${month}月${day}日)`;
  });
  config.addFilter("newest", (items, count) => items.slice(-count).reverse());

  config.addPlugin(feedPlugin, {
    type: "atom",
    outputPath: "/feed.xml",
    collection: { name: "articles", limit: 20 },
    metadata: {
      language: "zh-Hans",
      title: "黄土地文化基金会",
      subtitle: "记录黄土高原的村庄、学校和旧物。",
      base: "https://www.example.org/",
      author: { name: "黄土地文化基金会" },
    },
  });

  return {
    dir: { input: "content", includes: "../_includes", output: "_site" },
    templateFormats: ["md", "njk"],
    markdownTemplateEngine: false,
  };
}

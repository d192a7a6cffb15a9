export default {
  layout: "article.njk",
  tags: ["article", "news"],
  column: "news",
  permalink: ({ page }) => `${page.filePathStem}.html`,
};

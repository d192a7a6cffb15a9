export default {
  layout: "article.njk",
  tags: ["article", "history"],
  column: "history",
  permalink: ({ page }) => `${page.filePathStem}.html`,
};

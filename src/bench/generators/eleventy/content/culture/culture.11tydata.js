export default {
  layout: "article.njk",
  tags: ["article", "culture"],
  column: "culture",
  permalink: ({ page }) => `${page.filePathStem}.html`,
};

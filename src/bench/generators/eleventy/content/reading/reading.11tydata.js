export default {
  layout: "article.njk",
  tags: ["article", "reading"],
  column: "reading",
  permalink: ({ page }) => `${page.filePathStem}.html`,
};

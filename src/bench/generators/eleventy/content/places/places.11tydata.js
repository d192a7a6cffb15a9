export default {
  layout: "article.njk",
  tags: ["article", "places"],
  column: "places",
  permalink: ({ page }) => `${page.filePathStem}.html`,
};

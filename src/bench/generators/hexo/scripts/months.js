/* Pages that the standard generators do not make: the home page and the months of the archive. */

hexo.extend.generator.register("home", () => ({ path: "index.html", layout: "index", data: {} }));

hexo.extend.generator.register("months", ({ posts }) => {
  const months = new Map();
  for (const post of posts.sort("-date").toArray()) {
    const key = post.date.format("YYYY-MM");
    if (!months.has(key)) months.set(key, []);
    months.get(key).push(post);
  }
  return Array.from(months, ([key, articles]) => ({
    path: `archive/${key}.html`,
    layout: "month",
    data: { title: key, articles },
  }));
});

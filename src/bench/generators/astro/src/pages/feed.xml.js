import rss from "@astrojs/rss";
import { newestFirst, siteDescription, siteTitle } from "../articles.mjs";

export async function GET({ site }) {
  const entries = await newestFirst();
  return rss({
    title: siteTitle,
    description: siteDescription,
    site,
    items: entries.slice(0, 20).map(({ id, data, rendered }) => ({
      title: data.title,
      pubDate: data.date,
      link: `/${id}.html`,
      content: rendered?.html,
    })),
  });
}

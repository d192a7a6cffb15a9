import { getCollection } from "astro:content";

export const siteTitle = "黄土地文化基金会";
export const siteDescription = "记录黄土高原的村庄、学校和旧物。";
export const columns = [
  { id: "news", title: "本会动态" },
  { id: "history", title: "村史故事" },
  { id: "places", title: "山河旧址" },
  { id: "culture", title: "民俗文化" },
  { id: "reading", title: "读书札记" },
];

let sorted;

/** Every article, newest first; read and sorted once a build. */
export function newestFirst() {
  sorted ??= getCollection("articles").then((entries) =>
    entries.sort((a, b) => b.data.date.getTime() - a.data.date.getTime()),
  );
  return sorted;
}

export const columnOf = ({ id }) => id.slice(0, id.indexOf("/"));

/** The clock of a date in Shanghai, which has no summer time since 1992: `2017-07-07T10:34`. */
const inShanghai = (date) => new Date(date.getTime() + 8 * 3600 * 1000).toISOString().slice(0, 16);

export const monthOf = ({ data }) => inShanghai(data.date).slice(0, 7);
export const clock = (date) => inShanghai(date).replace("T", " ");
export const datetime = (date) => `${inShanghai(date)}:00+08:00`;
export const monthDay = (date) => {
  const [month, day] = inShanghai(date).slice(5, 10).split("-");
  return `(${month}月${day}日)`;
};

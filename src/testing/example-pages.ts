/** A page of every kind of the sample site, for whatever looks at built pages. */
export const examplePages: readonly string[] = [
  "/index.html",
  "/history/index.html",
  "/history/2015/0815-jinsui-bianqu-nianbiao.html",
  "/news/2017/0707-xingxian-zhucun-bangfu-zhaibian.html",
  "/archive/index.html",
  "/archive/2017-07.html",
  "/about.html",
  "/contact.html",
  "/tags/index.html",
  "/tags/兴县.html",
  "/search.html?q=兴县",
  "/sitemap.html",
  "/404.html",
];

/** Those that Lighthouse measures: a home page, a list, an article, a search. */
export const measuredPages: readonly string[] = [
  ...examplePages.slice(0, 3),
  "/search.html?q=%E5%85%B4%E5%8E%BF",
];

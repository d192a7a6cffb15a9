import type { Language } from "../src/messages/index.ts";
import type { ArticleProps } from "../src/pages/article.ts";
import type { ColumnProps } from "../src/pages/column.ts";
import type { SharedPicture } from "../src/pages/media.ts";
import type { Anchor, CommonProps } from "../src/pages/page.ts";
import { once } from "./once.tsx";

/*
 * What a page tells machines in its head: the tags of 《政府网站发展指引》 (国办发〔2017〕47号, the
 * names that begin with a capital), Open Graph (https://ogp.me/) and, for what that does not say,
 * Twitter's card.
 */

interface MetadataProps extends Pick<CommonProps, "frame" | "head"> {
  article: boolean;
  unlisted: boolean;
  /** The picture that stands for the page. */
  picture: SharedPicture | undefined;
}

const locales: Record<Language, string> = { "zh-Hans": "zh_CN", en: "en_US" };

/** The tags of every page; one that is not to be listed says no more than which site it is of. */
export function Metadata({ frame, head, article, unlisted, picture }: MetadataProps) {
  const { title, description, canonical } = head;
  return (
    <>
      {/* HTML knows this name in any case and allows it once; the guideline wants it as here. */}
      {description && <meta name={article ? "Description" : "description"} content={description} />}
      <SiteMetadata {...{ frame, article, unlisted }} />
      {!unlisted && (
        <>
          <meta property="og:title" content={title} />
          <meta property="og:url" content={canonical} />
          {description && <meta property="og:description" content={description} />}
          {picture && <meta property="og:image" content={picture.address} />}
          {picture?.width && <meta property="og:image:width" content={`${picture.width}`} />}
          {picture?.height && <meta property="og:image:height" content={`${picture.height}`} />}
          <meta name="twitter:card" content={picture ? "summary_large_image" : "summary"} />
        </>
      )}
    </>
  );
}

/** What is the same for many pages. */
const SiteMetadata = once(
  ({ frame, article, unlisted }: Omit<MetadataProps, "head" | "picture">) => (
    <>
      <meta name="SiteName" content={frame.siteTitle} />
      <meta name="SiteDomain" content={frame.siteDomain} />
      {!unlisted && (
        <>
          <meta property="og:site_name" content={frame.siteTitle} />
          <meta property="og:locale" content={locales[frame.lang]} />
          <meta property="og:type" content={article ? "article" : "website"} />
        </>
      )}
    </>
  ),
);

/** The tags of a column's lists. */
export function ColumnMetadata({ title, description, keywords, type }: ColumnProps) {
  return (
    <>
      <meta name="ColumnName" content={title} />
      {description && <meta name="ColumnDescription" content={description} />}
      <meta name="ColumnKeywords" content={keywords.join(",")} />
      {type && <meta name="ColumnType" content={type} />}
    </>
  );
}

/** The tags of an article. The guideline demands a source: without another one it is the site. */
export function ArticleMetadata(props: ArticleProps) {
  const { frame, head, title, published, updated, source, authors, tags, picture } = props;
  return (
    <>
      <meta name="ArticleTitle" content={title} />
      <meta name="PubDate" content={publicationDate(published)} />
      <meta name="ContentSource" content={source?.title ?? frame.siteTitle} />
      {authors.length > 0 && <meta name="Author" content={titlesOf(authors)} />}
      {tags.length > 0 && <meta name="Keywords" content={titlesOf(tags)} />}
      {picture && <meta name="Image" content={picture.address} />}
      <meta name="Url" content={head.canonical} />
      <meta property="article:published_time" content={published.datetime} />
      {updated && <meta property="article:modified_time" content={updated.datetime} />}
    </>
  );
}

function titlesOf(anchors: readonly Anchor[]): string {
  return anchors.map(({ title }) => title).join(",");
}

/** `YYYY-MM-DD HH:MM`, as the guideline wants it also where only the day is known. */
function publicationDate({ text }: ArticleProps["published"]): string {
  return text.includes(" ") ? text : `${text} 00:00`;
}

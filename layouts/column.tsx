import { catalogue } from "../src/messages/index.ts";
import type { ColumnProps } from "../src/pages/column.ts";
import { Breadcrumb } from "./breadcrumb.tsx";
import { Document } from "./document.tsx";
import { EntryList, Pinned } from "./entry-list.tsx";
import { ColumnMetadata } from "./metadata.tsx";
import { Pager, spanned } from "./pager.tsx";

/** A list of a column's articles: the newest, or a sealed page of older ones. */
export function Column(props: ColumnProps) {
  const { title, description, keywords, type, picture, pinned, groups, ...rest } = props;
  const { sealed, older, ...common } = rest;
  const texts = catalogue(common.frame.lang).page;
  const { head, span } = spanned({ head: common.head, title, ...(sealed && { sealed }) }, texts);
  const path = sealed ? [{ title, href: sealed.newest }] : [];
  return (
    <Document
      {...common}
      head={head}
      kind="column"
      picture={picture}
      meta={<ColumnMetadata {...props} />}
    >
      <div class="narrow">
        <Breadcrumb frame={common.frame} path={path} title={span ?? title} texts={texts} />
        <h1>{title}</h1>
        {span ? <p class="lead">{span}</p> : description && <p class="lead">{description}</p>}
        <Pinned entries={pinned} texts={texts} />
        {(groups.length > 0 || pinned.length === 0) && (
          <EntryList groups={groups} level={2} texts={texts} />
        )}
        <Pager {...(sealed && { sealed })} older={older} texts={texts} />
      </div>
    </Document>
  );
}

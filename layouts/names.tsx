import { catalogue } from "../src/messages/index.ts";
import type { NameIndexProps, NameListProps } from "../src/pages/names.ts";
import { Breadcrumb } from "./breadcrumb.tsx";
import { Document } from "./document.tsx";
import { EntryList } from "./entry-list.tsx";
import { Pager, spanned } from "./pager.tsx";

/** The articles of a tag, an author or a source: the newest, or a sealed page of older ones. */
export function NameList({ title, name, index, groups, sealed, older, ...common }: NameListProps) {
  const texts = catalogue(common.frame.lang).page;
  const { head, span } = spanned({ head: common.head, title, ...(sealed && { sealed }) }, texts);
  const path = sealed ? [index, { title: name, href: sealed.newest }] : [index];
  return (
    <Document {...common} head={head} kind="name-list">
      <div class="narrow">
        <Breadcrumb frame={common.frame} path={path} title={span ?? name} texts={texts} />
        <h1>{title}</h1>
        {span && <p class="lead">{span}</p>}
        <EntryList groups={groups} level={2} texts={texts} />
        <Pager {...(sealed && { sealed })} older={older} texts={texts} />
      </div>
    </Document>
  );
}

/** The tags, authors or sources of the site, each a link to its list. */
export function NameIndex({ title, names, sealed, older, ...common }: NameIndexProps) {
  const texts = catalogue(common.frame.lang).page;
  const { head, span } = spanned({ head: common.head, title, ...(sealed && { sealed }) }, texts);
  const path = sealed ? [{ title, href: sealed.newest }] : [];
  return (
    <Document {...common} head={head} kind="name-index">
      <div class="narrow">
        <Breadcrumb frame={common.frame} path={path} title={span ?? title} texts={texts} />
        <h1>{title}</h1>
        {span && <p class="lead">{span}</p>}
        {names.length === 0 ? (
          <p class="empty">{texts.emptyIndex}</p>
        ) : (
          <ul class="names">
            {names.map((name) => (
              <li>
                <a href={name.href}>{name.title}</a>
              </li>
            ))}
          </ul>
        )}
        <Pager {...(sealed && { sealed })} older={older} texts={texts} />
      </div>
    </Document>
  );
}

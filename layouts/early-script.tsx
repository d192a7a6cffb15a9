/**
 * The script that makes a page look as its visitor has chosen before anything of it is shown: in a
 * file of its own it would hold the page up. Its text is the same on every page, so that a content
 * security policy can allow it by its hash. Its syntax is the newest that any of our scripts has:
 * a browser that does not understand it shows pages as if it ran none.
 */
export function EarlyScript({ code }: { code: string }) {
  return <script dangerouslySetInnerHTML={{ __html: code }} />;
}

import type { Anchor } from "../src/pages/page.ts";

/** Links, one a line. */
export function Links({ anchors }: { anchors: readonly Anchor[] }) {
  return (
    <ul class="links">
      {anchors.map(({ title, href }) => (
        <li>
          <a href={href}>{title}</a>
        </li>
      ))}
    </ul>
  );
}

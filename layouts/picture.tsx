import type { Picture } from "../src/pages/media.ts";
import { type Sizes, sourceSetsOf } from "./media.ts";

interface PictureElementProps {
  picture: Picture;
  /** In place of the picture; empty where what stands beside it says the same. */
  alt: string;
  /** How wide it is shown. */
  where: Sizes;
  /** Is it seen without scrolling? One picture of a page at most. */
  first?: boolean;
}

/** A picture in the size and format that suits, whose place is kept before it is loaded. */
export function PictureElement({ picture, alt, where, first = false }: PictureElementProps) {
  const { href, width, height } = picture;
  return (
    <picture>
      {sourceSetsOf(picture, where).map((set) => (
        <source {...set} />
      ))}
      <img
        src={href}
        alt={alt}
        {...(first ? { loading: "eager", fetchpriority: "high" } : { loading: "lazy" })}
        decoding="async"
        {...(width && height && { width, height })}
      />
    </picture>
  );
}

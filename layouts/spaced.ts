import type { ComponentChild } from "preact";

/** The parts that are there, with single spaces between them. */
export function spaced(parts: readonly ComponentChild[]): ComponentChild[] {
  return parts.filter(Boolean).map((part, index) => [index > 0 && " ", part]);
}

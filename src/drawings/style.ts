/** The look that every drawing of the sample content shares: canvas, colours, type and frame. */

export const WIDTH = 1600;
export const HEIGHT = 1000;

export const colors = {
  paper: "#f8f2e6",
  card: "#fffaf0",
  ink: "#2d2823",
  muted: "#6f655a",
  line: "#d9ccb4",
  red: "#9b2226",
  ochre: "#b98a3e",
  bronze: "#85601f",
  sand: "#e6d3ac",
  water: "#5b8291",
} as const;

const SANS = "'Noto Sans CJK SC', 'Noto Sans SC', sans-serif";
const SERIF = "'Noto Serif CJK SC', 'Noto Serif SC', serif";

export interface TextOptions {
  readonly size?: number;
  readonly fill?: string;
  readonly anchor?: "start" | "middle" | "end";
  readonly bold?: boolean;
  readonly serif?: boolean;
  readonly spacing?: number;
  /** Draws an outline in this colour behind the glyphs, so that lines below do not disturb them. */
  readonly halo?: string;
}

/** One line of text; its baseline is at y. */
export function text(x: number, y: number, content: string, options: TextOptions = {}): string {
  const {
    size = 36,
    fill = colors.ink,
    anchor = "start",
    bold = false,
    serif = false,
    spacing = 0,
    halo,
  } = options;
  const attributes = [
    `x="${round(x)}"`,
    `y="${round(y)}"`,
    `font-family="${serif ? SERIF : SANS}"`,
    `font-size="${size}"`,
    `font-weight="${bold ? 700 : 400}"`,
    `fill="${fill}"`,
    `text-anchor="${anchor}"`,
  ];
  if (spacing !== 0) attributes.push(`letter-spacing="${spacing}"`);
  if (halo !== undefined) {
    attributes.push(`stroke="${halo}" stroke-width="10" stroke-linejoin="round"`);
    attributes.push(`paint-order="stroke"`);
  }
  return `<text ${attributes.join(" ")}>${escapeXml(content)}</text>`;
}

/** The heading in the upper left corner: a red seal stroke, a title and a smaller line. */
export function heading(title: string, subtitle: string): string {
  return [
    `<rect x="80" y="70" width="14" height="112" fill="${colors.red}"/>`,
    text(124, 124, title, { size: 62, bold: true, serif: true }),
    text(124, 180, subtitle, { size: 36, fill: colors.muted }),
  ].join("\n");
}

/** Wraps the parts of a drawing into a complete SVG document on warm paper. */
export function canvas(...parts: readonly string[]): string {
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${WIDTH}" height="${HEIGHT}"`,
    ` viewBox="0 0 ${WIDTH} ${HEIGHT}">`,
    `<rect width="${WIDTH}" height="${HEIGHT}" fill="${colors.paper}"/>`,
    ...parts,
    "</svg>",
  ].join("\n");
}

/** Coordinates with one decimal, so that the same drawing is the same text everywhere. */
export function round(value: number): number {
  return Math.round(value * 10) / 10;
}

export type Point = readonly [x: number, y: number];

/** A smooth open curve through the points (Catmull-Rom, written as cubic Béziers). */
export function curve(points: readonly Point[]): string {
  const at = (index: number): Point => {
    const point = points[Math.min(Math.max(index, 0), points.length - 1)];
    if (point === undefined) throw new RangeError("a curve needs at least one point");
    return point;
  };
  const [startX, startY] = at(0);
  let path = `M${round(startX)} ${round(startY)}`;
  for (let index = 0; index < points.length - 1; index += 1) {
    const [x0, y0] = at(index - 1);
    const [x1, y1] = at(index);
    const [x2, y2] = at(index + 1);
    const [x3, y3] = at(index + 2);
    path +=
      `C${round(x1 + (x2 - x0) / 6)} ${round(y1 + (y2 - y0) / 6)}` +
      ` ${round(x2 - (x3 - x1) / 6)} ${round(y2 - (y3 - y1) / 6)}` +
      ` ${round(x2)} ${round(y2)}`;
  }
  return path;
}

function escapeXml(value: string): string {
  return value.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
}

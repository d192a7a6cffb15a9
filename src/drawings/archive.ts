import { canvas, colors, heading, text } from "./style.ts";

const columns = ["本会动态", "晋绥史话", "山河故地", "文化教育", "读书札记"];
const years = ["2013", "2014", "2015", "……"];

/** How articles are kept: by column and year, with several ways that lead to the same article. */
export function archive(): string {
  return canvas(
    heading("一篇文章，只存一处", "从栏目、时间、搜索都能走到同一篇文章"),
    ...columns.map((label, index) => box(80 + index * 294, 240, 264, 92, label, index === 1)),
    ...years.map((label, index) => box(227 + index * 294, 436, 264, 92, label, index === 2)),
    // From the chosen column to its years.
    `<path d="M506 332V384M359 436V384H1241V436M653 384V436M947 384V436" ${stroke}/>`,
    // From the chosen year down to the article.
    arrow("M947 528V600", 947, 618, "down"),
    article(),
    entry(80, 680, "搜索", "按字词查"),
    entry(1220, 680, "旧文目录", "按年月查"),
    arrow("M380 764H492", 510, 764, "right"),
    arrow("M1220 764H1108", 1090, 764, "left"),
  );
}

const stroke = `fill="none" stroke="${colors.ink}" stroke-width="4" stroke-linejoin="round"`;

function box(
  x: number,
  y: number,
  width: number,
  height: number,
  label: string,
  chosen: boolean,
): string {
  const fill = chosen ? colors.red : colors.card;
  const edge = chosen ? colors.red : colors.ochre;
  return [
    `<rect x="${x}" y="${y}" width="${width}" height="${height}" rx="8" fill="${fill}"`,
    ` stroke="${edge}" stroke-width="3"/>`,
    text(x + width / 2, y + height / 2 + 15, label, {
      size: 44,
      bold: chosen,
      fill: chosen ? colors.card : colors.ink,
      anchor: "middle",
    }),
  ].join("\n");
}

function entry(x: number, y: number, title: string, note: string): string {
  return [
    `<rect x="${x}" y="${y}" width="300" height="168" rx="8" fill="${colors.sand}"/>`,
    text(x + 150, y + 76, title, { size: 46, bold: true, anchor: "middle" }),
    text(x + 150, y + 132, note, { size: 38, anchor: "middle" }),
  ].join("\n");
}

function article(): string {
  const left = 522;
  const top = 630;
  const parts = ["正文", "图片", "附件"];
  return [
    `<rect x="${left}" y="${top}" width="556" height="284" rx="8" fill="${colors.card}"`,
    ` stroke="${colors.red}" stroke-width="6"/>`,
    text(left + 278, top + 78, "一篇文章", {
      size: 54,
      bold: true,
      serif: true,
      fill: colors.red,
      anchor: "middle",
    }),
    text(left + 278, top + 136, "网址不变，图文同在", { size: 40, anchor: "middle" }),
    ...parts.map((part, index) =>
      [
        `<rect x="${left + 36 + index * 166}" y="${top + 172}" width="152" height="78" rx="6"`,
        ` fill="${colors.paper}" stroke="${colors.ochre}" stroke-width="3"/>`,
        text(left + 112 + index * 166, top + 225, part, { size: 40, anchor: "middle" }),
      ].join("\n"),
    ),
  ].join("\n");
}

type Direction = "down" | "left" | "right";

function arrow(path: string, x: number, y: number, direction: Direction): string {
  const heads: Record<Direction, string> = {
    down: `M${x} ${y}l-16 -26h32z`,
    left: `M${x} ${y}l26 -16v32z`,
    right: `M${x} ${y}l-26 -16v32z`,
  };
  return `<path d="${path}" ${stroke}/><path d="${heads[direction]}" fill="${colors.ink}"/>`;
}

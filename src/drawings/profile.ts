import { canvas, colors, curve, heading, type Point, round, text } from "./style.ts";

const BASE = 900;
const PIXELS_PER_METRE = 0.2;

/** The ground from west to east: x in pixels, height in metres. Schematic, not surveyed. */
const ground: readonly Point[] = [
  [0, 1150],
  [90, 1120],
  [170, 1060],
  [215, 760],
  [250, 640],
  [330, 640],
  [365, 780],
  [410, 1040],
  [470, 1000],
  [520, 1130],
  [575, 1050],
  [630, 1210],
  [690, 1130],
  [745, 1330],
  [800, 1260],
  [860, 1700],
  [905, 1640],
  [965, 2350],
  [1000, 2280],
  [1050, 2830],
  [1105, 2300],
  [1140, 2360],
  [1200, 1500],
  [1245, 1180],
  [1300, 860],
  [1360, 780],
  [1420, 765],
  [1600, 770],
];

/** The rock of the ridge below the loess, and its wooded top. */
const core = `${curve([
  [690, 900],
  [790, 800],
  [850, 640],
  [940, 440],
  [1050, 280],
  [1160, 440],
  [1240, 660],
  [1300, 800],
  [1370, 900],
])}z`;
const cap =
  "M840 200H1260V520L1206 480L1166 540L1122 470L1080 532L1040 468L994 540L950 482L900 540z";

/** Cross-section from the Yellow River gorge over the main ridge down to the Fen valley. */
export function profile(): string {
  return canvas(
    heading("从黄河到汾河", "自西向东的地形剖面示意，竖向有夸大"),
    ...[1000, 2000].map(level),
    `<path d="${outline()}V${BASE}H0z" fill="${colors.sand}"/>`,
    `<clipPath id="ground"><path d="${outline()}V${BASE}H0z"/></clipPath>`,
    inside(core, colors.ochre),
    inside(cap, colors.red),
    `<path d="${outline()}" fill="none" stroke="${colors.ink}" stroke-width="5"/>`,
    water(246, 334, 700),
    water(1396, 1464, 764),
    `<rect x="0" y="${BASE}" width="1600" height="100" fill="${colors.ink}"/>`,
    ...[
      ["黄河峡谷", 290],
      ["黄土丘陵", 610],
      ["吕梁山主脊", 1040],
      ["汾河谷地", 1450],
    ].map(([name, x]) =>
      text(Number(x), BASE + 65, String(name), {
        size: 44,
        fill: colors.card,
        anchor: "middle",
      }),
    ),
    text(1050, y(2830) - 84, "关帝山", { size: 48, bold: true, serif: true, anchor: "middle" }),
    text(1050, y(2830) - 28, "约2830米", { size: 40, fill: colors.red, anchor: "middle" }),
    text(40, BASE - 24, "西", { size: 44, bold: true, fill: colors.muted }),
    text(1560, BASE - 24, "东", { size: 44, bold: true, fill: colors.muted, anchor: "end" }),
    name("黄河", 290, 850),
    name("汾河", 1430, 840),
  );
}

function y(metres: number): number {
  return BASE - metres * PIXELS_PER_METRE;
}

function outline(): string {
  return curve(ground.map(([x, metres]): Point => [x, y(metres)]));
}

/** Fills the part of an area that lies in the ground. */
function inside(area: string, fill: string): string {
  return `<path clip-path="url(#ground)" d="${area}" fill="${fill}"/>`;
}

function water(from: number, to: number, surface: number): string {
  const depth = y(surface);
  return (
    `<path d="M${from} ${round(depth)}H${to}L${to - 14} ${round(depth + 20)}` +
    `H${from + 14}z" fill="${colors.water}"/>`
  );
}

function name(label: string, x: number, baseline: number): string {
  return text(x, baseline, label, {
    size: 48,
    bold: true,
    serif: true,
    fill: colors.water,
    anchor: "middle",
  });
}

function level(metres: number): string {
  return [
    `<line x1="0" y1="${y(metres)}" x2="1600" y2="${y(metres)}" stroke="${colors.line}"`,
    ` stroke-width="3" stroke-dasharray="4 14"/>`,
    text(1560, y(metres) - 16, `${metres}米`, { size: 36, fill: colors.muted, anchor: "end" }),
  ].join("\n");
}

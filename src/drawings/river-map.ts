import { canvas, colors, curve, HEIGHT, type Point, round, text } from "./style.ts";

/** A place by longitude and latitude; all of them are approximate, as the map says. */
interface Place {
  readonly at: Point;
  readonly name: string;
  readonly side: "left" | "right";
  readonly note?: string;
  readonly drop?: number;
}

const yellowRiver: readonly Point[] = [
  [111.43, 39.72],
  [111.4, 39.56],
  [111.26, 39.42],
  [111.12, 39.38],
  [111.1, 39.2],
  [111.08, 39.02],
  [110.9, 38.82],
  [110.86, 38.58],
  [110.88, 38.42],
  [110.72, 38.24],
  [110.52, 38.06],
  [110.56, 37.88],
  [110.76, 37.7],
  [110.8, 37.62],
  [110.73, 37.46],
  [110.66, 37.28],
  [110.46, 37.06],
  [110.4, 36.86],
  [110.5, 36.7],
  [110.46, 36.5],
];

const fenRiver: readonly Point[] = [
  [112.1, 38.84],
  [112.02, 38.6],
  [111.98, 38.36],
  [111.9, 38.08],
  [112.16, 37.92],
  [112.46, 37.88],
  [112.4, 37.66],
  [112.18, 37.4],
  [111.9, 37.04],
  [111.76, 36.84],
  [111.66, 36.5],
];

const tributaries: readonly (readonly Point[])[] = [
  [
    [111.42, 38.42],
    [111.13, 38.46],
    [111.02, 38.48],
    [110.88, 38.44],
  ],
  [
    [111.1, 38.2],
    [110.98, 37.95],
    [110.92, 37.76],
    [110.8, 37.64],
  ],
  [
    [111.26, 37.92],
    [111.15, 37.52],
    [110.9, 37.42],
    [110.7, 37.34],
  ],
];

const ridge: readonly Point[] = [
  [111.9, 38.9],
  [111.88, 38.72],
  [111.7, 38.58],
  [111.6, 38.4],
  [111.34, 38.17],
  [111.5, 38.06],
  [111.5, 37.86],
  [111.62, 37.72],
];

const peaks: readonly Place[] = [
  { at: [111.88, 38.74], name: "芦芽山", side: "left" },
  { at: [111.34, 38.18], name: "黑茶山", side: "right" },
  { at: [111.54, 37.87], name: "关帝山", side: "right" },
];

const towns: readonly Place[] = [
  { at: [111.13, 38.46], name: "兴县", side: "right", drop: -16 },
  { at: [112.3, 39.0], name: "宁武", side: "right" },
  { at: [110.98, 37.95], name: "临县", side: "right" },
  { at: [111.15, 37.52], name: "离石", side: "right" },
  { at: [112.03, 37.44], name: "文水", side: "left" },
  { at: [111.78, 37.26], name: "汾阳", side: "left", drop: 10 },
  { at: [112.55, 37.87], name: "太原", side: "right" },
];

const ferries: readonly Place[] = [
  { at: [111.09, 39.02], name: "保德", side: "right", note: "对岸府谷" },
  { at: [110.87, 38.58], name: "黑峪口", side: "left", note: "对岸神木" },
  { at: [110.8, 37.64], name: "碛口", side: "left", note: "对岸吴堡" },
  { at: [110.77, 37.55], name: "高家塔", side: "left", note: "对岸川口" },
  { at: [110.73, 37.45], name: "军渡", side: "left", note: "对岸宋家川" },
];

const SCALE = 330; // pixels for a degree of latitude
const NARROWING = 0.79; // a degree of longitude is shorter: the cosine of 38°
const PANEL = 1030;

/** Schematic map of the Lüliang mountains between the Yellow River and the Fen. */
export function riverMap(): string {
  return canvas(
    `<rect width="${PANEL}" height="${HEIGHT}" fill="${colors.card}"/>`,
    ...ridge.map((point, index) => mountain(point, index % 2 === 0 ? 40 : 32)),
    ...tributaries.map((points) => river(points, 5)),
    river(fenRiver, 9),
    river(yellowRiver, 20),
    riverName("黄河", [110.24, 38.98]),
    riverName("汾河", [112.2, 37.14]),
    ...[..."吕梁山"].map((character, index) =>
      text(pixel([111.17, 0])[0], 818 + index * 66, character, {
        size: 56,
        bold: true,
        serif: true,
        fill: colors.ochre,
        anchor: "middle",
        halo: colors.card,
      }),
    ),
    text(90, 480, "陕西", { size: 44, fill: colors.muted, spacing: 16 }),
    text(800, 130, "山西", { size: 44, fill: colors.muted, spacing: 16 }),
    ...peaks.map(peak),
    ...towns.map(town),
    caijiaya(),
    ...ferries.map(ferry),
    legend(),
  );
}

function pixel([longitude, latitude]: Point): Point {
  return [360 + (longitude - 110.73) * SCALE * NARROWING, 60 + (39.55 - latitude) * SCALE];
}

function river(points: readonly Point[], width: number): string {
  return (
    `<path d="${curve(points.map(pixel))}" fill="none" stroke="${colors.water}"` +
    ` stroke-width="${width}" stroke-linecap="round" stroke-linejoin="round"/>`
  );
}

function riverName(name: string, at: Point): string {
  const [x, y] = pixel(at);
  return text(x, y, name, { size: 50, bold: true, serif: true, fill: colors.water, spacing: 8 });
}

function mountain(at: Point, size: number): string {
  const [x, y] = pixel(at);
  return (
    `<path d="M${round(x - size)} ${round(y + size * 0.7)}L${round(x)} ${round(y - size * 0.7)}` +
    `L${round(x + size)} ${round(y + size * 0.7)}z" fill="${colors.sand}"/>`
  );
}

function peak(place: Place): string {
  const [x, y] = pixel(place.at);
  return [
    `<path d="M${round(x - 20)} ${round(y + 16)}L${round(x)} ${round(y - 20)}`,
    `L${round(x + 20)} ${round(y + 16)}z" fill="${colors.ochre}"/>`,
    label(place, 38, colors.ink, 30),
  ].join("\n");
}

function town(place: Place): string {
  const [x, y] = pixel(place.at);
  return [
    `<circle cx="${round(x)}" cy="${round(y)}" r="11" fill="${colors.card}"`,
    ` stroke="${colors.ink}" stroke-width="5"/>`,
    label(place, 38, colors.ink, 24),
  ].join("\n");
}

function caijiaya(): string {
  const [x, y] = pixel([111.03, 38.475]);
  return [
    `<path d="M${round(x)} ${round(y - 20)}l6 13 14 2-10 10 3 14-13-7-13 7 3-14-10-10 14-2z"`,
    ` fill="${colors.red}"/>`,
    text(x - 30, y + 66, "蔡家崖", { size: 38, bold: true, fill: colors.red, halo: colors.card }),
  ].join("\n");
}

function ferry(place: Place, index: number): string {
  const [x, y] = pixel(place.at);
  const shift = place.side === "left" ? -52 : 52;
  const textShift = place.side === "left" ? -84 : 84;
  // The three southern ferries lie so close that their numbers are spread a little.
  const spread = index < 2 ? 0 : (index - 3) * 18;
  return [
    `<line x1="${round(x)}" y1="${round(y)}" x2="${round(x + shift)}" y2="${round(y + spread)}"`,
    ` stroke="${colors.red}" stroke-width="4"/>`,
    `<circle cx="${round(x)}" cy="${round(y)}" r="8" fill="${colors.red}"/>`,
    numeral(x + shift, y + spread, index + 1),
    text(x + textShift, y + spread + 13, place.name, {
      size: 38,
      anchor: place.side === "left" ? "end" : "start",
      halo: colors.card,
    }),
  ].join("\n");
}

function numeral(x: number, y: number, value: number): string {
  return [
    `<circle cx="${round(x)}" cy="${round(y)}" r="23" fill="${colors.red}"/>`,
    text(x, y + 12, String(value), {
      size: 34,
      bold: true,
      fill: colors.card,
      anchor: "middle",
    }),
  ].join("\n");
}

function label(place: Place, size: number, fill: string, gap: number): string {
  const [x, y] = pixel(place.at);
  const right = place.side === "right";
  return text(x + (right ? gap : -gap), y + 13 + (place.drop ?? 0), place.name, {
    size,
    fill,
    anchor: right ? "start" : "end",
    halo: colors.card,
  });
}

function legend(): string {
  const left = PANEL + 60;
  return [
    `<line x1="${PANEL}" y1="0" x2="${PANEL}" y2="${HEIGHT}" stroke="${colors.line}"`,
    ` stroke-width="3"/>`,
    `<rect x="${left}" y="80" width="14" height="150" fill="${colors.red}"/>`,
    text(left + 40, 138, "吕梁与黄河", { size: 62, bold: true, serif: true }),
    text(left + 40, 208, "渡口、县城与山", { size: 42, fill: colors.muted }),
    ...ferries.map((place, index) => {
      const y = 322 + index * 84;
      return [
        numeral(left + 23, y, index + 1),
        text(left + 68, y + 15, place.name, { size: 44 }),
        text(left + 226, y + 15, place.note ?? "", { size: 40, fill: colors.muted }),
      ].join("\n");
    }),
    `<line x1="${left}" y1="742" x2="1540" y2="742" stroke="${colors.line}" stroke-width="3"/>`,
    `<circle cx="${left + 23}" cy="796" r="11" fill="${colors.card}" stroke="${colors.ink}"`,
    ` stroke-width="5"/>`,
    text(left + 68, 811, "县城、城市", { size: 40 }),
    `<path d="M${left + 3} 882l20 -36 20 36z" fill="${colors.ochre}"/>`,
    text(left + 68, 881, "山峰", { size: 40 }),
    text(left, 952, "示意图，不作量度之用", { size: 36, fill: colors.muted }),
  ].join("\n");
}

import { canvas, colors, heading, round, text } from "./style.ts";

interface Event {
  /** Year with its fraction: April 1948 is about 1948.25. */
  readonly when: number;
  readonly date: string;
  readonly lines: readonly string[];
  /** Stem length; negative is above the axis. */
  readonly stem: number;
  readonly anchor?: "start" | "middle" | "end";
}

const events: readonly Event[] = [
  { when: 1937.7, date: "1937年9月", lines: ["120师东渡黄河"], stem: -80, anchor: "start" },
  { when: 1940.1, date: "1940年初", lines: ["晋西北行政公署", "成立"], stem: 70 },
  { when: 1940.72, date: "1940年9月", lines: ["《抗战日报》创刊"], stem: -190 },
  { when: 1943.85, date: "1943年", lines: ["改称晋绥边区", "行政公署"], stem: 70 },
  { when: 1944.65, date: "1944年秋", lines: ["记者到晋绥采访"], stem: -80 },
  { when: 1946.5, date: "1946年7月", lines: ["报纸改名", "《晋绥日报》"], stem: 70 },
  { when: 1948.25, date: "1948年4月", lines: ["晋绥干部会议"], stem: -190 },
  { when: 1949.7, date: "1949年", lines: ["干部南下"], stem: 70, anchor: "end" },
];

const LEFT = 100;
const RIGHT = 1500;
const FIRST = 1937;
const LAST = 1950;
const AXIS = 580;
const HALF = 54;

/** Timeline of the Jinsui border region, 1937 to 1949. */
export function timeline(): string {
  return canvas(
    heading("晋绥边区十二年", "1937—1949年大事示意"),
    band(FIRST + 0.5, 1945.65, colors.red, "抗日战争"),
    band(1945.65, 1949.75, colors.bronze, "解放战争"),
    ...years(),
    ...events.map(drawEvent),
  );
}

function x(year: number): number {
  return LEFT + ((year - FIRST) / (LAST - FIRST)) * (RIGHT - LEFT);
}

function band(from: number, to: number, fill: string, label: string): string {
  return [
    `<rect x="${round(x(from))}" y="${AXIS - HALF}" width="${round(x(to) - x(from))}"`,
    ` height="${HALF * 2}" fill="${fill}"/>`,
    text((x(from) + x(to)) / 2, AXIS - 2, label, {
      size: 42,
      bold: true,
      serif: true,
      fill: colors.card,
      anchor: "middle",
      spacing: 10,
    }),
  ].join("\n");
}

function years(): string[] {
  return [1938, 1940, 1942, 1944, 1946, 1948].map((year) =>
    text(x(year), AXIS + 40, String(year), {
      size: 32,
      fill: colors.sand,
      anchor: "middle",
    }),
  );
}

function drawEvent(event: Event): string {
  const position = x(event.when);
  const above = event.stem < 0;
  const edge = above ? AXIS - HALF : AXIS + HALF;
  const end = edge + event.stem;
  const anchor = event.anchor ?? "middle";
  const shift = anchor === "start" ? -16 : anchor === "end" ? 16 : 0;
  const first = above ? end - 26 - (event.lines.length - 1) * 48 : end + 104;
  const dateLine = above ? first - 50 : end + 54;
  return [
    `<line x1="${round(position)}" y1="${edge}" x2="${round(position)}" y2="${end}"`,
    ` stroke="${colors.ink}" stroke-width="3"/>`,
    `<circle cx="${round(position)}" cy="${edge}" r="11" fill="${colors.card}"`,
    ` stroke="${colors.ink}" stroke-width="5"/>`,
    text(position + shift, dateLine, event.date, {
      size: 38,
      bold: true,
      fill: colors.red,
      anchor,
      halo: colors.paper,
    }),
    ...event.lines.map((line, index) =>
      text(position + shift, first + index * 48, line, {
        size: 40,
        anchor,
        halo: colors.paper,
      }),
    ),
  ].join("\n");
}

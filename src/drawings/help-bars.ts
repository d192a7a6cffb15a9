import { canvas, colors, heading, round, text } from "./style.ts";

interface Bar {
  readonly label: string;
  readonly households: number;
}

/** Fewest households each kind of helper takes on, from the article retold in content/news/2017. */
const officials: readonly Bar[] = [
  { label: "县级领导干部", households: 10 },
  { label: "科级干部", households: 8 },
  { label: "一般干部", households: 6 },
  { label: "村“两委”干部", households: 2 },
];

const companies: readonly Bar[] = [
  { label: "一类企业", households: 80 },
  { label: "二类企业", households: 30 },
  { label: "三类企业", households: 10 },
  { label: "四类企业", households: 5 },
];

const LEFT = 430;
const PIXELS_PER_HOUSEHOLD = 12;
const ROW = 82;

/** Bar chart: how many households each kind of helper takes on at least. */
export function helpBars(): string {
  return canvas(
    heading("每人、每家企业至少包扶几户", "兴县驻村帮扶，单位：户"),
    ...officials.map((bar, index) => row(bar, 248 + index * ROW, colors.red)),
    `<line x1="80" y1="591" x2="1520" y2="591" stroke="${colors.line}" stroke-width="3"/>`,
    ...companies.map((bar, index) => row(bar, 624 + index * ROW, colors.bronze)),
    `<line x1="${LEFT}" y1="240" x2="${LEFT}" y2="954" stroke="${colors.ink}" stroke-width="4"/>`,
  );
}

function row(bar: Bar, top: number, fill: string): string {
  const width = bar.households * PIXELS_PER_HOUSEHOLD;
  const baseline = top + 46;
  return [
    text(LEFT - 28, baseline, bar.label, { size: 40, anchor: "end" }),
    `<rect x="${LEFT}" y="${top}" width="${round(width)}" height="62" fill="${fill}"/>`,
    text(LEFT + width + 20, baseline + 3, String(bar.households), {
      size: 48,
      bold: true,
      fill,
      halo: colors.paper,
    }),
  ].join("\n");
}

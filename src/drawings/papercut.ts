import { canvas, colors, HEIGHT, round, WIDTH } from "./style.ts";

const RED = colors.red;
const PAPER = colors.paper;

/** A round window flower in the manner of a paper cut: fish and lotus inside, petals around. */
export function papercut(): string {
  return canvas(
    border(),
    ...corners(),
    butterfly(236, 90),
    butterfly(WIDTH - 236, -90),
    `<g transform="translate(${WIDTH / 2} ${HEIGHT / 2})">`,
    // Outer ring: scallops with a bud in each.
    repeat(16, scallop()),
    `<circle r="356" fill="${RED}"/>`,
    `<circle r="340" fill="${PAPER}"/>`,
    // Eight petals, each with crescents cut out of it, and leaves between them.
    repeat(8, leaf(), 22.5),
    repeat(8, petal()),
    // Saw-tooth ring around the pond.
    `<path d="${sawtooth(204, 226, 64)}" fill="${RED}"/>`,
    `<circle r="190" fill="${PAPER}"/>`,
    repeat(2, fish()),
    lotus(),
    "</g>",
  );
}

function repeat(count: number, content: string, offset = 0): string {
  return Array.from({ length: count }, (_, index) => {
    const angle = round(offset + (index * 360) / count);
    return `<g transform="rotate(${angle})">${content}</g>`;
  }).join("\n");
}

function scallop(): string {
  return [
    `<circle cx="0" cy="-372" r="72" fill="${RED}"/>`,
    `<path d="M-46 -378A46 46 0 0 1 46 -378A52 52 0 0 0 -46 -378z" fill="${PAPER}"/>`,
    `<path d="M0 -404C18 -388 18 -376 0 -362C-18 -376 -18 -388 0 -404z" fill="${PAPER}"/>`,
  ].join("");
}

function petal(): string {
  return [
    `<path d="M0 -216C-92 -242 -84 -308 0 -348C84 -308 92 -242 0 -216z" fill="${RED}"/>`,
    crescent(-256, 44, 20),
    crescent(-286, 34, 17),
    crescent(-312, 20, 12),
  ].join("");
}

function crescent(y: number, half: number, rise: number): string {
  return (
    `<path d="M${-half} ${y}Q0 ${y - rise * 2} ${half} ${y}` +
    `Q0 ${y - rise * 0.7} ${-half} ${y}z" fill="${PAPER}"/>`
  );
}

function leaf(): string {
  return [
    `<path d="M0 -216C-32 -262 -28 -306 0 -352C28 -306 32 -262 0 -216z" fill="${RED}"/>`,
    `<path d="M0 -262C-11 -286 -10 -304 0 -326C10 -304 11 -286 0 -262z" fill="${PAPER}"/>`,
  ].join("");
}

function sawtooth(inner: number, outer: number, teeth: number): string {
  let path = "";
  for (let index = 0; index < teeth * 2; index += 1) {
    const radius = index % 2 === 0 ? outer : inner;
    const angle = (index * Math.PI) / teeth;
    const command = index === 0 ? "M" : "L";
    path += `${command}${round(Math.sin(angle) * radius)} ${round(-Math.cos(angle) * radius)}`;
  }
  return `${path}z`;
}

/** One of the two fish; the other one is the same, turned by half a circle. */
function fish(): string {
  const scales = [-46, -14, 18, 50].map(
    (x, index) =>
      `<path d="M${x} ${-34 + index * 4}Q${x + 24} 0 ${x} ${34 - index * 4}` +
      `Q${x + 11} 0 ${x} ${-34 + index * 4}z" fill="${PAPER}"/>`,
  );
  return [
    `<g transform="translate(-12 -112) rotate(-6) scale(0.86)">`,
    // Fins, tail and body.
    `<path d="M-30 -44C-6 -86 44 -80 62 -36z" fill="${RED}"/>`,
    `<path d="M-18 42C-4 70 28 70 44 36z" fill="${RED}"/>`,
    `<path d="M84 0C116 -14 132 -48 166 -46C148 -22 148 0 160 44C132 40 112 14 84 0z"`,
    ` fill="${RED}"/>`,
    `<path d="M-124 4C-96 -62 10 -70 100 0C10 70 -96 66 -124 4z" fill="${RED}"/>`,
    // Cuts: gill, eye, scales and rays.
    `<path d="M-70 -38Q-48 0 -70 40Q-60 0 -70 -38z" fill="${PAPER}"/>`,
    `<circle cx="-94" cy="-8" r="10" fill="${PAPER}"/>`,
    `<circle cx="-94" cy="-8" r="4" fill="${RED}"/>`,
    ...scales,
    `<path d="M-4 -56L4 -68M18 -56L24 -70M38 -50L42 -62" stroke="${PAPER}" stroke-width="5"/>`,
    `<path d="M112 -8L142 -30M116 4L144 4M112 12L140 28" stroke="${PAPER}" stroke-width="5"/>`,
    "</g>",
  ].join("");
}

function lotus(): string {
  const outer = [-1, 1].map(
    (side) =>
      `<path d="M0 34C${side * 46} 34 ${side * 84} 8 ${side * 92} -26` +
      `C${side * 56} -22 ${side * 22} 0 0 34z" fill="${RED}"/>`,
  );
  const inner = [-1, 1].map(
    (side) =>
      `<path d="M0 30C${side * 38} 18 ${side * 56} -16 ${side * 46} -50` +
      `C${side * 18} -34 ${side * 2} -6 0 30z" fill="${RED}" stroke="${PAPER}" stroke-width="5"/>`,
  );
  return [
    `<g transform="translate(0 10) scale(0.86)">`,
    ...outer,
    ...inner,
    `<path d="M0 34C-34 6 -32 -36 0 -66C32 -36 34 6 0 34z" fill="${RED}"`,
    ` stroke="${PAPER}" stroke-width="5"/>`,
    `<path d="M0 6C-12 -8 -12 -22 0 -38C12 -22 12 -8 0 6z" fill="${PAPER}"/>`,
    "</g>",
  ].join("\n");
}

/** A butterfly with its head upwards, then turned. */
function butterfly(x: number, angle: number): string {
  const wings = [-1, 1].map(
    (side) =>
      `<g transform="scale(${side} 1)">` +
      `<path d="M6 -6C24 -64 70 -84 92 -58C104 -34 70 0 6 6z" fill="${RED}"/>` +
      `<path d="M30 -22C42 -48 62 -58 74 -48C78 -34 60 -20 30 -22z" fill="${PAPER}"/>` +
      `<path d="M6 4C46 6 74 30 62 52C44 68 16 44 6 10z" fill="${RED}"/>` +
      `<circle cx="42" cy="34" r="10" fill="${PAPER}"/>` +
      `<path d="M4 -34C8 -60 18 -72 34 -78" fill="none" stroke="${RED}" stroke-width="5"/></g>`,
  );
  return [
    `<g transform="translate(${x} ${HEIGHT / 2}) rotate(${angle}) scale(0.9)">`,
    ...wings,
    `<path d="M0 -44C12 -26 12 30 0 56C-12 30 -12 -26 0 -44z" fill="${RED}"/>`,
    "</g>",
  ].join("");
}

function border(): string {
  const frames: readonly (readonly [inset: number, width: number])[] = [
    [40, 8],
    [58, 3],
  ];
  return frames
    .map(
      ([inset, width]) =>
        `<rect x="${inset}" y="${inset}" width="${WIDTH - inset * 2}"` +
        ` height="${HEIGHT - inset * 2}" fill="none" stroke="${RED}" stroke-width="${width}"/>`,
    )
    .join("\n");
}

/** A pomegranate spray in each corner, mirrored around the middle. */
function corners(): string[] {
  return [
    [1, 1],
    [-1, 1],
    [1, -1],
    [-1, -1],
  ].map(
    ([x, y]) =>
      `<g transform="translate(${WIDTH / 2} ${HEIGHT / 2}) scale(${x} ${y})` +
      ` translate(${-WIDTH / 2} ${-HEIGHT / 2})">${spray()}</g>`,
  );
}

function spray(): string {
  return [
    // The stem follows the frame, with leaves on both sides.
    `<path d="M104 430C104 250 150 150 330 104" fill="none" stroke="${RED}" stroke-width="9"/>`,
    leafAt(106, 396, 24),
    leafAt(116, 322, 40),
    leafAt(312, 110, 34),
    leafAt(252, 134, 62),
    // A split pomegranate.
    `<g transform="translate(196 196) rotate(-45)">`,
    `<path d="M-22 -86L-30 -112L-8 -98L0 -120L8 -98L30 -112L22 -86z" fill="${RED}"/>`,
    `<circle r="88" fill="${RED}"/>`,
    `<path d="M0 -62C-44 -30 -44 34 0 66C44 34 44 -30 0 -62z" fill="${PAPER}"/>`,
    ...[
      [0, -34],
      [-13, -8],
      [13, -8],
      [-13, 20],
      [13, 20],
      [0, 44],
    ].map(([x, y]) => `<circle cx="${x}" cy="${y}" r="11" fill="${RED}"/>`),
    `<path d="M-72 -14Q-62 34 -32 62Q-70 44 -72 -14z" fill="${PAPER}"/>`,
    `<path d="M72 -14Q62 34 32 62Q70 44 72 -14z" fill="${PAPER}"/>`,
    "</g>",
  ].join("");
}

function leafAt(x: number, y: number, angle: number): string {
  return (
    `<g transform="translate(${x} ${y}) rotate(${angle})">` +
    `<path d="M0 0C22 -34 58 -42 92 -28C76 4 34 20 0 0z" fill="${RED}"/>` +
    `<path d="M18 -4C36 -18 54 -22 72 -22C58 -8 38 -2 18 -4z" fill="${PAPER}"/></g>`
  );
}

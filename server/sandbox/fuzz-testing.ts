import { z } from "zod";

/** Numbers that come in the same order for the same seed (mulberry32). */
export class Random {
  private state: number;

  constructor(readonly seed: number) {
    this.state = seed >>> 0;
  }

  /** At least 0, below 1. */
  next(): number {
    this.state = (this.state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(this.state ^ (this.state >>> 15), this.state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  }

  below = (limit: number): number => Math.floor(this.next() * limit);
  chance = (probability: number): boolean => this.next() < probability;

  pick<T>(values: readonly T[]): T {
    return values[this.below(values.length)] as T;
  }
}

/** A piece of JSON text, right or wrong, that goes over the wire as it stands. */
class Raw {
  constructor(readonly text: string) {}
}

type Json = Raw | null | boolean | number | string | Json[] | { [key: string]: Json };

/** Prints a tree; an object may name one of its keys twice. */
export function printJson(value: Json, doubled?: Random): string {
  if (value instanceof Raw) return value.text;
  if (Array.isArray(value)) return `[${value.map((entry) => printJson(entry, doubled)).join(",")}]`;
  if (value === null || typeof value !== "object") return JSON.stringify(value);
  const members = Object.entries(value).map(([key, inner]) => `${JSON.stringify(key)}:${printJson(inner)}`);
  if (doubled && members.length > 0) members.push(`${members[0]?.split(":")[0]}:${doubled.pick(WILD)}`);
  return `{${members.join(",")}}`;
}

const deep = (depth: number) => "[".repeat(depth) + "]".repeat(depth);

/** What nobody should send, as JSON text; some of it is none. */
export const WILD: readonly string[] = [
  ...["null", "true", "false", "[]", "{}", '""', '" "', "[null]", "[[]]", '{"a":{"b":[{}]}}'],
  ...["0", "-0", "-1", "1", "1.5", "1.0", "-0.00000001", "1e3", "1E400", "-1e400", "1e-8", "0.1e-400"],
  ...["2147483647", "2147483648", "4294967296", "9007199254740991", "9007199254740993"],
  ...["9223372036854775808", "-9223372036854775809", "99999999999999999999999999", "2100000000000001"],
  ...['"NaN"', '"Infinity"', '"-Infinity"', '"1"', '"0x10"', '"1e3"', '"null"', '"true"', '"undefined"'],
  ...["NaN", "Infinity", "undefined", "01", "+1", ".5", "1.", "'a'", '"', "\\"],
  ...['"\\u0000"', '"a\\u0000b"', '"\\ud800"', '"\\udfff\\ud800"', '"\\uffff"', '"\\u202e"', '"\u{1f4b8}"'],
  ...['"constructor"', '"__proto__"', '"toString"', '{"__proto__":{"name":"x"}}', '{"constructor":null}'],
  ...[`"'; drop table amp_assets; --"`, '"<script>alert(1)</script>"', '"%s%n"', '"../../etc"'],
  ...[`"${"x".repeat(10_000)}"`, `"${"\u00e4".repeat(300)}"`, deep(500), deep(20_000), '{"a":'.repeat(3000)],
];

/** The parts of a JSON Schema that a request's shape uses. */
interface Schema {
  type?: string;
  const?: Json;
  enum?: Json[];
  anyOf?: Schema[];
  properties?: Record<string, Schema>;
  required?: string[];
  additionalProperties?: Schema | boolean;
  items?: Schema | boolean;
  prefixItems?: Schema[];
  minimum?: number;
  maximum?: number;
}

export const schemaOf = (shape: z.ZodType): Schema =>
  z.toJSONSchema(shape, { io: "input", unrepresentable: "any" }) as Schema;

/** Something that fits the schema, with values that exist in the world where the name of a field says which. */
export class Maker {
  constructor(
    private readonly random: Random,
    /** Values by the name of a field; "" for any other text. */
    private readonly known: Record<string, readonly (string | number)[]>,
  ) {}

  make(schema: Schema, field = ""): Json {
    const { random } = this;
    if (schema.const !== undefined) return schema.const;
    if (schema.enum) return random.pick(schema.enum);
    if (schema.anyOf) return this.make(random.pick(schema.anyOf), field);
    switch (schema.type) {
      case "object":
        return this.object(schema);
      case "array":
        return this.list(schema, field);
      case "string":
        return String(this.knownOr(field, () => random.pick(this.known[""] ?? ["x"])));
      case "integer":
      case "number":
        return Number(this.knownOr(field, () => this.whole(schema)));
      case "boolean":
        return random.chance(0.5);
      case "null":
        return null;
      default:
        return new Raw(random.pick(WILD.slice(0, 30)));
    }
  }

  /** Takes a right value apart: replaces, removes or adds something, once or several times. */
  spoil(value: Json): Json {
    const { random } = this;
    if (value === null || typeof value !== "object" || value instanceof Raw || random.chance(0.08))
      return new Raw(random.pick(WILD));
    if (Array.isArray(value)) return this.spoilList(value);
    const keys = Object.keys(value);
    const key = random.pick(keys);
    if (key === undefined || random.chance(0.15)) return { ...value, extra: new Raw(random.pick(WILD)) };
    const { [key]: chosen, ...others } = value;
    return random.chance(0.2) ? others : { ...others, [key]: this.spoil(chosen as Json) };
  }

  private spoilList(value: Json[]): Json {
    const place = this.random.below(value.length + 1);
    if (place === value.length) return [...value, ...value, new Raw(this.random.pick(WILD))];
    return value.map((entry, index) => (index === place ? this.spoil(entry) : entry));
  }

  private object({ properties = {}, required = [], additionalProperties }: Schema): Json {
    const made: Record<string, Json> = {};
    for (const [name, schema] of Object.entries(properties))
      if (required.includes(name) || this.random.chance(0.7)) made[name] = this.make(schema, name);
    if (typeof additionalProperties === "object")
      for (const name of ["txid", "vout", "asset", "amount", "category"])
        made[name] = this.make({ type: this.random.pick(["string", "integer"]) }, name);
    return made;
  }

  private list({ prefixItems, items }: Schema, field: string): Json {
    if (prefixItems) return prefixItems.map((schema) => this.make(schema, field));
    const inner = typeof items === "object" ? items : {};
    return Array.from({ length: this.random.below(4) }, () => this.make(inner, field));
  }

  private knownOr(field: string, make: () => string | number): string | number {
    const values = this.known[field];
    return values && this.random.chance(0.9) ? this.random.pick(values) : make();
  }

  private whole({ minimum = 0, maximum = 1_000_000 }: Schema): number {
    const bounds = [minimum, maximum, minimum + 1, Math.min(minimum + 250, maximum)];
    return this.random.pick(bounds);
  }
}

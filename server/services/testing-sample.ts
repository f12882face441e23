import { randomUUID } from "node:crypto";
import type { z } from "zod";

type Described = z.core.JSONSchema.BaseSchema;

const TEXTS = ["1", "a".repeat(64), "name"];

/** A value that fits a schema's description, with an id that there is where a name asks for one. */
export function sampleOf(schema: Described, name: string, values: Record<string, unknown>): unknown {
  if (name in values && schema.type !== "object" && !schema.enum) return values[name];
  const { anyOf, oneOf, type, format, enum: choices, pattern, minLength = 1 } = schema;
  if (schema.const !== undefined) return schema.const;
  if (choices) return choices[0];
  const [first] = anyOf ?? oneOf ?? [];
  if (first) return sampleOf(first as Described, name, values);
  if (type === "object")
    return Object.fromEntries(
      Object.entries(schema.properties ?? {}).map(([key, inner]) => [
        key,
        sampleOf(inner as Described, key, values),
      ]),
    );
  if (type === "array") return [sampleOf(schema.items as Described, name, values)];
  if (type === "integer" || type === "number") return Math.max(Number(schema.minimum ?? 1), 1);
  if (type === "boolean") return true;
  if (schema.title === "date") return new Date();
  if (schema.title === "bigint") return 1n;
  if (schema.title === "file") return new File(["1"], "name");
  if (format === "uuid") return randomUUID();
  if (pattern) return TEXTS.find((text) => new RegExp(pattern).test(text));
  return "1".repeat(minLength);
}

import { z } from "zod";

/** A JSON Schema (draft 2020-12), which is what OpenAPI 3.1 holds. */
export interface JsonSchema {
  [keyword: string]: unknown;
  type?: string | string[];
  properties?: Record<string, JsonSchema>;
  items?: JsonSchema;
  description?: string;
  $ref?: string;
}

/** What one shape looks like on the wire where zod cannot know it, or shows more than it should. */
export type Override = (schema: z.core.$ZodType, json: JsonSchema, schemaOf: SchemaOf) => void;
type SchemaOf = (schema: z.core.$ZodType) => JsonSchema;

export interface SchemaBook {
  /** The schema of a shape as it is sent; a named shape is a reference. */
  schemaOf: SchemaOf;
  /** Every named shape, by name. */
  components: Record<string, JsonSchema>;
}

const DEFS = "#/$defs/";
const COMPONENTS = "#/components/schemas/";

/**
 * Turns shapes into JSON Schema, always their wire side: a codec's input. Named ones become components.
 * @param named shapes by the name they shall have
 */
export function schemaBook(named: Record<string, z.ZodType>, override: Override = () => {}): SchemaBook {
  const names = z.registry<{ id: string }>();
  for (const [id, schema] of Object.entries(named)) names.add(schema, { id });
  const components: Record<string, JsonSchema> = {};
  const schemaOf = (schema: z.core.$ZodType): JsonSchema => {
    const {
      $schema: _,
      $defs = {},
      ...root
    } = z.toJSONSchema(schema, {
      io: "input",
      metadata: names,
      unrepresentable: "any",
      override: ({ zodSchema, jsonSchema }) => {
        dropNoise(jsonSchema as JsonSchema);
        override(zodSchema, jsonSchema as JsonSchema, schemaOf);
      },
    }) as JsonSchema & { $defs?: Record<string, JsonSchema> };
    for (const [name, { id: _id, ...json }] of Object.entries($defs)) components[name] = relink(json);
    const name = names.get(schema)?.id;
    if (!name) return relink(root);
    if (!root.$ref) {
      const { id: _id, ...json } = root;
      components[name] = relink(json);
    }
    return { $ref: COMPONENTS + name };
  };
  for (const schema of Object.values(named)) schemaOf(schema);
  return { schemaOf, components: inOrder(components, Object.keys(named)) };
}

/** What zod adds for validators alone: the range of a float's integers, the long form of a format. */
function dropNoise(json: JsonSchema): void {
  if (json.minimum === Number.MIN_SAFE_INTEGER) delete json.minimum;
  if (json.maximum === Number.MAX_SAFE_INTEGER) delete json.maximum;
  if (json.format === "uuid" || json.format === "date-time") delete json.pattern;
}

const inOrder = (components: Record<string, JsonSchema>, names: string[]) =>
  Object.fromEntries(names.map((name) => [name, components[name] ?? {}]));

/** References lead to the document's components in place of zod's own definitions. */
function relink(json: JsonSchema): JsonSchema {
  return JSON.parse(JSON.stringify(json), (key, value) =>
    key === "$ref" && typeof value === "string" && value.startsWith(DEFS)
      ? COMPONENTS + value.slice(DEFS.length)
      : value,
  );
}

/** Calls `visit` with every property of a schema and its path, such as "transactions.txid". */
export function eachProperty(
  schema: JsonSchema,
  visit: (path: string, property: JsonSchema) => void,
  prefix = "",
): void {
  for (const [name, property] of Object.entries(schema.properties ?? {})) {
    const path = prefix + name;
    visit(path, property);
    eachProperty(property, visit, `${path}.`);
  }
  for (const inner of [schema.items, ...members(schema)]) if (inner) eachProperty(inner, visit, prefix);
}

function members(schema: JsonSchema): JsonSchema[] {
  return ["anyOf", "oneOf", "allOf", "prefixItems"].flatMap((key) => (schema[key] ?? []) as JsonSchema[]);
}

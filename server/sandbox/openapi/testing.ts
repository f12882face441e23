import { Validator } from "@seriousme/openapi-schema-validator";
import Ajv2020 from "ajv/dist/2020";
import addFormats from "ajv-formats";

// biome-ignore lint/suspicious/noExplicitAny: a description is walked as the JSON it is
export type Json = any;

/** What the official schema of OpenAPI says against a description; empty when nothing. */
export async function complaintsAbout(document: object): Promise<unknown[]> {
  const { valid, errors } = await new Validator().validate(structuredClone(document) as never);
  return valid ? [] : [errors].flat();
}

/** References that lead nowhere. */
export function danglingReferences(document: Json): string[] {
  return [...JSON.stringify(document).matchAll(/"\$ref":"([^"]+)"/g)]
    .map(([, target = ""]) => target)
    .filter((target) => !target.startsWith("#/") || pointed(document, target) === undefined);
}

const pointed = (document: Json, target: string) =>
  target
    .slice(2)
    .split("/")
    .reduce((inner, key) => inner?.[key.replaceAll("~1", "/").replaceAll("~0", "~")], document);

export interface Example {
  where: string;
  schema: object;
  value: unknown;
}

/** Every example of a description, each once, beside the schema it belongs to. */
export function examplesOf(document: Json): Example[] {
  const found: Example[] = [];
  const walk = (node: Json, where: string) => {
    if (node === null || typeof node !== "object") return;
    if (node.schema && "example" in node) found.push({ where, schema: node.schema, value: node.example });
    for (const [name, example] of Object.entries<Json>((node.schema && node.examples) ?? {}))
      found.push({ where: `${where}/examples/${name}`, schema: node.schema, value: example.value });
    for (const [key, inner] of Object.entries(node)) if (key !== "schemas") walk(inner, `${where}/${key}`);
  };
  walk(document.paths, "paths");
  walk(document.webhooks ?? {}, "webhooks");
  const once = new Map(found.map((example) => [JSON.stringify([example.schema, example.value]), example]));
  return [...once.values()];
}

/**
 * Checks values against schemas of the description.
 * @param isClosed whether a key that is not described is a problem
 */
export function exampleChecker(
  document: Json,
  isClosed = false,
): (example: Pick<Example, "schema" | "value">) => string | null {
  const ajv = new Ajv2020({ strict: false, allErrors: true, formats: { base64: true } });
  addFormats(ajv as never);
  const components = isClosed ? closed(document.components) : document.components;
  ajv.addSchema({ $id: "description", components });
  const compiled = new Map<string, ReturnType<typeof ajv.compile>>();
  return ({ schema, value }) => {
    const local = JSON.stringify(schema).replaceAll('"#/components/', '"description#/components/');
    const check = compiled.get(local) ?? ajv.compile(JSON.parse(local));
    compiled.set(local, check);
    return check(value) ? null : ajv.errorsText(check.errors);
  };
}

const closed = (node: Json): Json =>
  JSON.parse(JSON.stringify(node), (_, value) =>
    value?.type === "object" && value.properties && !("additionalProperties" in value)
      ? { ...value, additionalProperties: false }
      : value,
  );

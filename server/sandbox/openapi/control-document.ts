import { z } from "zod";
import { elementsAmount } from "@/lib/contracts/wire";
import { type JsonSchema, schemaBook } from "@/lib/json-schema";
import type { ControlRoute } from "../control/route";
import { controlRoutes } from "../control/routes";

const introduction = `
The knobs of the sandbox: blocks, wallets, time, faults, switches and all else that the real services do not offer. Nothing here
needs a token, so let nobody but yourself reach it.

Bodies and answers are JSON. Amounts of L-BTC are decimals, amounts of other assets whole numbers in the smallest unit. A refusal
is \`{"error": "…"}\`.
`.trim();

const refusal = (description: string, example: string) => ({
  description,
  content: {
    "application/json": { schema: { $ref: "#/components/schemas/Refusal" }, example: { error: example } },
  },
});

/** The control API as OpenAPI 3.1, made of the routes themselves. */
export function controlDocument() {
  const { schemaOf } = schemaBook({}, showJson);
  const paths: Record<string, Record<string, object>> = {};
  for (const route of controlRoutes) {
    const operations = paths[route.path] ?? {};
    operations[route.method.toLowerCase()] = operationOf(
      route,
      schemaOf(route.input),
      schemaOf(route.output),
    );
    paths[route.path] = operations;
  }
  return {
    openapi: "3.1.0",
    info: {
      title: "Sandbox control API",
      version: "1",
      summary: "Turn the sandbox's knobs.",
      description: introduction,
    },
    servers: [],
    security: [],
    tags: [...new Set(controlRoutes.map(tagOf))].map((name) => ({ name })),
    paths,
    components: {
      schemas: {
        Refusal: {
          type: "object",
          properties: { error: { type: "string", description: "What is wrong, for people." } },
          required: ["error"],
        },
      },
    },
  };
}

/** What the printer of answers makes of values that JSON does not have. */
function showJson(schema: z.core.$ZodType, json: JsonSchema): void {
  if (schema instanceof z.ZodDate) Object.assign(json, { type: "string", format: "date-time" });
  if (schema instanceof z.ZodBigInt) Object.assign(json, { type: "integer" });
  if (schema !== elementsAmount) return;
  delete json.anyOf;
  json.type = ["number", "string"];
}

const tagOf = ({ path }: ControlRoute) => path.split("/")[1] ?? "";

function operationOf(route: ControlRoute, input: JsonSchema, output: JsonSchema): object {
  const inPath = [...route.path.matchAll(/\{(\w+)\}/g)].map(([, name = ""]) => name);
  const { properties = {}, required = [] } = input as JsonSchema & { required?: string[] };
  const inQuery =
    route.method === "GET" ? Object.keys(properties).filter((name) => !inPath.includes(name)) : [];
  const parameter = (place: string) => (name: string) => ({
    name,
    in: place,
    required: place === "path" || required.includes(name),
    schema: properties[name] ?? { type: "string" },
  });
  return {
    operationId: operationId(route),
    tags: [tagOf(route)],
    summary: shorten(route.summary),
    description: route.summary,
    parameters: [...inPath.map(parameter("path")), ...inQuery.map(parameter("query"))],
    ...(route.method === "GET"
      ? {}
      : {
          requestBody: { required: required.length > 0, content: { "application/json": { schema: input } } },
        }),
    responses: {
      200: { description: "Done.", content: { "application/json": { schema: output } } },
      400: refusal("Refused.", "blocks: expected number"),
    },
  };
}

const operationId = ({ method, path }: ControlRoute) =>
  `${method.toLowerCase()}${path.replace(/[^a-zA-Z0-9]+(\w?)/g, (_, letter: string) => letter.toUpperCase())}`;

/** The first half of a long sentence, without its full stop. */
const shorten = (text: string) => (text.split(/[;.](?:\s|$)/)[0] ?? text).trim();

import type { z } from "zod";
import { type Endpoint, type EndpointName, endpointList } from "@/lib/contracts/amp/endpoints";
import { eachProperty, type JsonSchema, type SchemaBook } from "@/lib/json-schema";
import { ampSchemas } from "./amp-schemas";
import { authorizationWebhook } from "./authorization-webhook";
import { endpointExamples } from "./examples/endpoints";
import { errorSchemas, failures } from "./refusals";
import { textOf } from "./texts/endpoints";
import { fieldText, pathTexts, queryTexts } from "./texts/fields";
import { introduction, type Tag, tags } from "./texts/tags";
import type { EndpointText } from "./texts/text";

const CALLERS: Record<Endpoint["role"], string> = {
  public: "everybody, without a token",
  any: "every signed-in account",
  issuer: "the issuer",
  manager: "the issuer and managers",
  "manager-attached": "the issuer, and managers for granted assets",
  "manager-self": "managers",
};

/** AMP's API as OpenAPI 3.1; the sandbox's own address is added where it is served. */
export function ampDocument() {
  const book = ampSchemas();
  const paths: Record<string, Record<string, object>> = {};
  for (const endpoint of endpointList) {
    const operations = paths[endpoint.path] ?? {};
    operations[endpoint.method.toLowerCase()] = operationOf(endpoint, book);
    paths[endpoint.path] = operations;
  }
  return {
    openapi: "3.1.0",
    info: {
      title: "Blockstream AMP API",
      version: "0.1.13",
      summary: "Issue assets on Liquid and decide who may hold them.",
      description: introduction,
      license: { name: "Apache 2.0 (this description)", identifier: "Apache-2.0" },
    },
    servers: [
      { url: "https://amp-test.blockstream.com/api", description: "Test instance, Liquid Testnet" },
      { url: "https://amp.blockstream.com/api", description: "Live instance, Liquid" },
    ],
    security: [{ token: [] }],
    tags: Object.values(tags).map(([name, description]) => ({ name, description })),
    paths,
    webhooks: { issuerauthorizer: authorizationWebhook(book) },
    components: {
      schemas: { ...described(book.components), ...errorSchemas },
      securitySchemes: {
        token: {
          type: "apiKey",
          in: "header",
          name: "Authorization",
          description: "The word `token`, one space, and the token of `POST /user/obtain_token`.",
        },
      },
    },
  };
}

function operationOf(endpoint: Endpoint, book: SchemaBook): object {
  const name = endpoint.name as EndpointName;
  const text = textOf(name);
  return {
    operationId: name,
    tags: [tags[text.tag as Tag][0]],
    summary: text.summary,
    description: descriptionOf(endpoint, text),
    ...(endpoint.role === "public" ? { security: [] } : {}),
    ...(name === "getChangelog" ? { security: [{ token: [] }, {}] } : {}),
    "x-number": endpoint.number,
    "x-callers": endpoint.role,
    "x-changes-state": endpoint.changesState,
    parameters: [...pathParameters(endpoint.path), ...queryParameters(endpoint.query)],
    ...(endpoint.body ? { requestBody: bodyOf(name, endpoint.body, book) } : {}),
    responses: {
      [endpoint.success]: successOf(name, endpoint, book),
      ...failures(endpoint, text.refusals),
    },
  };
}

const list = (title: string, lines: readonly string[] = []) =>
  lines.length > 0 ? [`**${title}**\n\n${lines.map((line) => `- ${line}`).join("\n")}`] : [];

function descriptionOf({ method, role, changesState }: Endpoint, text: EndpointText): string {
  const hasEffect = method === "GET" && changesState;
  return [
    text.text,
    ...(hasEffect ? ["**This GET changes something.** Never prefetch, cache or blindly repeat it."] : []),
    ...list("Look out", text.traps),
    ...list("Not settled", text.open),
    `*Callers:* ${CALLERS[role]}.`,
  ].join("\n\n");
}

function pathParameters(path: string): object[] {
  return [...path.matchAll(/\{(\w+)\}/g)].map(([, name = ""]) => {
    const known = pathTexts[name];
    if (!known) throw new Error(`The path parameter ${name} has no text.`);
    const { text, schema, example } = known;
    return { name, in: "path", required: true, description: text, schema, example };
  });
}

const NUMBERS = new Set(["start", "count", "height", "height_start", "height_stop"]);
const QUERY_SCHEMAS: Record<string, JsonSchema> = {
  sortorder: { type: "string", enum: ["asc", "desc"] },
  distributed: { type: "string", enum: ["true", "false"] },
};

function queryParameters(query?: z.ZodType): object[] {
  if (!query) return [];
  return namesOf(query).map((name) => {
    const known = queryTexts[name];
    if (!known) throw new Error(`The query parameter ${name} has no text.`);
    const schema = NUMBERS.has(name)
      ? { type: "integer", minimum: 0 }
      : (QUERY_SCHEMAS[name] ?? { type: "string" });
    return { name, in: "query", description: known.text, schema, example: known.example };
  });
}

/** The names of a query on the wire. */
function namesOf(query: z.ZodType): string[] {
  const { in: outer } = query._zod.def as unknown as { in: { shape: object } };
  return Object.keys(outer.shape);
}

function bodyOf(name: EndpointName, schema: z.ZodType, book: SchemaBook): object {
  const json = { schema: book.schemaOf(schema), example: endpointExamples[name].body };
  const form = name === "obtainToken" ? { "application/x-www-form-urlencoded": { schema: json.schema } } : {};
  return { required: true, content: { "application/json": json, ...form } };
}

function successOf(name: EndpointName, { success, ...endpoint }: Endpoint, book: SchemaBook): object {
  const returns = endpoint.returns ?? endpoint.mayReturn;
  if (success === 204) return { description: "Done. No body." };
  if (!returns) return { description: "Done. The body, if there is one, has no meaning." };
  const { answer, alsoAnswers = {} } = endpointExamples[name];
  const others = Object.entries(alsoAnswers).map(([title, value]) => [
    keyOf(title),
    { summary: title, value },
  ]);
  return {
    description: success === 201 ? "Created." : "Done.",
    content: {
      "application/json": {
        schema: book.schemaOf(returns),
        examples: { usual: { summary: "The usual answer", value: answer }, ...Object.fromEntries(others) },
      },
    },
  };
}

/** A title as the key of an example. */
const keyOf = (title: string) => title.toLowerCase().replace(/[^a-z0-9]+/g, "-");

function described(components: Record<string, JsonSchema>): Record<string, JsonSchema> {
  for (const [name, schema] of Object.entries(components))
    eachProperty(schema, (path, property) => {
      property.description ??= fieldText(name, path);
    });
  return components;
}

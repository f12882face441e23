import type { z } from "zod";
import { type IdentityEndpoint, identityEndpointList } from "@/lib/contracts/identity/endpoints";
import { type JsonSchema, schemaBook } from "@/lib/json-schema";
import { isOperators, isPublic } from "../access";
import type { Identity } from "../service";
import { refusalSchemas, refusalsOf } from "./refusals";
import { endpointTexts, introduction, tagTexts } from "./texts";

export interface Operation {
  operationId: string;
  tags: string[];
  summary: string;
  description: string;
  security: object[];
  parameters: object[];
  requestBody?: { required: boolean; content: Record<string, { schema: JsonSchema }> };
  responses: Record<string, object>;
}

export interface IdentityDocument {
  openapi: string;
  info: { title: string; version: string; summary: string; description: string };
  servers: { url: string }[];
  tags: { name: string; description: string }[];
  paths: Record<string, Record<string, Operation>>;
  components: object;
}

type Offer = Pick<Identity, "mode" | "fixes">;

/**
 * The service as OpenAPI 3.1, made of the table of endpoints; in strict mode without what the original does not have.
 * @param server where it is reached, such as `/api/identity`
 */
export function identityDocument(offer: Offer, server: string): IdentityDocument {
  const { schemaOf } = schemaBook({}, showText);
  const paths: IdentityDocument["paths"] = {};
  const spellings = new Map<string, string>();
  const endpoints = identityEndpointList.filter(({ isOurs }) => !isOurs || offer.mode === "default");
  for (const endpoint of endpoints) {
    // of two paths that differ in the names of their parameters alone OpenAPI wants one
    const form = endpoint.path.replace(/\{\w+\}/g, "{}");
    const path = spellings.get(form) ?? endpoint.path;
    spellings.set(form, path);
    paths[path] = {
      ...paths[path],
      [endpoint.method.toLowerCase()]: operationOf(offer, endpoint, path, schemaOf),
    };
  }
  return {
    openapi: "3.1.0",
    info: {
      title: "Identity service",
      version: "1",
      summary: "Wallet login, KYC and what follows from it.",
      description: introduction,
    },
    servers: [{ url: server }],
    tags: Object.entries(tagTexts).map(([name, description]) => ({ name, description })),
    paths,
    components: {
      securitySchemes: {
        bearer: { type: "http", scheme: "bearer", bearerFormat: "JWT" },
        ...(offer.mode === "default" ? { operator: { type: "http", scheme: "bearer" } } : {}),
      },
      schemas: refusalSchemas,
    },
  };
}

/** Numbers that keep their digits while they are read are numbers on the wire. */
function showText(_: z.core.$ZodType, json: JsonSchema): void {
  const choices = json.anyOf as JsonSchema[] | undefined;
  const said = choices?.filter((choice) => Object.keys(choice).length > 0);
  if (said && said.length > 0) json.anyOf = said;
}

function operationOf(
  offer: Offer,
  endpoint: IdentityEndpoint,
  path: string,
  schemaOf: (schema: z.ZodType) => JsonSchema,
): Operation {
  const text = endpointTexts[endpoint.name] ?? { tag: "Service", summary: endpoint.name, description: "" };
  const content = bodyOf(endpoint, schemaOf);
  return {
    operationId: endpoint.name,
    tags: [text.tag],
    summary: text.summary,
    description: endpoint.isOurs ? `${text.description} Not part of the original.`.trim() : text.description,
    security: securityOf(offer, endpoint),
    parameters: [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => ({
      ...{ name, in: "path", required: true, schema: { type: "string" } },
    })),
    ...(content ? { requestBody: { required: !endpoint.isBodyOptional && !endpoint.isRaw, content } } : {}),
    responses: { 200: successOf(endpoint, schemaOf), ...refusalsOf(offer, endpoint) },
  };
}

function securityOf(offer: Offer, { method, path }: IdentityEndpoint): object[] {
  if (isPublic(offer, method, path)) return [];
  return isOperators(offer, path) ? [{ operator: [] }] : [{ bearer: [] }];
}

function bodyOf(
  { body, isRaw, mayHold }: IdentityEndpoint,
  schemaOf: (schema: z.ZodType) => JsonSchema,
): Record<string, { schema: JsonSchema }> | null {
  const shape = body ?? mayHold;
  if (shape) return { "application/json": { schema: schemaOf(shape) } };
  return isRaw ? { "*/*": { schema: { type: "string" } } } : null;
}

function successOf({ returns, page }: IdentityEndpoint, schemaOf: (schema: z.ZodType) => JsonSchema): object {
  if (page) return { description: "The page.", content: { [page]: { schema: { type: "string" } } } };
  if (!returns) return { description: "Done; the answer is empty." };
  return { description: "Done.", content: { "application/json": { schema: schemaOf(returns) } } };
}

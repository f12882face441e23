import { parseExactJson, printExactJson } from "@/lib/exact-json";
import { log } from "@/server/platform/log";
import { reasonOf } from "@/server/platform/reason";
import type { World } from "../world";
import { type ContractJson, contractHash, readFields } from "./contract";
import type { VerificationMethod } from "./domain-proof";
import { fullIndex, minimalIndex, viewEntry } from "./entry";
import { RegistryRefusal, refuse } from "./refusal";
import { registerAsset } from "./registering";
import { checkRemoval } from "./removal";
import { deleteEntry, findEntry, listEntries } from "./store";

const MAX_BYTES = 1024 * 1024;

/** The Liquid Asset Registry over HTTP; paths arrive without the prefix. Refusals are plain text. */
export function registryHandler(world: World): (request: Request) => Promise<Response> {
  return async (request) => {
    try {
      return await answer(world, request);
    } catch (error) {
      if (error instanceof RegistryRefusal) return text(error.status, error.message);
      log.error("sandbox.registry.failed", { reason: reasonOf(error) });
      return text(500, "Internal Server Error");
    }
  };
}

function answer(world: World, request: Request): Response | Promise<Response> {
  const path = new URL(request.url).pathname.replace(/^\/+|\/+$/g, "");
  switch (`${request.method} ${path}`) {
    case "POST ":
      return register(world, request);
    case "POST contract/validate":
      return validate(request);
    case "GET index.json":
      return index(world, fullIndex);
    case "GET index.minimal.json":
      return index(world, minimalIndex);
    case "GET icons.json":
      return json(200, {});
  }
  if (request.method === "GET" && path !== "") return show(world, path);
  if (request.method === "DELETE" && path !== "") return remove(world, path, request);
  return notFound();
}

async function register(world: World, request: Request): Promise<Response> {
  const { asset_id, contract, domain_verification_method: method = "http" } = await readBody(request);
  const entry = await registerAsset(world, {
    assetId: readAssetId(asset_id),
    contract: readContract(contract),
    method: readMethod(method),
  });
  return json(201, viewEntry(entry));
}

async function show({ database }: World, path: string): Promise<Response> {
  const entry = await findEntry(database.db, readAssetId(path));
  return entry ? json(200, viewEntry(entry)) : notFound();
}

async function remove(world: World, path: string, request: Request): Promise<Response> {
  const assetId = readAssetId(path);
  const { signature } = await readBody(request);
  return world.write(async ({ db }) => {
    const entry = await findEntry(db, assetId);
    if (!entry) return notFound();
    await checkRemoval(entry, typeof signature === "string" ? signature : "");
    await deleteEntry(db, assetId);
    return text(200, "Asset deleted");
  });
}

async function validate(request: Request): Promise<Response> {
  const { contract, contract_hash } = await readBody(request);
  const object = readContract(contract);
  readFields(object);
  const expected = contractHash(object);
  if (contract_hash !== expected) throw refuse(`contract hash mismatch, expected ${expected}`);
  return text(200, "valid");
}

async function index(world: World, view: typeof fullIndex): Promise<Response> {
  return json(200, view(await listEntries(world.database.db)));
}

async function readBody(request: Request): Promise<Record<string, unknown>> {
  const bytes = await request.arrayBuffer();
  if (bytes.byteLength > MAX_BYTES) throw new RegistryRefusal(413, "the request is too large");
  const body = parse(new TextDecoder().decode(bytes));
  if (body === null || typeof body !== "object" || Array.isArray(body))
    throw refuse("invalid request", "expected a JSON object");
  return body as Record<string, unknown>;
}

function parse(body: string): unknown {
  try {
    return parseExactJson(body);
  } catch (error) {
    throw refuse("invalid request", reasonOf(error) ?? "not JSON");
  }
}

function readAssetId(value: unknown): string {
  if (typeof value === "string" && /^[0-9a-fA-F]{64}$/.test(value)) return value.toLowerCase();
  throw refuse("invalid asset id", "expected 64 hexadecimal digits");
}

function readContract(value: unknown): ContractJson {
  if (value !== null && typeof value === "object" && !Array.isArray(value)) return value as ContractJson;
  throw refuse("invalid contract fields", "expected an object");
}

function readMethod(value: unknown): VerificationMethod {
  if (value === "http" || value === "dns") return value;
  throw refuse("invalid `domain_verification_method`", "expected http or dns");
}

const text = (status: number, body: string) =>
  new Response(body, { status, headers: { "content-type": "text/plain; charset=utf-8" } });
const json = (status: number, body: object) =>
  new Response(printExactJson(body), { status, headers: { "content-type": "application/json" } });
const notFound = () => text(404, "Not Found");

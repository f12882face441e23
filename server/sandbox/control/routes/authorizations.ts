import { z } from "zod";
import { canonicalJson } from "@/lib/canonical-json";
import { notFound } from "../../amp/refusal";
import { findAuthorization, listAuthorizations } from "../../green/authorization-store";
import { loadAuthorizer } from "../../green/authorizer";
import { askEndpoint } from "../../green/endpoint";
import { count } from "../fields";
import { type ControlRoute, controlRoute } from "../route";

export const reason = z.object({ rule: z.string(), passed: z.boolean(), words: z.string() });

const party = {
  amount: z.int(),
  gaid: z.string().nullable(),
  is_treasury: z.boolean(),
  registered_user: z.int().nullable(),
  investor: z.int().nullable(),
};

/** What the issuer's endpoint is told, whether there is one or not. */
const request = z.object({
  uuid: z.uuid(),
  asset_id: z.string(),
  inputs: z.array(z.object({ vin: z.int(), ...party })),
  outputs: z.array(z.object({ vout: z.int(), ...party })),
});

const Authorization = z.object({
  uuid: z.uuid(),
  asset_uuid: z.uuid(),
  created_at: z.date(),
  from_gaid: z.string(),
  request,
  /** AMP's own verdict; null when a rule refused that no endpoint can override. */
  server_result: z.boolean().nullable(),
  endpoint: z.string().nullable(),
  endpoint_status: z.int().nullable(),
  endpoint_ms: z.int().nullable(),
  endpoint_answer: z.string().nullable(),
  approved: z.boolean(),
  /** Every rule that was looked at, in its order. */
  reasons: z.array(reason),
  txid: z.string().nullable(),
});

const ASK_TIMEOUT_MS = 10_000;

/** What AMP decided about transfers of investors, and the key it signs its questions with. */
export const authorizationRoutes: ControlRoute[] = [
  controlRoute({
    method: "GET",
    path: "/authorizations",
    summary:
      "Decisions about transfers, newest first, with all that led to them; `next` asks for older ones.",
    input: z.object({ asset_uuid: z.uuid().optional(), after: z.uuid().optional(), count }),
    output: z.object({ authorizations: z.array(Authorization), next: z.uuid().nullable() }),
    run: async ({ world }, input) => {
      const page = { assetUuid: input.asset_uuid, after: input.after, count: input.count + 1 };
      const rows = await world.read(({ db }) => listAuthorizations(db, page));
      const shown = rows.slice(0, input.count);
      const next = rows.length > shown.length ? (shown.at(-1)?.uuid ?? null) : null;
      return { authorizations: shown.map(view), next };
    },
  }),
  controlRoute({
    method: "GET",
    path: "/authorizations/one",
    summary: "One decision, with the half-signed transaction that it was about.",
    input: z.object({ uuid: z.uuid() }),
    output: Authorization.extend({ request: request.extend({ tx_hex: z.string() }) }),
    run: async ({ world }, { uuid }) => {
      const row = await world.read(({ db }) => findAuthorization(db, uuid));
      if (!row) throw notFound();
      return view(row);
    },
  }),
  controlRoute({
    method: "GET",
    path: "/authorizer",
    summary: "The address to give to verifymessage for what AMP sends to issuers' endpoints.",
    input: z.object({}),
    output: z.object({ address: z.string() }),
    run: async ({ world }) => ({ address: (await loadAuthorizer(world)).address }),
  }),
  controlRoute({
    method: "POST",
    path: "/authorizer/ask",
    summary:
      "Signs a message as AMP does and asks an issuer's endpoint about it, for a try; nothing is recorded and nothing moves.",
    input: z.object({
      /** Without /issuerauthorizer. */
      endpoint: z.url({ protocol: /^https?$/ }).max(500),
      message: z.record(z.string(), z.unknown()),
      /** Sends the signature of another text. */
      breaks_signature: z.boolean().default(false),
    }),
    output: z.object({
      address: z.string(),
      status: z.int().nullable(),
      ms: z.int(),
      answer: z.string().nullable(),
      words: z.string(),
    }),
    run: async ({ world }, { endpoint, message, breaks_signature }) => {
      const authorizer = await loadAuthorizer(world);
      const text = canonicalJson(message);
      const signature = authorizer.sign(breaks_signature ? `${text} ` : text);
      const body = canonicalJson({ message, signature });
      const verdict = await askEndpoint(endpoint, body, world.env.authorizerTimeoutMs ?? ASK_TIMEOUT_MS);
      return { address: authorizer.address, ...verdict };
    },
  }),
];

const view = (row: NonNullable<Awaited<ReturnType<typeof findAuthorization>>>) => ({
  uuid: row.uuid,
  asset_uuid: row.assetUuid,
  created_at: row.createdAt,
  from_gaid: row.fromGaid,
  request: row.request,
  server_result: row.serverResult,
  endpoint: row.endpoint,
  endpoint_status: row.endpointStatus,
  endpoint_ms: row.endpointMs,
  endpoint_answer: row.endpointAnswer,
  approved: row.isApproved,
  reasons: row.reasons,
  txid: row.txid,
});

import { z } from "zod";
import { hex64, isoTime, sats, wire } from "./wire";

/** What AMP decided about transfers of investors. */

/** One rule that was looked at, in the sandbox's words. */
export const Reason = z.object({ rule: z.string(), passed: z.boolean(), words: z.string() });
export type Reason = z.output<typeof Reason>;

const party = {
  amount: sats,
  /** null for an address that belongs to no GAID. */
  gaid: z.string().nullable(),
  isTreasury: z.boolean(),
  registeredUser: z.int().nullable(),
};
export const DecisionInput = wire({ vin: z.int(), ...party });
export type DecisionInput = z.output<typeof DecisionInput>;
export const DecisionOutput = wire({ vout: z.int(), ...party });
export type DecisionOutput = z.output<typeof DecisionOutput>;

const request = {
  uuid: z.uuid(),
  assetId: hex64,
  inputs: z.array(DecisionInput),
  outputs: z.array(DecisionOutput),
};

const shape = {
  uuid: z.uuid(),
  assetUuid: z.uuid(),
  createdAt: isoTime,
  fromGaid: z.string(),
  /** AMP's own verdict; null when a rule refused that no endpoint can override. */
  serverResult: z.boolean().nullable(),
  /** The issuer's endpoint that was asked, if one was. */
  endpoint: z.string().nullable(),
  endpointStatus: z.int().nullable(),
  endpointMs: z.int().nullable(),
  endpointAnswer: z.string().nullable(),
  approved: z.boolean(),
  reasons: z.array(Reason),
  txid: hex64.nullable(),
};

export const Decision = wire({ ...shape, request: wire(request) });
export type Decision = z.output<typeof Decision>;

/** GET /authorizations; `next` is the decision to go on after. */
export const Decisions = z.object({ authorizations: z.array(Decision), next: z.uuid().nullable() });

/** GET /authorizations/one: with the transaction as the holder signed it. */
export const WholeDecision = wire({ ...shape, request: wire({ ...request, txHex: z.string() }) });
export type WholeDecision = z.output<typeof WholeDecision>;

/** POST /authorizer/ask: what an issuer's endpoint answered to a sample. */
export const AskedEndpoint = wire({
  address: z.string().min(1),
  /** null without an answer. */
  status: z.int().nullable(),
  ms: z.int(),
  answer: z.string().nullable(),
  words: z.string(),
});
export type AskedEndpoint = z.output<typeof AskedEndpoint>;

/** GET /authorizer: whose signature the issuer's endpoint finds. */
export const ServiceKey = z.object({ address: z.string().min(1) });
export type ServiceKey = z.output<typeof ServiceKey>;

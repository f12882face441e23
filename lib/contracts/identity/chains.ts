import { z } from "zod";
import { wire } from "@/lib/contracts/wire";
import { long, longOrZero, text } from "./values";

/** POST /user/whitelist */
export const WhitelistRequest = wire({ issuerAddress: text, chainId: longOrZero });
export type WhitelistRequest = z.output<typeof WhitelistRequest>;

/** POST /faucet/{chainId}; the whole body may be missing. */
export const FaucetRequest = wire({ reCaptchaToken: text.nullish() });
export type FaucetRequest = z.output<typeof FaucetRequest>;

const ChainTaskKind = z.enum(["whitelist", "faucet", "auto_invest"]);

/** What was asked for on chains and what became of it. */
export const ChainTask = wire({
  id: z.string(),
  kind: ChainTaskKind,
  chainId: long,
  /** The issuer or the campaign; null for the faucet. */
  contractAddress: z.string().nullable(),
  /** `expired` and `failed` are final, `given_up` after several tries. */
  state: z.enum(["queued", "sending", "sent", "confirmed", "failed", "given_up", "expired"]),
  hash: z.string().nullable(),
  reason: z.string().nullable(),
  requestedAt: z.iso.datetime(),
  updatedAt: z.iso.datetime(),
});
export type ChainTask = z.output<typeof ChainTask>;

/** GET /user/chain-tasks; newest first. */
export const ChainTaskList = wire({ tasks: z.array(ChainTask) });
export type ChainTaskList = z.output<typeof ChainTaskList>;

/** What needs the operator: work on a chain that ended and reached nobody, as far as is known. */
export const OperatorTask = wire({
  id: z.string(),
  kind: ChainTaskKind,
  chainId: long,
  /** The issuer or the campaign; null for the faucet. */
  contractAddress: z.string().nullable(),
  wallets: z.array(z.string()),
  /** `unknown`: something else used the operator's nonce, or its transaction left no trace. */
  state: z.enum(["given_up", "unknown"]),
  /** How often it failed. */
  failures: z.number().int(),
  hash: z.string().nullable(),
  reason: z.string().nullable(),
  requestedAt: z.iso.datetime(),
  endedAt: z.iso.datetime(),
});
export type OperatorTask = z.output<typeof OperatorTask>;

/** GET /operator/tasks; newest end first, at most 500. */
export const OperatorTaskList = wire({ tasks: z.array(OperatorTask) });
export type OperatorTaskList = z.output<typeof OperatorTaskList>;

/** POST /operator/tasks/{id}/retry: `confirmed`, `failed` and `sent` are what the chain said when it was asked again. */
export const TaskRetry = wire({
  id: z.string(),
  state: z.enum(["queued", "sent", "confirmed", "failed"]),
});
export type TaskRetry = z.output<typeof TaskRetry>;

/** GET /chains: what can be done where. */
export const ChainList = wire({
  chains: z.array(
    wire({
      chainId: long,
      name: z.string(),
      whitelist: z.boolean(),
      faucet: z.boolean(),
      autoInvest: z.boolean(),
    }),
  ),
  recaptchaSiteKey: z.string().nullable(),
  testKyc: z.boolean(),
  /** Whether Pinata is set up: GET /user/pinata gives keys for uploads. */
  documents: z.boolean(),
});
export type ChainList = z.output<typeof ChainList>;

import { z } from "zod";
import { hex64, sats, wire } from "../wire";

/** What AMP sends to an issuer's endpoint before it co-signs a transfer, and what it wants to hear. Contract: section 4 */

const row = {
  amount: sats,
  /** null for an address that belongs to no GAID. */
  gaid: z.string().nullable(),
  isTreasury: z.boolean(),
  registeredUser: z.int().nullable(),
  /** The older name of the same id. */
  investor: z.int().nullable(),
};

export const AuthorizationInput = wire({ vin: z.int().nonnegative(), ...row });
export type AuthorizationInput = z.output<typeof AuthorizationInput>;

export const AuthorizationOutput = wire({ vout: z.int().nonnegative(), ...row });
export type AuthorizationOutput = z.output<typeof AuthorizationOutput>;

/** One transfer: the rows of its asset alone, change to the sender among the outputs. */
export const TransferRequest = wire({
  uuid: z.uuid(),
  assetId: hex64,
  /** Blinded, signed by the sender alone. */
  txHex: z.string(),
  inputs: z.array(AuthorizationInput),
  outputs: z.array(AuthorizationOutput),
});
export type TransferRequest = z.output<typeof TransferRequest>;

/** What is signed, in its canonical JSON text. `serverResult` is AMP's own verdict. */
export const AuthorizationMessage = wire({ request: TransferRequest, serverResult: z.boolean() });
export type AuthorizationMessage = z.output<typeof AuthorizationMessage>;

/** Issuer: POST {issuer_authorization_endpoint}/issuerauthorizer */
export const AuthorizationRequest = wire({ message: AuthorizationMessage, signature: z.base64() });
export type AuthorizationRequest = z.output<typeof AuthorizationRequest>;

/** The issuer's answer; `error` is empty (or missing) on approval and otherwise the reason. */
export const AuthorizationResult = wire({ result: z.boolean(), error: z.string().nullish() });
export type AuthorizationResult = z.output<typeof AuthorizationResult>;

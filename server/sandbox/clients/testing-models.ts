import { z } from "zod";

/**
 * The third-party Rust client's own view of AMP's answers, as strict as its deserialiser: a key that is missing or of
 * another type ends a call, further keys do not matter. Written from the contract, not from the desk's schemas.
 */
const id = z.int();
const sats = z.int();
const hex64 = z.string().regex(/^[0-9a-f]{64}$/);
const time = z.string().regex(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{6}Z$/);
const orNull = <S extends z.ZodType>(schema: S) => z.union([schema, z.null()]);
const text = z.string();
const status = z.enum(["UNCONFIRMED", "CONFIRMED"]);

export const Outpoint = z.object({ txid: hex64, vout: z.int() });

export const Asset = z.object({
  name: text,
  asset_uuid: z.uuid(),
  issuer: id,
  asset_id: hex64,
  reissuance_token_id: orNull(hex64),
  requirements: z.array(id),
  ticker: orNull(text),
  precision: z.int(),
  domain: orNull(text),
  pubkey: orNull(text),
  is_registered: z.boolean(),
  is_authorized: z.boolean(),
  is_locked: z.boolean(),
  issuer_authorization_endpoint: orNull(text),
  transfer_restricted: z.boolean(),
});

export const IssueResponse = z.object({
  ...{ name: text, amount: sats, destination_address: text, domain: text, ticker: text, pubkey: text },
  ...{ is_confidential: z.boolean(), is_reissuable: z.boolean(), reissuance_amount: sats },
  ...{ reissuance_address: text, precision: z.int(), asset_id: hex64, reissuance_token_id: orNull(hex64) },
  ...{ asset_uuid: z.uuid(), txid: hex64, vin: z.int(), asset_vout: z.int() },
  ...{ reissuance_vout: orNull(z.int()), issuer_authorization_endpoint: orNull(text) },
  ...{ transfer_restricted: z.boolean(), issuance_assetblinder: hex64 },
  issuance_tokenblinder: orNull(hex64),
});

export const RegisteredUser = z.object({
  ...{ id, GAID: orNull(text), is_company: z.boolean(), name: text, categories: z.array(id), creator: id },
});

export const Category = z.object({
  ...{ id, name: text, description: orNull(text), registered_users: z.array(id), assets: z.array(z.uuid()) },
});

export const Assignment = z.object({
  ...{ id, registered_user: id, amount: sats, receiving_address: orNull(text) },
  ...{ distribution_uuid: orNull(z.uuid()), ready_for_distribution: z.boolean() },
  ...{ vesting_datetime: orNull(text), vesting_timestamp: orNull(z.int()), has_vested: z.boolean() },
  ...{ is_distributed: z.boolean(), creator: id, GAID: orNull(text), investor: z.int().optional() },
});

export const Distribution = z.object({
  distribution_uuid: z.uuid(),
  distribution_status: status,
  transactions: z.array(
    z.object({
      txid: hex64,
      transaction_status: status,
      included_blockheight: z.int(),
      confirmed_datetime: time,
      assignments: z.array(z.object({ registered_user: id, amount: sats, vout: z.int() })),
    }),
  ),
});

export const Ownership = z.object({ owner: orNull(text), amount: sats, GAID: orNull(text) });

export const Balance = z.object({
  confirmed_balance: z.array(Ownership),
  lost_outputs: z.array(Outpoint),
  reissuance_lost_outputs: z.array(Outpoint),
});

export const Summary = z.object({
  ...{ asset_id: hex64, reissuance_token_id: orNull(hex64), issued: sats, reissued: sats, assigned: sats },
  ...{ distributed: sats, burned: sats, blacklisted: sats, registered_users: z.int() },
  ...{ active_registered_users: z.int(), active_green_subaccounts: z.int(), reissuance_tokens: sats },
});

const side = {
  ...{ asset_id: hex64, amount: sats, asset_blinder: hex64, amount_blinder: hex64 },
  ...{ registered_user: orNull(id), GAID: orNull(text), is_treasury: z.boolean() },
};

export const AssetTx = z.object({
  ...{ txid: hex64, datetime: time, blockheight: z.int() },
  ...{ is_issuance: z.boolean(), is_reissuance: z.boolean(), is_distribution: z.boolean() },
  inputs: z.array(z.object({ ...side, vin: z.int(), prev_txid: hex64, prev_vout: z.int() })),
  outputs: z.array(z.object({ ...side, vout: z.int(), is_spent: z.boolean(), is_burnt: z.boolean() })),
  unblinded_url: text,
});

export const Manager = z.object({ username: text, id, is_locked: z.boolean(), assets: z.array(z.uuid()) });
export const GaidBalance = z.object({ asset_uuid: z.uuid(), asset_id: hex64, balance: sats });
export const Changelog = z.record(z.string().regex(/^0\.1\.\d+$/), text);
export const ReissueResult = z.object({ txid: hex64, vin: z.int(), reissuance_amount: sats });

export const Reissuance = z.object({
  ...{ txid: hex64, vout: z.int(), destination_address: text, reissuance_amount: sats },
  ...{ confirmed_in_block: text, created: time },
});

export const Activity = z.object({
  ...{ type: text, datetime: time, description: text, txid: hex64, vout: z.int(), blockheight: z.int() },
  ...{ asset_blinder: hex64, amount_blinder: hex64, "registered user": orNull(id), GAID: orNull(text) },
  amount: sats,
});

export const Utxo = z.object({
  ...{ txid: hex64, vout: z.int(), asset: hex64, amount: sats, registered_user: orNull(id) },
  ...{ gaid: orNull(text), blacklisted: z.boolean() },
});

import { z } from "zod";
import { Reason } from "./control-decisions";
import { hex64, isoTime, sats, wire } from "./wire";

/** Investors' wallets of the sandbox. Amounts are whole sats. */

/** Sats that come in are positive, those that go out negative. */
const netSats = z.codec(z.int(), z.bigint(), { decode: BigInt, encode: Number });

const asset = {
  /** null for what AMP does not manage. */
  assetUuid: z.uuid().nullable(),
  assetId: hex64,
  name: z.string().nullable(),
};

/** POST /wallets {"count": n, "label": "…"} */
export const MadeWallets = z.object({ gaid: z.string().min(1), gaids: z.array(z.string().min(1)) });
export type MadeWallets = z.output<typeof MadeWallets>;

export const InvestorWallet = wire({
  gaid: z.string().min(1),
  label: z.string().nullable(),
  createdAt: isoTime,
  /** `blacklisted` is a part of `amount`. */
  balances: z.array(wire({ ...asset, amount: sats, blacklisted: sats })),
});
export type InvestorWallet = z.output<typeof InvestorWallet>;

/** GET /wallets; `next` is the GAID to go on after. */
export const InvestorWallets = z.object({ wallets: z.array(InvestorWallet), next: z.string().nullable() });

/** POST /wallets/address */
export const WalletAddress = z.object({ address: z.string().min(1) });
export type WalletAddress = z.output<typeof WalletAddress>;

export const Movement = wire({
  txid: hex64,
  at: isoTime,
  /** null in the mempool. */
  blockheight: z.int().nullable(),
  /** The decision that let it happen; null when nobody asked AMP. */
  authorization: z.uuid().nullable(),
  changes: z.array(wire({ ...asset, type: z.enum(["receive", "send"]), amount: netSats })),
});
export type Movement = z.output<typeof Movement>;

/** GET /wallets/history; `next` asks for older ones. */
export const Movements = z.object({ movements: z.array(Movement), next: z.int().nullable() });

/** POST /wallets/send: 200 when AMP let it pass, 400 with the same body and `error` when it did not. */
export const SendDecision = z.object({
  approved: z.boolean(),
  authorization: z.uuid(),
  txid: hex64.nullable(),
  reasons: z.array(Reason),
});
export type SendDecision = z.output<typeof SendDecision>;

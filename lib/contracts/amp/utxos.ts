import { z } from "zod";
import { hex64, outpoint, sats, wire } from "@/lib/contracts/wire";
import { withAliases } from "./aliases";

/** A tracked unspent output. A treasury output has neither user nor GAID. */
export const Utxo = withAliases(
  wire({
    txid: hex64,
    vout: z.int().nonnegative(),
    asset: hex64,
    amount: sats,
    registeredUser: z.int().nullable(),
    gaid: z.string().nullable(),
    blacklisted: z.boolean(),
  }),
  { registered_user: ["investor"], gaid: ["GAID"] },
);
export type Utxo = z.output<typeof Utxo>;

export const Outpoints = z.array(outpoint);
export type Outpoints = z.output<typeof Outpoints>;

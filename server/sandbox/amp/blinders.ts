import { UNKNOWN_BLINDER } from "@/lib/contracts/amp/transactions";
import { trackedOutputs } from "../db/amp-tables";
import { findOutputs, isOutpoint } from "./books";
import type { Handlers } from "./call";
import { refused } from "./refusal";

export const blinderHandlers = {
  /** Fills in what AMP shows as zeros; the same blinders again change nothing. */
  async updateBlinders({ unit, asset, body }) {
    const { assetBlinder, amountBlinder } = body;
    const [known] = await findOutputs(unit.db, asset.uuid, [body]);
    if (!known) throw refused("The output is unknown: it belongs to no transaction of this asset.");
    if (!(await unit.ledger.opensOutput(body, { assetBlinder, amountBlinder })))
      throw refused("The blinders do not open the output.");
    if (known.amountBlinder !== UNKNOWN_BLINDER) return;
    await unit.db.update(trackedOutputs).set({ assetBlinder, amountBlinder }).where(isOutpoint(body));
  },
} satisfies Handlers;

import { randomUUID } from "node:crypto";
import { eq } from "drizzle-orm";
import type { DistributionOrder } from "@/lib/contracts/amp/distributions";
import { assignments, distributions } from "../db/amp-tables";
import { changeAsset } from "./asset-store";
import { changeAssignment, distributableAssignments } from "./assignment-store";
import type { Call, Handlers } from "./call";
import { confirmDistribution } from "./distribution-confirm";
import {
  type DistributionRow,
  findDistribution,
  viewDistribution,
  viewDistributions,
} from "./distribution-store";
import { orderHead } from "./order-head";
import { notFound, refused } from "./refusal";

type DistributionCall = Pick<Call<"getDistribution">, "unit" | "asset" | "params">;

async function find({ unit, asset, params }: DistributionCall): Promise<DistributionRow> {
  const row = await findDistribution(unit.db, asset.uuid, params.distributionUuid ?? "");
  if (!row) throw notFound();
  return row;
}

/** Gives each taken assignment a fresh address of the user's default GAID. */
async function take({ unit, asset }: Call<"createDistribution">, distributionUuid: string) {
  const taken = await distributableAssignments(unit.db, asset);
  const amounts: Record<string, bigint> = {};
  for (const { id, amountSats, gaid } of taken) {
    if (gaid === null) continue;
    const receivingAddress = await unit.ledger.nextGaidAddress(gaid);
    await changeAssignment(unit.db, id, { distributionUuid, receivingAddress, receivingGaid: gaid });
    amounts[receivingAddress] = amountSats;
  }
  return amounts;
}

export const distributionHandlers = {
  listDistributions: ({ unit, asset }) => viewDistributions(unit.db, asset.uuid),

  async createDistribution(call) {
    const { unit, env, asset } = call;
    if (!asset.isAuthorized) throw refused("The asset is not authorized yet.");
    if (asset.isLocked) throw refused("The asset is locked.");
    if (env.switches.noDistributionAfterCancel && asset.hasCancelled)
      throw refused("A distribution of the asset was cancelled.");
    const distributionUuid = randomUUID();
    const mapAddressAmount = await take(call, distributionUuid);
    const addresses = Object.keys(mapAddressAmount);
    if (addresses.length === 0) return { error: "No assignments are ready for distribution." };
    await unit.db.insert(distributions).values({ uuid: distributionUuid, assetUuid: asset.uuid });
    const order: DistributionOrder = {
      command: "distribute",
      ...orderHead(env, asset),
      distributionUuid,
      mapAddressAmount,
      mapAddressAsset: Object.fromEntries(addresses.map((address) => [address, asset.assetId])),
    };
    return order;
  },

  async getDistribution(call) {
    const { uuid } = await find(call);
    const view = await viewDistribution(call.unit.db, uuid);
    if (!view) throw notFound();
    return view;
  },

  async confirmDistribution(call) {
    await confirmDistribution(call.unit, call.asset, await find(call), call.body);
  },

  async cancelDistribution(call) {
    const { uuid, txid } = await find(call);
    if (txid !== null) throw refused("The distribution is already confirmed.");
    const { db } = call.unit;
    await db
      .update(assignments)
      .set({ distributionUuid: null, receivingAddress: null, receivingGaid: null })
      .where(eq(assignments.distributionUuid, uuid));
    await db.delete(distributions).where(eq(distributions.uuid, uuid));
    await changeAsset(db, call.asset.uuid, { hasCancelled: true });
  },
} satisfies Handlers;

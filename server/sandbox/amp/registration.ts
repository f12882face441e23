import { z } from "zod";
import { RegistryContract } from "@/lib/contracts/amp/registration";
import type { SandboxDb } from "../db/client";
import { contractHash } from "../registry/contract";
import { checkDomain } from "../registry/domain-proof";
import { contractOf } from "../registry/entry";
import { RegistryRefusal } from "../registry/refusal";
import { claimOf, type RegistryRequest, storeEntry, verifyIssuance } from "../registry/registering";
import { findEntry } from "../registry/store";
import type { World } from "../world";
import type { Account } from "./accounts";
import { type AssetRow, findAsset } from "./asset-store";
import { changeAndView } from "./assets";
import type { Handlers } from "./call";
import { notFound, refused } from "./refusal";

/** The official text says more than two, one more than everywhere else. */
const AUTHORIZE_CONFIRMATIONS = 3;
const RELAXED_CONFIRMATIONS = 2;

interface Asking {
  account: Account;
  params: Record<string, string>;
}

export const registrationHandlers = {
  /** The domain has been asked by `askDomain`; everything else is looked at again, now under the lock. */
  async registerAsset({ unit, asset }) {
    const request = registryRequest(asset);
    if (!(await isPublished(unit.db, request))) await inAmpsWords(() => storeEntry(unit, request));
    return changeAndView(unit.db, asset.uuid, { isRegistered: true });
  },

  async authorizeAsset({ unit, env, asset }) {
    if (asset.isAuthorized) throw refused("The asset is already authorized.");
    const wanted = env.switches.authorizeAtTwo ? RELAXED_CONFIRMATIONS : AUTHORIZE_CONFIRMATIONS;
    const issuance = await unit.ledger.transaction(asset.issuanceTxid);
    if ((issuance?.confirmations ?? 0) < wanted)
      throw refused(
        `The issuance transaction needs ${wanted} confirmations before the asset can be authorized.`,
      );
    return changeAndView(unit.db, asset.uuid, { isAuthorized: true });
  },
} satisfies Handlers;

/** Fetches the proof from the asset's domain before `registerAsset` is carried out; a slow site delays this call alone. */
export async function askDomain(world: World, { account, params }: Asking): Promise<void> {
  const { assetUuid = "" } = params;
  await inAmpsWords(async () => {
    const claim = await world.read(async (unit) => {
      const asset = await findAsset(unit.db, account.issuerId, assetUuid);
      if (!asset) throw notFound();
      const request = registryRequest(asset);
      if (await isPublished(unit.db, request)) return null;
      return claimOf(request, await verifyIssuance(unit, request));
    });
    if (claim) await checkDomain(world, claim);
  });
}

/** @throws AmpRefusal when the asset is registered already or was issued without what the registry wants */
function registryRequest(asset: AssetRow): RegistryRequest {
  const { assetId, domain, ticker, pubkey, name, precision } = asset;
  if (asset.isRegistered) throw refused("The asset is already registered.");
  if (!domain || !ticker || !pubkey)
    throw refused("The asset was issued without domain, ticker and pubkey and cannot be registered.");
  const contract = { entity: { domain }, issuerPubkey: pubkey, name, precision, ticker, version: 0 as const };
  return { assetId, contract: z.encode(RegistryContract, contract), method: "http" };
}

/** Whether somebody gave the registry this very contract before, past AMP. */
async function isPublished(db: SandboxDb, { assetId, contract }: RegistryRequest): Promise<boolean> {
  const entry = await findEntry(db, assetId);
  return entry !== null && contractHash(contractOf(entry)) === contractHash(contract);
}

/** The registry's text becomes AMP's `Error`. */
async function inAmpsWords<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    throw error instanceof RegistryRefusal ? refused(error.message) : error;
  }
}

import type { SandboxDb } from "../db/client";
import { parseAddress } from "./address";
import { chainTip, mineBlocks } from "./blocks";
import { type Draft, sameOutpoint } from "./coin";
import { newGaid } from "./gaid";
import { issueAsset } from "./issuing";
import { createOwner, findOwner, findScripts, GREEN_SERVICE, gaidOwner, newScript } from "./keyring";
import { pay } from "./payment";
import { type Ledger, LedgerError, type LiquidNetwork } from "./port";
import { findBlock, findOutput, unspentOf } from "./store";
import { loadTransaction, toLedgerOutput } from "./views";

/** The ledger of the port, on PostgreSQL; `db` is one open transaction. */
export function createLedger(db: SandboxDb, network: LiquidNetwork): Ledger {
  return {
    network,
    tip: () => chainTip(db),
    blockAt: (height) => findBlock(db, height),
    mine: (count) => mineBlocks(db, count),
    transaction: (txid) => loadTransaction(db, txid),
    output: async (outpoint) => {
      const row = await findOutput(db, outpoint);
      return row && toLedgerOutput(row);
    },
    issueAsset: (request) => issueAsset(db, network, request),
    createGaid: async () => {
      const gaid = newGaid();
      await createOwner(db, gaidOwner(gaid));
      return gaid;
    },
    isKnownGaid: async (gaid) => (await findOwner(db, gaidOwner(gaid))) !== null,
    nextGaidAddress: async (gaid) => (await newScript(db, network, gaidOwner(gaid))).address,
    gaidsOfScripts: (scriptHexes) => gaidsOfScripts(db, scriptHexes),
    transferFromGaid: (request) => transferFromGaid(db, network, request),
    scriptOf: (address) => parseAddress(address, network).scriptHex,
    isConfidentialAddress: (address) => parseAddress(address, network).blindingKey !== null,
  };
}

async function gaidsOfScripts(db: SandboxDb, scriptHexes: string[]): Promise<Map<string, string>> {
  const prefix = gaidOwner("");
  const rows = [...(await findScripts(db, scriptHexes)).values()];
  return new Map(
    rows
      .filter(({ owner }) => owner.startsWith(prefix))
      .map(({ scriptHex, owner }) => [scriptHex, owner.slice(prefix.length)]),
  );
}

type Transfer = Parameters<Ledger["transferFromGaid"]>[0];

async function transferFromGaid(db: SandboxDb, network: LiquidNetwork, request: Transfer) {
  const { gaid, assetId, onlyOutpoints } = request;
  if (!(await findOwner(db, gaidOwner(gaid)))) throw new LedgerError("unknown", "The GAID is not known.");
  const coins = (await unspentOf(db, gaidOwner(gaid))).filter(
    (coin) => !onlyOutpoints || onlyOutpoints.some((outpoint) => sameOutpoint(outpoint, coin)),
  );
  const feeCoins = await unspentOf(db, GREEN_SERVICE);
  const outputs = request.outputs.map(({ address, amountSats }): Draft => {
    const { scriptHex, blindingKey } = parseAddress(address, network);
    return { kind: "payment", scriptHex, blindingKey, assetId, amountSats };
  });
  const { txid } = await pay(db, network, { coins, feeCoins, outputs });
  return { txid };
}

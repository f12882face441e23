import type { SandboxDb } from "../db/client";
import { parseAddress } from "./address";
import { chainTip, mineBlocks, rememberTip } from "./blocks";
import { conflictedAmong } from "./conflict-store";
import { newGaid } from "./gaid";
import { completeFromGaid, prepareFromGaid } from "./gaid-payment";
import { issueAsset } from "./issuing";
import { createOwner, findOwner, findScripts, gaidOwner, newScript } from "./keyring";
import { opensOutput } from "./opening";
import type { Ledger, LiquidNetwork } from "./port";
import { reorganise } from "./reorganise";
import { findBlock, findOutput, unspentOf } from "./store";
import { loadTransaction, toLedgerOutput } from "./views";

/** The ledger of the port, on PostgreSQL; `db` is one open transaction. */
export function createLedger(db: SandboxDb, network: LiquidNetwork): Ledger {
  rememberTip(db);
  return {
    network,
    tip: () => chainTip(db),
    blockAt: (height) => findBlock(db, height),
    mine: (count) => mineBlocks(db, count),
    reorganise: (request) => reorganise(db, network, request),
    conflictedTxids: (txids) => conflictedAmong(db, txids),
    transaction: (txid) => loadTransaction(db, txid),
    output: async (outpoint) => {
      const row = await findOutput(db, outpoint);
      return row && toLedgerOutput(row);
    },
    opensOutput: (outpoint, blinders) => opensOutput(db, outpoint, blinders),
    // every opening of the own chain is known from the start
    learn: async () => {},
    issueAsset: (request) => issueAsset(db, network, request),
    createGaid: async () => {
      const gaid = newGaid();
      await createOwner(db, gaidOwner(gaid));
      return gaid;
    },
    isKnownGaid: async (gaid) => (await findOwner(db, gaidOwner(gaid))) !== null,
    nextGaidAddress: async (gaid) => (await newScript(db, network, gaidOwner(gaid))).address,
    gaidsOfScripts: (scriptHexes) => gaidsOfScripts(db, scriptHexes),
    ownersOfScripts: async (scriptHexes) =>
      new Map([...(await findScripts(db, scriptHexes))].map(([script, { owner }]) => [script, owner])),
    unspentOfGaid: async (gaid, assetId) =>
      (await unspentOf(db, gaidOwner(gaid))).filter((coin) => coin.assetId === assetId),
    prepareFromGaid: (request) => prepareFromGaid(db, network, request),
    completeFromGaid: (signed) => completeFromGaid(db, network, signed),
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

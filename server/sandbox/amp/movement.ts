import {
  type LedgerIssuance,
  type LedgerOutput,
  type LedgerTransaction,
  UNKNOWN_ASSET,
  UNKNOWN_SATS,
} from "../ledger/port";
import type { Unit } from "../world";
import type { AssetRow } from "./asset-store";
import type { AssignmentRow } from "./assignment-store";
import { findOutputs } from "./books";
import { treasuryScripts } from "./treasury-address-store";

/** What a transaction does to one asset and its token, in the eyes of the books that do not have it yet. */
export interface Movement {
  tx: LedgerTransaction;
  spent: LedgerOutput[];
  spentTokens: LedgerOutput[];
  /** Whether everything it spends of the asset and of the token is the treasury's, and unspent in the books. */
  isFromTreasury: boolean;
  /** Outputs of the asset to anybody else. */
  payments: LedgerOutput[];
  /** Outputs of the asset back to the treasury: the spender's own scripts and treasury addresses. */
  change: LedgerOutput[];
  burnt: LedgerOutput[];
  keptTokens: LedgerOutput[];
  lostTokens: LedgerOutput[];
  /** Outputs of which nobody has told AMP what they hold; on the sandbox's own chain there are none. */
  hidden: LedgerOutput[];
  reissuances: LedgerIssuance[];
}

export async function readMovement(unit: Unit, asset: AssetRow, tx: LedgerTransaction): Promise<Movement> {
  const prevouts = tx.inputs.map(({ prevout }) => prevout);
  const spent = prevouts.filter((output) => output.assetId === asset.assetId);
  const spentTokens = prevouts.filter((output) => output.assetId === asset.tokenId);
  const isKept = await treasuryTest(unit, asset, tx, [...spent, ...spentTokens]);
  const made = tx.outputs.filter((output) => output.assetId === asset.assetId);
  const tokens = tx.outputs.filter((output) => output.assetId === asset.tokenId);
  return {
    tx,
    spent,
    spentTokens,
    isFromTreasury: await isTreasury(unit, asset, [...spent, ...spentTokens]),
    payments: made.filter((output) => output.kind !== "burn" && !isKept(output)),
    change: made.filter(isKept),
    burnt: made.filter((output) => output.kind === "burn"),
    keptTokens: tokens.filter(isKept),
    lostTokens: tokens.filter((output) => !isKept(output)),
    hidden: tx.outputs.filter((output) => output.assetId === UNKNOWN_ASSET),
    reissuances: tx.issuances.filter(
      (issuance) => issuance.isReissuance && issuance.assetId === asset.assetId,
    ),
  };
}

async function isTreasury({ db }: Unit, asset: AssetRow, spent: LedgerOutput[]): Promise<boolean> {
  const tracked = await findOutputs(db, asset.uuid, spent);
  return (
    tracked.length === spent.length &&
    tracked.every((output) => output.gaid === null && output.spentTxid === null && !output.isBurnt)
  );
}

/** A GAID's script is a holder's, even where the issuer calls it a treasury address. */
async function treasuryTest(
  { db, ledger }: Unit,
  asset: AssetRow,
  tx: LedgerTransaction,
  spent: LedgerOutput[],
) {
  const scripts = [...tx.outputs, ...spent].map((output) => output.scriptHex);
  const owners = await ledger.ownersOfScripts(scripts);
  const told = await treasuryScripts(db, asset.uuid, scripts);
  const spenders = new Set(spent.map((output) => owners.get(output.scriptHex)));
  return ({ kind, scriptHex }: LedgerOutput): boolean => {
    if (kind !== "payment") return false;
    const owner = owners.get(scriptHex);
    if (owner?.startsWith("gaid:")) return false;
    return told.has(scriptHex) || (owner !== undefined && spenders.has(owner));
  };
}

export const totalSats = (outputs: { amountSats: bigint }[]): bigint =>
  outputs.reduce((total, { amountSats }) => total + amountSats, 0n);

/** Why the movement is no burn from the treasury; null when it is one. */
export function burnProblem(movement: Movement): string | null {
  if (movement.burnt.length === 0) return "The transaction burns nothing of this asset.";
  return sourceProblem(movement) ?? reissuanceFree(movement) ?? strangerProblem(movement);
}

/** Why the movement is no reissuance that keeps its token; null when it is one. */
export function reissuanceProblem(movement: Movement): string | null {
  const { reissuances, spentTokens, isFromTreasury, keptTokens, lostTokens, hidden, burnt } = movement;
  if (reissuances.length === 0) return "The transaction is no reissuance of this asset.";
  if (reissuances.length > 1) return "The transaction reissues the asset more than once.";
  if (spentTokens.length === 0 || !isFromTreasury)
    return "The transaction does not spend tracked outputs of the treasury.";
  const isTokenHidden = keptTokens.length === 0 && hidden.length > 0;
  if ((keptTokens.length === 0 && !isTokenHidden) || lostTokens.length > 0)
    return "No reissuance token returns to the treasury.";
  if (keptTokens.length > 1) return "The transaction splits the reissuance tokens.";
  if (burnt.length > 0) return "The transaction burns some of the asset too.";
  return strangerProblem(movement);
}

/**
 * Why a confirm has told too little: every sat of the asset and of its token that went in must be seen to come out. null
 * when it is.
 */
export function hiddenProblem(movement: Movement): string | null {
  const { spent, payments, change, burnt, spentTokens, keptTokens, lostTokens, reissuances } = movement;
  if (reissuances.some(({ amountSats }) => amountSats === UNKNOWN_SATS))
    return "The reissued amount is hidden, and listissuances does not open it.";
  const left = totalSats(spent) + totalSats(reissuances) - totalSats([...payments, ...change, ...burnt]);
  const leftTokens = totalSats(spentTokens) - totalSats([...keptTokens, ...lostTokens]);
  if (left === 0n && leftTokens === 0n) return null;
  return `${left} sats of the asset and ${leftTokens} of its token are in outputs that the confirm does not open.`;
}

/** Why the movement does not pay exactly these assignments from the treasury; null when it does. */
export function distributionProblem(
  { ledger }: Pick<Unit, "ledger">,
  movement: Movement,
  ordered: AssignmentRow[],
): string | null {
  const open = [...movement.payments];
  for (const { receivingAddress, amountSats } of ordered) {
    const script = ledger.scriptOf(receivingAddress ?? "");
    const index = open.findIndex((output) => output.scriptHex === script);
    const [payment] = index < 0 ? [] : open.splice(index, 1);
    if (payment?.amountSats !== amountSats)
      return `The transaction does not pay ${amountSats} sats of the asset to ${receivingAddress}.`;
  }
  const [stranger] = open;
  if (stranger) return strangeOutput(stranger);
  if (movement.burnt.length > 0) return "The transaction burns some of the asset too.";
  return sourceProblem(movement) ?? reissuanceFree(movement);
}

function sourceProblem({ spent, isFromTreasury }: Movement): string | null {
  return spent.length > 0 && isFromTreasury
    ? null
    : "The transaction does not spend tracked outputs of the treasury.";
}

/** A distribution or a burn has no business with the token; what it did to it could not be followed. */
function reissuanceFree({ spentTokens, reissuances }: Movement): string | null {
  return spentTokens.length > 0 || reissuances.length > 0
    ? "The transaction moves reissuance tokens besides."
    : null;
}

function strangerProblem({ payments: [stranger] }: Movement): string | null {
  return stranger ? strangeOutput(stranger) : null;
}

const strangeOutput = ({ vout }: LedgerOutput) =>
  `Output ${vout} of the transaction pays neither the order nor the treasury.`;

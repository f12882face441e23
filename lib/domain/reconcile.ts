import { type Finding, supplyGapSats, type WatchFigures } from "./watch";

/**
 * Lays what AMP, the wallet and the chain say beside each other. Pure: the look reads, asks what `questionsOf` wants
 * to know besides, and gets the findings. Outpoints are written `txid:vout`.
 */

/** Confirmations from which AMP must know a coin. */
const KNOWN_AFTER = 2;
/** Blocks, about an hour, in which somebody may tell AMP of an order that was carried out by hand. */
export const ORDER_BLOCKS = 60;
/** Blocks in which a booked transaction is still looked at; Liquid's are final after two. */
export const WATCHED_BLOCKS = 60;

export interface WalletCoin {
  outpoint: string;
  amountSats: bigint;
  confirmations: number;
  isToken: boolean;
}

/** A transaction that an operation of this desk sent. */
export interface OperationTransaction {
  operationId: string;
  txid: string;
  /** The desk once saw it in a block. */
  wasInBlock: boolean;
  /** AMP has booked it: the desk waits for it no more. */
  isSettled: boolean;
  /** 0 waits, negative is conflicted. `gone`: in no block and out of the mempool; `unknown`: not of this wallet. */
  confirmations: number | "gone" | "unknown";
}

/** One reading of AMP, then the wallet, then AMP again. */
export interface Look {
  figures: WatchFigures;
  /** The treasury's outputs in both readings of AMP. */
  treasury: string[];
  /** Outputs of anybody in either reading of AMP. */
  tracked: ReadonlySet<string>;
  lost: string[];
  lostTokens: string[];
  coins: WalletCoin[];
  /** Where the wallet had the reissuance token before: AMP does not tell its place. */
  knownTokens: string[];
  transactions: OperationTransaction[];
}

/** What became of an output. */
export type Fate =
  /** Still there: locked in the wallet, or at a treasury address outside of it. */
  | { kind: "unspent" }
  /** Spent, but never this wallet's: AMP alone can tell. */
  | { kind: "elsewhere" }
  /** Its own transaction lost against another one, or is gone. */
  | { kind: "never" }
  /** `isOrdered`: an operation or an order asked for it. `by` is null when the wallet does not show who spent it. */
  | { kind: "spent"; by: string | null; isOrdered: boolean };

/** Where a coin came from. */
export type Source = "ordered" | "incoming" | "outside";

interface Questions {
  /** Outputs that should be in the wallet and are not, and those AMP has lost. */
  fates: string[];
  /** Transactions that made coins which AMP does not know. */
  sources: string[];
}

export interface Answers {
  fates: ReadonlyMap<string, Fate>;
  sources: ReadonlyMap<string, Source>;
}

export const txidOf = (outpoint: string): string => outpoint.slice(0, outpoint.indexOf(":"));

const goneFrom = (coins: WalletCoin[], outpoints: string[]): string[] => {
  const held = new Set(coins.map(({ outpoint }) => outpoint));
  return outpoints.filter((outpoint) => !held.has(outpoint));
};

const unknownCoins = ({ coins, tracked }: Look): WalletCoin[] =>
  coins.filter(({ isToken, outpoint }) => !isToken && !tracked.has(outpoint));

const lostOf = ({ lost, lostTokens }: Look): string[] => [...lost, ...lostTokens];

/** What must be looked up before anything is concluded; empty in most looks. */
export const questionsOf = (look: Look): Questions => ({
  fates: [...new Set([...goneFrom(look.coins, [...look.treasury, ...look.knownTokens]), ...lostOf(look)])],
  sources: [...new Set(unknownCoins(look).map(({ outpoint }) => txidOf(outpoint)))],
});

/** What does not add up. What was not answered is not held against anybody. */
export function findingsOf(look: Look, { fates, sources }: Answers): Finding[] {
  const outputs = questionsOf(look).fates.flatMap((outpoint) => outputFinding(look, outpoint, fates));
  const told = new Set(outputs.map(({ txid }) => txid));
  const unknown = unknownCoins(look).flatMap((coin) => {
    const txid = txidOf(coin.outpoint);
    const source = sources.get(txid);
    const isLate = source === "outside" || (source === "incoming" && coin.confirmations >= KNOWN_AFTER);
    return isLate && !told.has(txid) ? [finding("untracked", coin.outpoint, { txid })] : [];
  });
  return [
    ...outputs,
    ...(lacksTokens(look, outputs, fates) ? [finding("tokens", "tokens", { isToken: true })] : []),
    ...unknown,
    ...look.transactions.flatMap(transactionFinding),
    ...supplyFinding(look.figures),
  ];
}

/** What AMP's own answers show, where no wallet is laid beside them. */
export const findingsInBooks = ({
  figures,
  lost,
  lostTokens,
}: Pick<Look, "figures" | "lost" | "lostTokens">): Finding[] => [
  ...lost.map((outpoint) => finding("lost", outpoint)),
  ...lostTokens.map((outpoint) => finding("lost", outpoint, { isToken: true })),
  ...supplyFinding(figures),
];

function supplyFinding(figures: WatchFigures): Finding[] {
  const gap = supplyGapSats(figures);
  return gap === null || gap === 0n ? [] : [finding("supply", "supply")];
}

/** AMP does not tell where tokens are: what the desk knows of them, moved or locked, is told instead. */
function lacksTokens({ figures, knownTokens }: Look, outputs: Finding[], fates: Answers["fates"]): boolean {
  const isExplained =
    outputs.some(({ isToken }) => isToken) ||
    knownTokens.some((outpoint) => fates.get(outpoint)?.kind === "unspent");
  return !isExplained && figures.walletTokens < figures.ampTokens;
}

function outputFinding(look: Look, outpoint: string, fates: Answers["fates"]): Finding[] {
  const fate = fates.get(outpoint);
  const isToken = look.knownTokens.includes(outpoint) || look.lostTokens.includes(outpoint);
  if (fate?.kind === "spent" && !fate.isOrdered) {
    return [finding("moved", outpoint, { txid: fate.by, isToken })];
  }
  if (lostOf(look).includes(outpoint)) return [finding("lost", outpoint, { isToken })];
  // A token's place is only the desk's memory: when its transaction never was, the token is where it was before.
  if (fate?.kind === "never" && !isToken)
    return [finding("conflict", outpoint, { txid: txidOf(outpoint), isToken })];
  return [];
}

function transactionFinding(transaction: OperationTransaction): Finding[] {
  const { confirmations, txid, operationId, wasInBlock, isSettled } = transaction;
  // Another wallet, or a restored one, knows nothing of what was booked before.
  if (confirmations === "unknown" && isSettled && wasInBlock) return [];
  const isLost = typeof confirmations === "string" || confirmations < 0;
  if (isLost) return [finding("conflict", txid, { txid, operationId })];
  return confirmations === 0 && wasInBlock ? [finding("reorganised", txid, { txid, operationId })] : [];
}

const finding = (kind: Finding["kind"], subject: string, facts: Partial<Finding> = {}): Finding => ({
  txid: null,
  operationId: null,
  isToken: false,
  ...facts,
  kind,
  subject,
});

/** Only what both looks found; a block or a confirm between two readings is no alarm. */
export function persisting(first: Finding[], second: Finding[]): Finding[] {
  const before = new Set(first.map(({ subject }) => subject));
  return second.filter(({ subject }) => before.has(subject));
}

/** A transaction of the wallet, as far as one asset is concerned. */
export interface WalletMove {
  confirmations: number;
  /** Of the asset, to addresses outside of the wallet, in their unconfidential form. */
  payments: { address: string; amountSats: bigint }[];
  /** Reissuance tokens that left the wallet. */
  paysToken: boolean;
  burnedSats: bigint;
  isReissuance: boolean;
}

/**
 * Whether an order that the desk did not carry out stands behind it. AMP lists no open reissuances and burns: one that has the form of an order is
 * taken for one for an hour, unless AMP itself calls its inputs lost.
 * @param ordered sats by unconfidential address that AMP's open distributions pay
 */
export function isOrdered(move: WalletMove, ordered: ReadonlyMap<string, bigint>): boolean {
  if (move.paysToken || move.confirmations < 0) return false;
  if (move.payments.length > 0) {
    return move.payments.every(({ address, amountSats }) => ordered.get(address) === amountSats);
  }
  const hasForm = move.isReissuance || move.burnedSats > 0n;
  return hasForm && move.confirmations <= ORDER_BLOCKS;
}

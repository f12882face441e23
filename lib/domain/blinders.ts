import type { Asset } from "@/lib/contracts/amp/assets";
import type { Check } from "./distribution";
import type { BlindersIntent, IntentOutput } from "./intent";
import type { Outpoint } from "./operation";

/**
 * AMP lacks the blinders of treasury outputs that it never was told of: those of an issuance, and change that was spent
 * or left out when it was told of the rest. Without them it cannot unblind these outputs for anybody. Pure; no blinder
 * comes in here.
 */

/** Names an output for people and in the journal. */
export const outpointName = ({ txid, vout }: Outpoint): string => `${txid}:${vout}`;

/** A row of AMP's transactions, as far as it matters here. */
interface ListedOutput {
  vout: number;
  assetId: string;
  amount: bigint;
  assetBlinder: string;
  amountBlinder: string;
  isTreasury: boolean;
  isSpent: boolean;
  isBurnt: boolean;
}

/** How AMP, and a node, show a blinder that is not known or not there. */
const isNone = (blinder: string) => /^0+$/.test(blinder);
export const lacksBlinders = (output: { assetBlinder: string; amountBlinder: string }): boolean =>
  isNone(output.assetBlinder) || isNone(output.amountBlinder);

/**
 * The treasury's outputs whose blinders AMP shows as zeros, unspent ones first: those a wallet always knows. What is
 * burned is open to everybody and needs none.
 */
export function outputsLacking(
  transactions: readonly { txid: string; outputs: readonly ListedOutput[] }[],
): IntentOutput[] {
  const lacking = transactions.flatMap(({ txid, outputs }) =>
    outputs
      .filter((output) => output.isTreasury && !output.isBurnt && lacksBlinders(output))
      .map(({ vout, assetId, amount, isSpent }) => ({ txid, vout, assetId, amountSats: amount, isSpent })),
  );
  return lacking
    .sort((a, b) => Number(a.isSpent) - Number(b.isSpent))
    .map(({ isSpent, ...output }) => output);
}

/** `other`: AMP shows blinders that are not the wallet's; `gone`: AMP does not list the output any more. */
export type AmpStanding = "shown" | "lacking" | "other" | "gone";

/** One approved output as it stands now. */
export interface BlindersLook {
  output: IntentOutput;
  atAmp: AmpStanding;
  isInWallet: boolean;
  /** AMP was told since the last look, and took it. */
  wasTold: boolean;
  /** AMP's words when it refused these blinders. */
  refusal: string | null;
}

export type BlindersVerdict =
  | { kind: "done" }
  | { kind: "tell"; outputs: IntentOutput[] }
  /** AMP took them and does not show them yet. */
  | { kind: "wait" }
  /** Nothing is left that the desk can do by itself. */
  | { kind: "ask"; left: BlindersLook[] };

/** Whatever can be told is told first; it ends only when AMP itself shows every output opened. */
export function judgeBlinders(looks: readonly BlindersLook[]): BlindersVerdict {
  const left = looks.filter(({ atAmp }) => atAmp !== "shown");
  const tellable = left.filter(
    (look) => look.atAmp === "lacking" && look.isInWallet && look.refusal === null,
  );
  const fresh = tellable.filter(({ wasTold }) => !wasTold);
  if (fresh.length > 0) return { kind: "tell", outputs: fresh.map(({ output }) => output) };
  if (tellable.length > 0) return { kind: "wait" };
  return left.length === 0 ? { kind: "done" } : { kind: "ask", left };
}

/** What an update of blinders would do, and whether anything stands in the way. */
export interface BlindersPreview {
  asset: Asset;
  /** The outputs whose blinders the wallet knows. */
  intent: BlindersIntent;
  /** SHA-256 of the intent; a person approves exactly this. */
  intentHash: string;
  /** Outputs that AMP lacks the blinders of and the wallet does not know: they stay as they are. */
  unknown: IntentOutput[];
  /** How many more AMP lacks, of which the wallet was not asked yet: they are for the next update. */
  later: number;
  checks: Check[];
  canStart: boolean;
  openOperationId: string | null;
}

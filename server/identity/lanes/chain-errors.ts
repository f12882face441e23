import {
  BaseError,
  ContractFunctionRevertedError,
  ExecutionRevertedError,
  InsufficientFundsError,
} from "viem";
import { reasonOf } from "@/server/platform/reason";

/** What a node's answer means for a transaction that was only tried out. */
export interface Refused {
  isRefused: boolean;
  /** Fit for people: the contract's own words, or what is missing; never the node's address. */
  reason: string;
}

/** @param error of a call or an estimate */
export function readRefusal(error: unknown): Refused {
  const walk = (kind: abstract new (...args: never[]) => Error) =>
    error instanceof BaseError ? error.walk((cause) => cause instanceof kind) : null;
  const reverted = walk(ExecutionRevertedError) ?? walk(ContractFunctionRevertedError);
  if (reverted) return { isRefused: true, reason: wordsOf(reverted) };
  if (walk(InsufficientFundsError)) {
    return { isRefused: true, reason: "The operator has too few coins for the fee." };
  }
  return { isRefused: false, reason: "The chain's node does not answer." };
}

/** For the log: the library's own messages quote the node's address, which may hold a key. */
export const loggableReason = (error: unknown): string | undefined =>
  error instanceof BaseError ? readRefusal(error).reason : reasonOf(error);

const MAX_LENGTH = 200;

function wordsOf(error: Error): string {
  const text = error instanceof BaseError ? error.shortMessage : error.message;
  const words = /reverted with (?:the following )?reason:\s*(?:revert:?\s*)?([\s\S]*)$/i
    .exec(text)?.[1]
    ?.trim();
  // the library ends its sentence behind the contract's own
  return words
    ? words.replace(/\.$/, "").replace(/\s+/g, " ").slice(0, MAX_LENGTH)
    : "The contract refuses it.";
}

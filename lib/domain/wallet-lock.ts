import { batchRows } from "./batches";
import { forecastOf } from "./forecast";
import type { OperationProblem, OperationView } from "./operation";

/** Whether a node wallet can sign, as far as its passphrase is concerned. */
export interface WalletLock {
  /** false: the wallet has no passphrase and never locks itself. */
  isEncrypted: boolean;
  /** null: locked, or without a passphrase. */
  unlockedUntil: Date | null;
}

const MINUTE = 60;
const HOUR = 60 * MINUTE;

/** For how long the wallet may be opened, in seconds; the node closes it by itself afterwards. */
export const UNLOCK_SECONDS = [15 * MINUTE, HOUR, 4 * HOUR, 12 * HOUR, 24 * HOUR] as const;

/** AMP and the worker take their time as well as the blocks, and other operations may have their turn first. */
const ALLOWANCE = 2;

/** The shortest choice that lasts for an operation of so many minutes, or the longest there is. */
export function unlockSecondsFor(minutes: number): number {
  const needed = minutes * MINUTE * ALLOWANCE;
  return (
    UNLOCK_SECONDS.find((seconds) => seconds >= needed) ?? UNLOCK_SECONDS[UNLOCK_SECONDS.length - 1] ?? 0
  );
}

/** An operation without a forecast: made, signed and confirmed within a few blocks. */
export const SHORT_OPERATION_MINUTES = 5;

/** Whether an operation waits for nothing but the passphrase. */
export const waitsForPassphrase = ({ problem }: { problem: OperationProblem | null }): boolean =>
  problem?.code === "wallet-locked";

/** What is left of an operation, in minutes of the chain. */
export function minutesLeft(operation: OperationView): number {
  if (operation.kind !== "distribution") return SHORT_OPERATION_MINUTES;
  const left = batchRows(operation, operation.intent.batches).filter(({ state }) => state !== "confirmed");
  return forecastOf(left.map(({ recipients }) => recipients)).minutes;
}

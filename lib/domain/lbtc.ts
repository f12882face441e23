import type { Check } from "./distribution";
import type { LbtcIntent } from "./intent";
import type { OperationState } from "./operation";

export interface LbtcWish {
  address: string;
  amountSats: bigint;
}

export interface PaymentBefore {
  operationId: string;
  totalSats: bigint;
  at: Date;
  state: OperationState;
  /** The same amount to the same address. */
  isSame: boolean;
}

/** What a payment in L-BTC would do, and whether anything stands in the way. */
export interface LbtcPreview {
  intent: LbtcIntent;
  /** SHA-256 of the intent; a person approves exactly this. */
  intentHash: string;
  checks: Check[];
  canStart: boolean;
  openOperationId: string | null;
  /** The payment that was asked for last, whatever became of it. */
  before: PaymentBefore | null;
  /** In the treasury's wallet; null when the node cannot be asked. */
  walletSats: bigint | null;
  /** Whether the amount is hidden from others. */
  isConfidential: boolean;
}

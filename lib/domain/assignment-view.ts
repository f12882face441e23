import type { AccountMaker } from "./account-maker";
import type { AssignmentRow } from "./assignment";
import type { CategoryName } from "./eligibility";

/** The distribution that took an assignment. */
export interface AssignmentPayment {
  /** The operation of this desk that runs it; null when it runs elsewhere. */
  operationId: string | null;
  /** Whether AMP has booked it. */
  isBooked: boolean;
  /** The outputs that paid this user this amount: AMP names no assignment there. */
  outputs: { txid: string; vout: number }[];
}

/** One assignment with what its row leaves out. */
export interface AssignmentView {
  asset: { assetUuid: string; precision: number; ticker: string | null };
  row: AssignmentRow;
  /** Required categories that the user is not in; empty for one that a distribution has taken. */
  missing: CategoryName[];
  maker: AccountMaker;
  /** null: in none yet, or in one that the person may not see. */
  payment: AssignmentPayment | null;
}

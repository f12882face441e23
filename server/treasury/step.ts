import type { OperationKind } from "@/lib/domain/intent";
import type { JournalDetail } from "@/lib/domain/journal";
import type { OperationFacts, OperationProblem, OperationState } from "@/lib/domain/operation";
import { AppError, type ErrorCode } from "@/lib/errors";
import { worksText } from "@/lib/messages/works";
import type { AmpClient } from "@/server/amp/client";
import type { NodeClient } from "@/server/elements/rpc";
import { isWalletLocked } from "@/server/elements/wallet";
import type { AssertHeld } from "./lock";
import type { Operation } from "./store";

/** What a step learned: stored as the operation's next state and as the journal's outcome line. */
export interface StepOutcome {
  state: OperationState;
  facts?: OperationFacts;
  problem?: OperationProblem;
  detail: JournalDetail;
  /** Milliseconds until the next step; null waits for a person. */
  againInMs: number | null;
}

export interface StepContext {
  amp: AmpClient;
  node: NodeClient;
  pollMs: number;
  /** Right before what must happen once. @throws AppError CONFLICT when the operation's lock is gone */
  assertHeld: AssertHeld;
}

export type Step<K extends OperationKind> = (
  operation: Operation<K>,
  context: StepContext,
) => Promise<StepOutcome>;

/** Looked at before a step's intent is written. An outcome takes the step's place, null lets it run. */
export type Check<K extends OperationKind> = (
  operation: Operation<K>,
  context: StepContext,
) => Promise<StepOutcome | null>;

export interface Plan<K extends OperationKind> {
  step: string;
  run: Step<K>;
  /** Written with the journal's intent before the step runs; after a crash the operation is found in it. */
  during: OperationState;
  /** What must hold before; an error leaves the operation where it is. */
  ready?: Check<K>;
  /** What must be known of the moment before the step: stored with its intent. */
  marks?: (operation: Operation<K>, context: StepContext) => Promise<OperationFacts>;
  /** What its marks become when the step threw, so that a call without an answer is dated by the end of the wait for it. */
  marksAfter?: (facts: OperationFacts, error: unknown) => OperationFacts;
  /** A poll: leaves one line when it changes something, not one per look. */
  isQuiet?: boolean;
}

/** What to do in each state. A step that must not be repeated blindly has a state of its own while it runs. */
export type Machine<K extends OperationKind> = Partial<Record<OperationState, Plan<K>>>;

export const NOW = 0;

/** AMP states no limit; of a few at once none waits long. */
export const CALLS_AT_ONCE = 4;

/** What an operation waits for, with what the pages make of it. */
export class Waiting extends AppError {
  constructor(
    code: ErrorCode,
    message: string,
    readonly problem: Pick<OperationProblem, "code" | "behind">,
  ) {
    super(code, message);
  }
}

/** RPC getwalletinfo or signmessage @throws AppError REJECTED while the wallet needs its passphrase */
export async function assertUnlocked(node: NodeClient): Promise<void> {
  if (!(await isWalletLocked(node))) return;
  throw new Waiting("REJECTED", worksText.walletLocked, { code: "wallet-locked" });
}

/** Nothing was sent; a person decides. */
export const stopped = (message: string, mayRetry: boolean): StepOutcome => ({
  state: "stopped",
  problem: { message, mayRetry },
  detail: { message },
  againInMs: null,
});

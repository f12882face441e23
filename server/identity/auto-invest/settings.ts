export interface InvestQueueSettings {
  /** Milliseconds before the first tick, and between two. */
  initialDelayMs: number;
  pollingMs: number;
  /** Milliseconds after which a transaction that no block took counts as lost. */
  miningPeriodMs: number;
  /** How long an order waits for its coins. */
  timeoutMs: number;
  /** Of a whole batch. */
  gasLimit: bigint;
}

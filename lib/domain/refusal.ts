/**
 * Words with which a node refuses a finished transaction for reasons that the next blocks may take away: a full mempool,
 * a chain of unconfirmed transactions that is too long, another transaction that waits and wants the same coins.
 */
const PASSING = [
  "mempool min fee not met",
  "mempool full",
  "too-long-mempool-chain",
  "txn-mempool-conflict",
  "insufficient fee",
  "non-final",
  "non-BIP68-final",
  "bad-txns-inputs-missingorspent",
];

/**
 * Whether a refusal may pass by itself. All others lie in the transaction or in the node's settings, and the transaction
 * is never changed once it is signed: only a person can do something about them.
 */
export const mayPass = (words: string): boolean => PASSING.some((reason) => words.includes(reason));

/** The first 32-bit half of each advisory lock of two: keeps the names of its kind apart from those of all others. */
export const LOCKS = {
  operation: 42,
  /** Of a workspace's wallet. */
  turn: 43,
  /** Looks of the watch. */
  watch: 44,
  /** Requests of the portal. */
  request: 45,
  assigning: 46,
  notice: 47,
  mirror: 48,
  /** Bulk changes of users. */
  job: 49,
  account: 50,
  /** Of a portal session's tokens. */
  refresh: 51,
  /** Of an asset whose many assignments are changed by one job at a time. */
  jobOfAsset: 52,
} as const;

export const TONES = {
  ready: "info",
  locked: "blocked",
  vesting: "waiting",
  pending: "waiting",
  distributed: "ok",
} as const;

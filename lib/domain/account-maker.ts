/** Who made something at AMP, which tells the number of an account. */
export type AccountMaker =
  | { kind: "issuer" }
  | { kind: "manager"; id: number; username: string }
  /** A manager that is gone, or whom one may not look up. */
  | { kind: "account"; id: number };

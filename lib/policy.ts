import type { Role } from "./domain/actor";

/**
 * Who may do what. A manager's part is AMP's own list of paths (contract 1.8); `attached` means: only for assets
 * that the issuer granted. What a role may not do is neither shown nor sent to AMP.
 */
type Reach = "all" | "attached" | "none";

const TABLE = {
  "asset:list": { manager: "all" },
  "asset:read": { manager: "attached" },
  "asset:issue": { manager: "none" },
  "asset:authorize": { manager: "none" },
  "asset:lock": { manager: "none" },
  /** Memo, treasury addresses, registry, authorization endpoint. */
  "asset:settings": { manager: "none" },
  "asset:delete": { manager: "none" },
  "asset:requirements": { manager: "none" },
  "assignment:read": { manager: "attached" },
  "assignment:create": { manager: "attached" },
  "assignment:write": { manager: "attached" },
  "distribution:read": { manager: "none" },
  "distribution:run": { manager: "none" },
  "supply:run": { manager: "none" },
  "blinders:run": { manager: "none" },
  "lbtc:run": { manager: "none" },
  "ownership:read": { manager: "none" },
  "activity:read": { manager: "attached" },
  "transaction:read": { manager: "none" },
  /** Shows the blinders of a transaction, which tell its amounts to whoever has them. */
  "transaction:reveal": { manager: "none" },
  "utxo:read": { manager: "attached" },
  "utxo:write": { manager: "none" },
  "lost-output:read": { manager: "none" },
  "gaid:read": { manager: "none" },
  "user:read": { manager: "all" },
  "user:write": { manager: "all" },
  "category:read": { manager: "all" },
  "category:write": { manager: "none" },
  /** What the own token opens: a manager's question. */
  "access:read": { manager: "all" },
  "manager:read": { manager: "none" },
  "manager:write": { manager: "none" },
  "treasury:read": { manager: "none" },
  "treasury:watch": { manager: "none" },
  /** Asked of whoever may run operations. */
  "treasury:unlock": { manager: "none" },
  /** A manager's reach ends at the inboxes of issuers who named them; server/requests/inboxes.ts knows which. */
  "request:read": { manager: "all" },
  "request:write": { manager: "all" },
  "portal:settings": { manager: "none" },
  "audit:read": { manager: "all" },
  "settings:read": { manager: "all" },
  /** The signed-in browsers of the workspace. */
  "session:manage": { manager: "all" },
  /** The person's own saved views of lists. */
  "view:own": { manager: "all" },
  /** Password and token: AMP lets no manager change them. */
  "account:write": { manager: "none" },
  /** What an account is told of, where it may do something about it: `noticeTopicsOf`. */
  "notification:write": { manager: "all" },
  "sandbox:use": { manager: "none" },
} as const satisfies Record<string, { manager: Reach }>;

export type Permission = keyof typeof TABLE;

/** How far a role's permission reaches; an issuer's always reaches every asset of the workspace. */
export const reachOf = (role: Role, permission: Permission): Reach =>
  role === "issuer" ? "all" : TABLE[permission].manager;

export const may = (role: Role, permission: Permission): boolean => reachOf(role, permission) !== "none";

import { mayManagerCall } from "./testing-roles";
import type { Target } from "./testing-targets";
import { type Visit, visits } from "./testing-visits";
import type { RolesWorld, SignedIn } from "./testing-world";

/** What a visit came to. */
export interface Seen {
  code: string | null;
  calls: string[];
  /** Turned away, as opposed to let in and failing later. */
  isRefused: boolean;
}

type Visitor = SignedIn | "nobody";

/** How a manager's grants are asked for; in a preview, by the issuer. */
export const OWN_ACCOUNT = /^GET \/managers\/(me|\d+)$/;

/** People who look at pages, routes and actions of a world. */
export class Visitors {
  private readonly seen = new Map<string, Promise<Seen>>();

  constructor(private readonly sessions: RolesWorld["sessions"]) {}

  /** Does something as somebody. @returns what came of it, and what AMP was asked */
  async as<T>(visitor: Visitor, isDeed: boolean, work: () => Promise<T>): Promise<[T, Visit]> {
    const secret = visitor === "nobody" ? null : this.sessions[visitor];
    const visit: Visit = { secret, isDeed, calls: [], failures: [] };
    return [await visits.run(visit, work), visit];
  }

  /** One visit for all tests that ask about it. */
  see(target: Target, visitor: Visitor, assetUuid: string): Promise<Seen> {
    const key = [target.name, visitor, assetUuid].join(" ");
    return this.once(key, visitor, target.kind === "action", () => target.visit(assetUuid));
  }

  /** Follows a link to a page. @param params what it has in the brackets of the page's address */
  follow(target: Target, visitor: Visitor, params: Record<string, string>): Promise<Seen> {
    const { name, open } = target;
    if (!open) throw new Error(`${name} is no page.`);
    return this.once(JSON.stringify([name, visitor, params]), visitor, false, () => open(params));
  }

  private once(
    key: string,
    visitor: Visitor,
    isDeed: boolean,
    visit: () => Promise<string | null>,
  ): Promise<Seen> {
    const seen = this.seen.get(key) ?? this.visit(visitor, isDeed, visit);
    this.seen.set(key, seen);
    return seen;
  }

  private async visit(visitor: Visitor, isDeed: boolean, visit: () => Promise<string | null>): Promise<Seen> {
    const [code, { calls }] = await this.as(visitor, isDeed, visit);
    const isUnasked = calls.every((call) => OWN_ACCOUNT.test(call));
    const isRefused =
      code === "FORBIDDEN" || code === "UNAUTHENTICATED" || (code === "NOT_FOUND" && isUnasked);
    return { code, calls, isRefused };
  }
}

/** What AMP knows nothing of: the issuer's treasury, and the sandbox's knobs. */
const ISSUERS_OWN =
  /^(\/api)?\/(sandbox|treasury|export\/(balances|watch-alerts|journal|sandbox-\w+)$)|^(sandbox|treasury|wallet-lock|watch|lbtc)\b/;

const CATEGORY_USER = "PUT /categories/{categoryId}/registered_users/{registeredUserId}/add";
/** What is authorised already is not authorised again: needed in a world whose assets are, as that of `shown.contract.test.ts`. */
export const OF_AUTHORIZED: [RegExp, string] = [
  /authorizeAsset/,
  "GET /assets/{assetUuid}/register-authorized",
];

/**
 * What it ends in, for what only prepares a call of AMP, leaves it to the worker, or reads it from the desk's copy; the
 * first that fits. Of everything else it is recorded what AMP is asked for an issuer.
 */
const ENDS_IN: [RegExp, string][] = [
  [/assets\/new|^assets: (issueAsset|newIssuance)/, "POST /assets/issue"],
  OF_AUTHORIZED,
  [/DomainProof/, "GET /assets/{assetUuid}/register"],
  [/\/rules|tryEndpoint/, "PUT /assets/{assetUuid}/edit"],
  [/foreign-outputs/, "GET /assets/{assetUuid}/treasury-addresses"],
  [/addTreasuryAddresses/, "POST /assets/{assetUuid}/treasury-addresses/add"],
  [/setBlacklisted/, "POST /assets/{assetUuid}/utxos/blacklist"],
  [
    /distribution|foreign-orders|held-back|by-hand: (adopt|attach|startD)|\/operations/i,
    "GET /assets/{assetUuid}/distributions/create/",
  ],
  [/supply/i, "POST /assets/{assetUuid}/reissue-request"],
  [/transactions|\/issuance|ownership\/(check|diff)|changes|readHistoryAgain/, "GET /assets/{assetUuid}/txs"],
  [/ownership|owners/i, "GET /assets/{assetUuid}/ownerships"],
  [/\/gaids$/, "GET /gaids/{gaid}/registered_user"],
  [/impact/, "PUT /categories/{categoryId}/assets/{assetUuid}/add"],
  [/deletion/, "DELETE /categories/{categoryId}/delete"],
  [/membership$|Matrix|users\/bulk|startBulk|: (archive|restore)User|\/archive$/, CATEGORY_USER],
];

/** Parts of a page that it leaves out for who may not see them. */
const PARTS: [RegExp, RegExp][] = [
  [/^\/assets\/\[uuid\]$/, /\/txs|\/memo$|\/treasury-addresses$/],
  // What is free: issuers' pages add it up from the owners' copy, managers' from the balance.
  [/^\/assets\/\[uuid\]\/assignments(\/new)?$|lookUpAssignees/, /\/(ownerships|lost-outputs)$/],
  // Whose entries an issuer's log has besides: those of the managers.
  [/^\/(api\/(export\/)?)?audit(\/\[id\])?$/, /\/managers$/],
  // A file has the figures of the very assets that it lists.
  [/^\/api\/export\/assets$/, /\/summary$/],
  [/^(\/api)?\/overview|^\/settings$|^\/api\/search$/, /./],
];
/** What is written by hand, against what was recorded. */
export const BY_HAND = { ends: ENDS_IN, parts: PARTS };

/** Whether it is said by hand what a target ends in. */
export const isByHand = ({ name }: Target): boolean => ENDS_IN.some(([fits]) => fits.test(name));

/** A manager's own list of assets comes from its own account. */
const ASSETS = "GET /assets/";

/** They stand on `GET /managers/me`, which AMP answers managers alone. */
export const MANAGERS_ALONE: readonly string[] = ["/access", "/api/access"];

/**
 * Whether AMP's contract lets a manager do what an issuer did there.
 * @param granted the uuids of the assets that the manager was granted
 */
export function mayManager(
  target: Target,
  issuer: Seen,
  granted: string[],
  assetUuid: string,
  { ends, parts } = BY_HAND,
): boolean {
  if (ISSUERS_OWN.test(target.name)) return false;
  if (target.ofAsset && !granted.includes(assetUuid)) return false;
  const [, end] = ends.find(([name]) => name.test(target.name)) ?? [];
  const needed = end ? [end.replace("{assetUuid}", assetUuid)] : issuer.calls;
  return needed
    .filter((call) => call !== ASSETS)
    .filter((call) => !parts.some(([name, part]) => name.test(target.name) && part.test(call)))
    .every((call) => mayManagerCall(call, granted));
}

import { createHmac } from "node:crypto";
import type { IdentityEndpoint } from "@/lib/contracts/identity/endpoints";
import { now } from "@/server/platform/clock";
import { tooManyCalls } from "../errors";
import type { Identity } from "../service";
import type { Access } from "../tokens/access-token";
import { type Counted, countCalls, dropOldCounts } from "./count-store";
import type { LimitName } from "./settings";

/** By method and path, as the table of endpoints has them. */
const LIMITED: Readonly<Record<string, LimitName>> = {
  "POST /authorize": "text",
  "POST /authorize/by-message": "message",
  "POST /authorize/jwt": "login",
  "POST /authorize/jwt/by-message": "login",
  "POST /authorize/refresh": "refresh",
  "POST /veriff/session": "session",
  "POST /user/whitelist": "whitelist",
  "POST /faucet/{chainId}": "faucet",
  "GET /user/pinata": "pinata",
  "POST /user/pinata/revoke": "revoke",
};

export interface Caller {
  endpoint: IdentityEndpoint;
  access: Access | null;
  body: unknown;
  /** null when nothing is known. */
  ip: string | null;
}

type Place = Pick<IdentityEndpoint, "method" | "path">;
const limitOf = ({ method, path }: Place): LimitName | undefined => LIMITED[`${method} ${path}`];

export const isLimited = (endpoint: Place): boolean => limitOf(endpoint) !== undefined;

/** Counts a call of a limited endpoint. @throws Refusal 429 when it is one too many */
export async function limitCall(identity: Identity, caller: Caller): Promise<void> {
  const name = limitOf(caller.endpoint);
  const { limits } = identity.config;
  if (!name || !limits || !identity.fixes.limitsCalls) return;
  const limit = limits[name];
  const endsAt = endOfWindow(limit.seconds);
  const counted: (Counted & { most: number })[] = [];
  const count = (most: number, who: string) => {
    if (most > 0) counted.push({ most, endsAt, key: keyOf(identity, `${name} ${who}`) });
  };
  if (caller.ip !== null) count(limit.perIp, `ip ${caller.ip}`);
  const whose = addressOf(caller);
  if (whose !== null) count(limit.perAddress, `address ${whose}`);
  if (counted.length === 0) return;
  purge(identity);
  const calls = await countCalls(identity.database.db, counted);
  if (counted.some(({ key, most }) => (calls.get(key) ?? 0) > most)) {
    throw tooManyCalls(Math.max(1, Math.ceil((endsAt.getTime() - now().getTime()) / 1000)));
  }
}

function addressOf({ access, body, ip }: Caller): string | null {
  if (access) return access.address;
  const { address } = (body ?? {}) as { address?: unknown };
  return typeof address === "string" ? `${address.toLowerCase()} from ${ip}` : null;
}

function endOfWindow(seconds: number): Date {
  const ms = seconds * 1000;
  return new Date((Math.floor(now().getTime() / ms) + 1) * ms);
}

const keyOf = ({ config }: Identity, what: string): string =>
  createHmac("sha256", config.secretKey).update(`call-count ${what}`).digest("hex");

const PURGE_MS = 60_000;
const purgedAt = new WeakMap<Identity, number>();

/** At most once a minute and process, beside the call. */
function purge(identity: Identity): void {
  const at = now().getTime();
  if (Math.abs(at - (purgedAt.get(identity) ?? 0)) < PURGE_MS) return;
  purgedAt.set(identity, at);
  // the next minute tries again
  dropOldCounts(identity.database.db).catch(() => {});
}

import { randomUUID } from "node:crypto";
import { decodeProtectedHeader, type JWTPayload, jwtVerify, SignJWT } from "jose";
import { WRITTEN_UUID } from "@/lib/uuid";
import { now } from "@/server/platform/clock";
import type { Identity } from "../service";
import { isRevoked } from "./access-store";
import type { PublicKey } from "./key-material";

/** Who a valid access token speaks for. */
export interface Access {
  /** Lower case. */
  address: string;
  /** null for a token without one. */
  jti: string | null;
  expiresAt: Date;
  /** Whose page the login's EIP-4361 text named; null for a text that names none. */
  origin: string | null;
}

const SUBJECT = "AMPnet";

/**
 * A token for `address`; the claims stand in the order in which sister services know them, and ours behind them.
 * @param origin whose page the login's text named
 */
export async function issueAccess(
  { config, keys, fixes }: Identity,
  address: string,
  origin: string | null,
): Promise<string> {
  const key = await keys.signing();
  const issuedAt = now().getTime();
  const iat = Math.floor(issuedAt / 1000);
  const claims = { sub: SUBJECT, address, iat, exp: iat + config.accessMinutes * 60 };
  // a logout and the next login may fall into one second
  const ours = { jti: randomUUID(), iat_ms: issuedAt, ...(origin === null ? {} : { origin }) };
  return new SignJWT(fixes.keyIds ? { ...claims, ...ours } : claims)
    .setProtectedHeader(fixes.keyIds ? { alg: "RS256", kid: key.kid } : { alg: "RS256" })
    .sign(key.privateKey);
}

/** null when the token is no token, expired, revoked, without an address or signed by somebody else. */
export async function verifyAccess(identity: Identity, token: string): Promise<Access | null> {
  const claims = await verifySignature(identity, token);
  if (typeof claims?.address !== "string") return null;
  const jti = typeof claims.jti === "string" && WRITTEN_UUID.test(claims.jti) ? claims.jti : null;
  const address = claims.address.toLowerCase();
  const issued = { address, jti, issuedAt: issuedAtOf(claims) };
  if (identity.fixes.logoutEndsAccess && (await isRevoked(identity.database.db, issued))) return null;
  return {
    ...{ address, jti },
    expiresAt: new Date((claims.exp ?? 0) * 1000),
    origin: typeof claims.origin === "string" ? claims.origin : null,
  };
}

/** To the millisecond where the token tells; one that tells nothing is older than every logout. */
const issuedAtOf = ({ iat, iat_ms: exact }: JWTPayload): Date =>
  new Date(typeof exact === "number" ? exact : (iat ?? 0) * 1000);

async function verifySignature({ keys }: Identity, token: string): Promise<JWTPayload | null> {
  const kid = kidOf(token);
  if (kid === undefined) return null;
  if (kid !== null && !(await keys.all()).some((key) => key.kid === kid)) await keys.lookAgain();
  const known = await keys.all();
  // a token of the strict mode names no key
  const named = known.filter((key) => key.kid === kid);
  for (const key of named.length > 0 ? named : known) {
    const claims = await verifyWith(key, token);
    if (claims) return claims;
  }
  return null;
}

/** undefined for what is no token of ours. */
function kidOf(token: string): string | null | undefined {
  try {
    const { alg, kid } = decodeProtectedHeader(token);
    return alg === "RS256" ? (kid ?? null) : undefined;
  } catch {
    return undefined;
  }
}

async function verifyWith({ key }: PublicKey, token: string): Promise<JWTPayload | null> {
  try {
    const { payload } = await jwtVerify(token, key, { algorithms: ["RS256"], currentDate: now() });
    return payload;
  } catch {
    return null;
  }
}

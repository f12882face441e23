import { randomBytes } from "node:crypto";
import { count, desc, eq, like, sql } from "drizzle-orm";
import { now } from "@/server/platform/clock";
import { isAnyOf } from "../db/any-of";
import type { SandboxDb } from "../db/client";
import { owners, scripts } from "../db/ledger-tables";
import { confidentialAddress } from "./address";
import { toHex } from "./bytes";
import { gaidKey, gaidKeys } from "./gaid-keys";
import {
  type AddressType,
  blindingKey,
  deriveKey,
  gaidScripts,
  type KeyPair,
  keyPath,
  typeOfScript,
  walletScript,
} from "./keys";
import { LedgerError, type LiquidNetwork } from "./port";
import { adoptOutputs } from "./wallet-index";
import { loadZkp, type Zkp } from "./zkp";

/** Who owns which script, and the keys behind it. Owners are "wallet:…", "gaid:…" and "service:…". */

export type ScriptRow = typeof scripts.$inferSelect;
type OwnerRow = typeof owners.$inferSelect;

export const gaidOwner = (gaid: string): string => `gaid:${gaid}`;
const isGaidOwner = (owner: string): boolean => owner.startsWith(gaidOwner(""));
export const walletOwner = (name: string): string => `wallet:${name}`;
/** Pays for issuances. */
export const AMP_SERVICE = "service:amp";
/** Pays the fees of holders' transfers. */
export const GREEN_SERVICE = "service:green";
/** Gives L-BTC away. */
export const FAUCET = "service:faucet";

export async function createOwner(db: SandboxDb, owner: string): Promise<void> {
  await db.insert(owners).values({ owner, seedHex: toHex(randomBytes(32)), createdAt: now() });
}

export async function findOwner(db: SandboxDb, owner: string): Promise<OwnerRow | null> {
  const [row] = await db.select().from(owners).where(eq(owners.owner, owner));
  return row ?? null;
}

/** The youngest owners whose name starts with `prefix`, newest first. */
export async function newestOwners(db: SandboxDb, prefix: string, most: number): Promise<string[]> {
  const rows = await db
    .select({ owner: owners.owner })
    .from(owners)
    .where(like(owners.owner, `${prefix}%`))
    .orderBy(desc(owners.createdAt), desc(owners.owner))
    .limit(most);
  return rows.map(({ owner }) => owner);
}

export async function countOwners(db: SandboxDb, prefix: string): Promise<number> {
  const [row] = await db
    .select({ size: count() })
    .from(owners)
    .where(like(owners.owner, `${prefix}%`));
  return row?.size ?? 0;
}

export interface ScriptOptions {
  isChange?: boolean;
  label?: string;
  /** Of a node wallet; a GAID has one kind only. */
  type?: AddressType;
}

/** A script never handed out before, remembered as the owner's. */
export async function newScript(
  db: SandboxDb,
  network: LiquidNetwork,
  owner: string,
  { isChange = false, label = "", type = "bech32" }: ScriptOptions = {},
): Promise<ScriptRow> {
  const { seedHex, keyIndex } = await takeIndex(db, owner, isChange);
  const zkp = await loadZkp();
  const { key, script, blinding } = isGaidOwner(owner)
    ? placeOfGaid(zkp, seedHex, isChange, keyIndex)
    : placeOfWallet(zkp, seedHex, keyPath(network, isChange, keyIndex, type), type);
  const row = {
    scriptHex: toHex(script),
    owner,
    isChange,
    keyIndex,
    label,
    address: confidentialAddress(script, blinding.publicKey, network),
    publicKey: toHex(key.publicKey),
    blindingPublicKey: toHex(blinding.publicKey),
  };
  await db.insert(scripts).values(row);
  await adoptOutputs(db, owner, row.scriptHex);
  return row;
}

async function takeIndex(db: SandboxDb, owner: string, isChange: boolean) {
  const next = isChange
    ? { nextChange: sql`${owners.nextChange} + 1` }
    : { nextReceive: sql`${owners.nextReceive} + 1` };
  const [row] = await db.update(owners).set(next).where(eq(owners.owner, owner)).returning();
  if (!row) throw new LedgerError("unknown", "There is no such wallet.");
  return { seedHex: row.seedHex, keyIndex: (isChange ? row.nextChange : row.nextReceive) - 1 };
}

function placeOfGaid(zkp: Zkp, seedHex: string, isChange: boolean, index: number) {
  const { holder, backend } = gaidKeys(zkp, seedHex, isChange, index);
  const { outputScript: script } = gaidScripts(holder.publicKey, backend.publicKey);
  return { key: holder, script, blinding: gaidKey(zkp, seedHex, "blinding", isChange, index) };
}

function placeOfWallet(zkp: Zkp, seedHex: string, path: string, type: AddressType) {
  const key = deriveKey(zkp, seedHex, path);
  const script = walletScript(key.publicKey, type);
  return { key, script, blinding: blindingKey(zkp, seedHex, script) };
}

/** The keys that open each of the scripts: the holder's, and for a GAID the Green backend's too. By script hex. */
export async function keysOf(db: SandboxDb, network: LiquidNetwork, scriptHexes: string[]) {
  const rows = [...(await findScripts(db, scriptHexes)).values()];
  const names = [...new Set(rows.map(({ owner }) => owner))];
  const found = await db.select().from(owners).where(isAnyOf(owners.owner, names));
  const seeds = new Map(found.map(({ owner, seedHex }) => [owner, seedHex]));
  const zkp = await loadZkp();
  return new Map<string, { holder: KeyPair; backend: KeyPair | null }>(
    rows.map(({ scriptHex, owner, isChange, keyIndex }) => {
      const seedHex = seeds.get(owner) ?? "";
      if (isGaidOwner(owner)) return [scriptHex, gaidKeys(zkp, seedHex, isChange, keyIndex)];
      const path = keyPath(network, isChange, keyIndex, typeOfScript(scriptHex));
      return [scriptHex, { holder: deriveKey(zkp, seedHex, path), backend: null }];
    }),
  );
}

/** Rows of those scripts that belong to somebody. */
export async function findScripts(db: SandboxDb, scriptHexes: string[]): Promise<Map<string, ScriptRow>> {
  if (scriptHexes.length === 0) return new Map();
  const rows = await db
    .select()
    .from(scripts)
    .where(isAnyOf(scripts.scriptHex, [...new Set(scriptHexes)]));
  return new Map(rows.map((row) => [row.scriptHex, row]));
}

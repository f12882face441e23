import { generateKeyPair } from "node:crypto";
import { promisify } from "node:util";
import { now } from "@/server/platform/clock";
import { seal, unseal } from "@/server/platform/seal";
import type { IdentityConfig } from "../config";
import type { IdentityDatabase } from "../db/client";
import { type PublicKey, readPublicKey, readSigningKey, type SigningKey } from "./key-material";
import { deleteRetiredKeys, findOwnKey, listKeys, lockKeys, putSigningKey } from "./key-store";

export interface KeyRing {
  signing(): Promise<SigningKey>;
  /** Every key whose tokens are taken, the signing one first. */
  all(): Promise<readonly PublicKey[]>;
  /** Looks again because a token names a key that is not known; anybody can write such a token, so not too often. */
  lookAgain(): Promise<void>;
  /** Makes a new key that signs from now on; only where the configuration holds none. */
  rotate(): Promise<void>;
}

interface Keys {
  signing: SigningKey;
  all: PublicKey[];
  readAt: number;
}

/** Another replica may have made a new key; tokens of a key that is not known make it look earlier. */
const FRESH_MS = 30_000;
const LOOK_AGAIN_MS = 1_000;
/** A key that the service made itself signs this long. */
const OWN_KEY_MS = 90 * 24 * 3_600_000;
const MINUTE_MS = 60_000;

/** @throws Error when a key of the configuration cannot be read */
export async function openKeyRing(config: IdentityConfig, database: IdentityDatabase): Promise<KeyRing> {
  let keys = await readKeys(config, database);
  let reading: Promise<void> | null = null;
  const reload = () => {
    reading ??= readKeys(config, database)
      .then((read) => {
        keys = read;
      })
      .finally(() => {
        reading = null;
      });
    return reading;
  };
  let lookedAgainAt = 0;
  const fresh = async () => {
    if (Math.abs(now().getTime() - keys.readAt) > FRESH_MS) await reload();
    return keys;
  };
  return {
    signing: async () => (await fresh()).signing,
    all: async () => (await fresh()).all,
    lookAgain: async () => {
      const at = now().getTime();
      if (Math.abs(at - lookedAgainAt) < LOOK_AGAIN_MS) return;
      lookedAgainAt = at;
      await reload();
    },
    rotate: async () => {
      if (config.signingKey)
        throw new Error("The signing key comes from the configuration: change it there.");
      await database.transaction(async (tx) => {
        await lockKeys(tx);
        await putSigningKey(tx, await makeKey(config));
      });
      // one that began before knows nothing of it
      await reading;
      await reload();
    },
  };
}

async function readKeys(config: IdentityConfig, database: IdentityDatabase): Promise<Keys> {
  const readAt = now().getTime();
  const retiredAfter = new Date(readAt - config.accessMinutes * MINUTE_MS);
  const { signing, stored } = await database.transaction(async (tx) => {
    await lockKeys(tx);
    const signing = config.signingKey
      ? await keepConfigured(tx, config.signingKey)
      : await keepOwn(tx, config, new Date(readAt - OWN_KEY_MS));
    await deleteRetiredKeys(tx, retiredAfter);
    return { signing, stored: await listKeys(tx, retiredAfter) };
  });
  const others = [...stored.map(({ publicKey }) => publicKey), ...config.otherPublicKeys];
  const read = [signing, ...(await Promise.all(others.map(readPublicKey)))];
  const all = [...new Map(read.toReversed().map((key) => [key.kid, key])).values()].toReversed();
  return { signing, all, readAt };
}

type Tx = Parameters<typeof putSigningKey>[0];

async function keepConfigured(tx: Tx, pem: string): Promise<SigningKey> {
  const key = await readSigningKey(pem);
  await putSigningKey(tx, { kid: key.kid, publicKey: key.pem, privateKey: null });
  return key;
}

async function keepOwn(tx: Tx, config: IdentityConfig, madeAfter: Date): Promise<SigningKey> {
  const found = await findOwnKey(tx, madeAfter);
  const own = found ?? (await makeKey(config));
  if (!found) await putSigningKey(tx, own);
  return readSigningKey(unseal(config.secretKey, own.privateKey ?? "", own.kid));
}

async function makeKey({ secretKey }: IdentityConfig) {
  const { privateKey } = await promisify(generateKeyPair)("rsa", { modulusLength: 2048 });
  const pem = privateKey.export({ format: "pem", type: "pkcs8" }).toString();
  const { kid, pem: publicKey } = await readSigningKey(pem);
  return { kid, publicKey, privateKey: seal(secretKey, pem, kid) };
}

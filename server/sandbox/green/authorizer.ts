import { randomBytes } from "node:crypto";
import { fromHex } from "../ledger/bytes";
import { keyHashAddress, signMessage } from "../ledger/signed-message";
import { loadZkp } from "../ledger/zkp";
import { readSetting, writeSetting } from "../settings-store";
import type { World } from "../world";

/** The service key with which AMP signs what it sends to issuers' endpoints. */
export interface Authorizer {
  /** P2PKH, as issuers give it to their node's verifymessage. */
  address: string;
  /** @returns base64 of 65 bytes */
  sign(text: string): string;
}

const KEY_SETTING = "authorizer_key";

/** The configured key, or the world's own, made when it is first needed. */
export async function loadAuthorizer(world: World): Promise<Authorizer> {
  const { authorizerKey, network } = world.env;
  const privateKey = fromHex(authorizerKey ?? (await worldKey(world)));
  const zkp = await loadZkp();
  const publicKey = zkp.ecc.pointFromScalar(privateKey, true);
  if (!publicKey) throw new Error("SANDBOX_AUTHORIZER_KEY is no private key of the curve.");
  return {
    address: keyHashAddress(publicKey, network),
    sign: (text) => signMessage(zkp, privateKey, text),
  };
}

async function worldKey(world: World): Promise<string> {
  const stored = await readSetting(world.database.db, KEY_SETTING);
  if (typeof stored === "string") return stored;
  return world.write(async ({ db }) => {
    const meanwhile = await readSetting(db, KEY_SETTING);
    if (typeof meanwhile === "string") return meanwhile;
    const made = randomBytes(32).toString("hex");
    await writeSetting(db, KEY_SETTING, made);
    return made;
  });
}

import type { KeySet } from "@/lib/contracts/identity/operations";
import type { Identity } from "../service";

/** The public keys whose tokens are taken, the signing one first. */
export async function publishKeys({ keys }: Identity): Promise<KeySet> {
  const all = await keys.all();
  return {
    keys: all.map(({ kid, jwk: { n = "", e = "" } }) => ({
      kty: "RSA",
      kid,
      alg: "RS256",
      use: "sig",
      n,
      e,
    })),
  };
}

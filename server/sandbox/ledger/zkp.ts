import zkpEntry, { type Secp256k1ZKP } from "@vulpemventures/secp256k1-zkp";

export type Zkp = Secp256k1ZKP;

// Node hands over a CommonJS module as the default export of itself.
const start = (zkpEntry as unknown as { default?: typeof zkpEntry }).default ?? zkpEntry;

let loading: Promise<Zkp> | undefined;

/** Curve, commitments and generators; the WebAssembly module is loaded once per process. */
export function loadZkp(): Promise<Zkp> {
  loading ??= start();
  return loading;
}

/** Hex of bytes in the order they are stored. */
export const toHex = (bytes: Uint8Array): string => Buffer.from(bytes).toString("hex");

export const fromHex = (hex: string): Buffer => Buffer.from(hex, "hex");

/** Ids (txid, asset, entropy, blinder) are shown in the reverse of their stored order. */
export const idToBytes = (hex: string): Buffer => fromHex(hex).reverse();

export const bytesToId = (bytes: Uint8Array): string => Buffer.from(bytes).reverse().toString("hex");

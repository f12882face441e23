import { randomBytes } from "node:crypto";
import { encodeBase58 } from "@/lib/domain/base58";

/** "GA" and the Base58 of 20 bytes, 29 or 30 characters as the real ones are. */
export function newGaid(): string {
  for (;;) {
    const gaid = `GA${encodeBase58(randomBytes(20))}`;
    if (gaid.length >= 29) return gaid;
  }
}

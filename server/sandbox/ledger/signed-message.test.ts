import { createECDH } from "node:crypto";
import { address as codec } from "liquidjs-lib";
import { beforeAll, describe, expect, it } from "vitest";
import { addressOfScript, confidentialAddress } from "./address";
import { fromHex, toHex } from "./bytes";
import { walletScript } from "./keys";
import { networkFacts } from "./networks";
import type { LiquidNetwork } from "./port";
import { keyHashAddress, recoverSigner, signMessage, verifyMessage } from "./signed-message";
import { loadZkp, type Zkp } from "./zkp";

/** Vectors of Bitcoin Core's own tests (util_tests: message_sign, message_verify). */
const CORE_KEY = "d97f5108f11cda6eeebaaa420fef0726b1f898060b98489fa3098463c0032866";
const CORE_SIGNATURE =
  "IPojfrX2dfPnH26UegfbGQQLrdK844DlHq5157/P6h57WyuS/Qsl+h/WSVGDF4MUi4rWSswW38oimDYfNNUBUOk=";
const CORE_SIGNED = [
  [
    "11canuhp9X2NocwCq7xNrQYTmUgZAnLK3",
    "Trust me",
    "IIcaIENoYW5jZWxsb3Igb24gYnJpbmsgb2Ygc2Vjb25kIGJhaWxvdXQgZm9yIGJhbmtzIAaHRtbCeDZINyavx14=",
  ],
  ["15CRxFdyRpGZLW9w8HnHvVduizdL5jKNbs", "Trust no one", CORE_SIGNATURE],
] as const;

const NETWORKS: LiquidNetwork[] = ["liquid", "testnet", "regtest"];

let zkp: Zkp;
beforeAll(async () => {
  zkp = await loadZkp();
});

/** Bitcoin's address under a Liquid network's version byte: the same key. */
const onLiquid = (bitcoinAddress: string, network: LiquidNetwork): string =>
  codec.toBase58Check(codec.fromBase58Check(bitcoinAddress).hash, networkFacts(network).params.pubKeyHash);

const key = (byte: number) => Buffer.alloc(32, byte);
const publicKeyOf = (privateKey: Buffer) => zkp.ecc.pointFromScalar(privateKey, true) as Uint8Array;

describe("signed messages", () => {
  it("are signed as Bitcoin Core signs them, byte for byte", () => {
    expect(signMessage(zkp, fromHex(CORE_KEY), "Trust no one")).toBe(CORE_SIGNATURE);
  });

  it.each(CORE_SIGNED)(
    "of Bitcoin Core's tests by %s verify on every network",
    (address, text, signature) => {
      for (const network of NETWORKS) {
        const asked = { address: onLiquid(address, network), signature };
        expect(verifyMessage(zkp, network, { ...asked, text })).toBe("valid");
        expect(verifyMessage(zkp, network, { ...asked, text: `${text}.` })).toBe("mismatch");
      }
    },
  );

  it("lead back to the key for many keys and for texts of every length form", () => {
    const texts = ["", "ä€𝄞", "x".repeat(252), "x".repeat(253), "x".repeat(65_535), "x".repeat(65_536)];
    const headers = new Set<number>();
    for (let byte = 1; byte <= 40; byte++) {
      const text = `${texts[byte % texts.length]}`;
      const signature = Buffer.from(signMessage(zkp, key(byte), text), "base64");
      headers.add(signature[0] ?? 0);
      expect(recoverSigner(zkp, signature, text)?.equals(publicKeyOf(key(byte)))).toBe(true);
    }
    expect([...headers].sort()).toEqual([31, 32]);
  });

  it("name the uncompressed key when their header says so", () => {
    const signature = Buffer.from(signMessage(zkp, key(7), "text"), "base64");
    signature[0] = (signature[0] ?? 0) - 4;
    const node = createECDH("secp256k1");
    node.setPrivateKey(key(7));
    expect(recoverSigner(zkp, signature, "text")?.equals(node.getPublicKey())).toBe(true);
  });

  it("verify with the larger of the two possible s as well, as in a node", () => {
    const signature = Buffer.from(signMessage(zkp, key(9), "text"), "base64");
    const order = 0xffff_ffff_ffff_ffff_ffff_ffff_ffff_fffe_baae_dce6_af48_a03b_bfd2_5e8c_d036_4141n;
    const s = BigInt(`0x${signature.subarray(33).toString("hex")}`);
    const high = Buffer.concat([
      signature.subarray(0, 33),
      fromHex((order - s).toString(16).padStart(64, "0")),
    ]);
    high[0] = (((high[0] ?? 0) - 31) ^ 1) + 31;
    expect(recoverSigner(zkp, high, "text")?.equals(publicKeyOf(key(9)))).toBe(true);
  });

  it("verify against the confidential form of the address too", () => {
    const plain = keyHashAddress(publicKeyOf(key(3)), "testnet");
    const script = codec.toOutputScript(plain, networkFacts("testnet").params);
    const address = confidentialAddress(script, publicKeyOf(key(4)), "testnet");
    const signature = signMessage(zkp, key(3), "text");
    expect(verifyMessage(zkp, "testnet", { address, signature, text: "text" })).toBe("valid");
  });

  it("do not verify for another key, with a flipped bit, or when they are none at all", () => {
    const address = keyHashAddress(publicKeyOf(key(5)), "liquid");
    const good = signMessage(zkp, key(5), "text");
    const flipped = Buffer.from(good, "base64");
    flipped[40] = (flipped[40] ?? 0) ^ 1;
    const zeros = Buffer.alloc(65).toString("base64");
    const ones = Buffer.alloc(65, 255).toString("base64");
    for (const signature of [signMessage(zkp, key(6), "text"), flipped.toString("base64"), zeros, ones, ""])
      expect(verifyMessage(zkp, "liquid", { address, signature, text: "text" })).toBe("mismatch");
    expect(verifyMessage(zkp, "liquid", { address, signature: good.slice(0, -4), text: "text" })).toBe(
      "mismatch",
    );
  });

  it("tell apart what cannot be verified", () => {
    const signature = signMessage(zkp, key(5), "text");
    const address = keyHashAddress(publicKeyOf(key(5)), "liquid");
    const verdict = (asked: object) =>
      verifyMessage(zkp, "liquid", { address, signature, text: "text", ...asked });
    expect(verdict({ address: "nonsense" })).toBe("bad-address");
    expect(verdict({ address: keyHashAddress(publicKeyOf(key(5)), "testnet") })).toBe("bad-address");
    const segwit = addressOfScript(toHex(walletScript(Buffer.from(publicKeyOf(key(5))))), "liquid");
    expect(verdict({ address: segwit })).toBe("address-without-key");
    expect(verdict({ signature: "not base64!" })).toBe("not-base64");
    expect(verdict({ signature: `${signature}=` })).toBe("not-base64");
  });
});

import { hashMessage, keccak256, toBytes } from "viem";
import { describe, expect, it } from "vitest";
import { docWallet } from "../testing";
import { DOC_ADDRESS, docMessage, docSignature, docText, foreignSignature, vectors } from "./golden-testing";
import { recoverSigner } from "./key-signature";

const ORDER = "fffffffffffffffffffffffffffffffebaaedce6af48a03bbfd25e8cd0364141";
const [r, s] = [docSignature.slice(2, 66), docSignature.slice(66, 130)];

describe("the golden vectors", () => {
  it.each(vectors)("$name signed its text", async ({ text, signature, signer }) => {
    expect(await recoverSigner(text, signature)).toBe(signer);
  });

  it("have the contract's digests and length", () => {
    expect(Buffer.byteLength(docText)).toBe(138);
    expect(hashMessage(docText)).toBe("0xdc2182d526aaba944d11e7b2b57131affd7e8153c20d96a2d5be1320dbb9d2ed");
    expect(keccak256(toBytes(docText))).toBe(
      "0x006905b7e10d5b14a476916d2df4b2239c0af6450c8e818f7118c76e95b17cb8",
    );
  });

  it("are what the documentation's key signs", async () => {
    expect(docWallet.address.toLowerCase()).toBe(DOC_ADDRESS);
    expect(await docWallet.signMessage({ message: docText })).toBe(docSignature);
    expect(await recoverSigner(docMessage, await docWallet.signMessage({ message: docMessage }))).toBe(
      DOC_ADDRESS,
    );
  });

  it("tell a foreign signature apart", async () => {
    expect(await recoverSigner(docText, foreignSignature)).not.toBe(DOC_ADDRESS);
  });
});

describe("a key's signature", () => {
  it("may begin with any two characters and be written in capitals", async () => {
    expect(await recoverSigner(docText, `zz${r}${s}1b`.toUpperCase())).toBe(DOC_ADDRESS);
  });

  it("may have the high form of s", async () => {
    const high = (BigInt(`0x${ORDER}`) - BigInt(`0x${s}`)).toString(16).padStart(64, "0");
    expect(await recoverSigner(docText, `0x${r}${high}1c`)).toBe(DOC_ADDRESS);
  });

  it("counts the bytes of the text, not its characters", async () => {
    const text = "Grüße an die Börse ✓";
    expect(await recoverSigner(text, await docWallet.signMessage({ message: text }))).toBe(DOC_ADDRESS);
  });

  it.each([
    ["a sign inside", `0x-${r?.slice(1)}${s}1b`],
    ["no hexadecimal", `0x${"g".repeat(130)}`],
    ["r of zero", `0x${"0".repeat(64)}${s}1b`],
    ["s of zero", `0x${r}${"0".repeat(64)}1b`],
    ["r above the order", `0x${"f".repeat(64)}${s}1b`],
    ["r that is on no point", `0x${"0".repeat(63)}5${s}1b`],
    ["a recovery byte below", `0x${r}${s}1a`],
    ["a recovery byte above", `0x${r}${s}23`],
    ["a recovery byte of tiny r alone", `0x${r}${s}1d`],
    ["one character less", `0x${r}${s}1`],
  ])("with %s is refused with 0210", async (_, signature) => {
    const refusal = await recoverSigner(docText, signature).catch((error) => error);
    expect([refusal.status, refusal.bodyAt("/").err_code]).toEqual([400, "0210"]);
  });
});

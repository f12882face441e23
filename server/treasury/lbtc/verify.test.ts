import { describe, expect, it } from "vitest";
import type { DecodedTransaction, SpendableCoin } from "@/lib/contracts/elements";
import { lbtcWorksText } from "@/lib/messages/lbtc-works";
import { findStrangePayment } from "./verify";

const [LBTC, ASSET] = ["aa".repeat(32), "bb".repeat(32)];
const [PAYEE, OWN, FOREIGN] = ["0014aa", "0014bb", "0014cc"];
type Output = DecodedTransaction["vout"][number];
const output = (hex: string, value: bigint | undefined, asset = LBTC, type = "witness_v0_keyhash") =>
  ({ value, asset, scriptPubKey: { hex, type, address: hex } }) as unknown as Output;
const input = { txid: "11".repeat(32), vout: 0 } as DecodedTransaction["vin"][number];
const coin = (asset = LBTC) => ({ txid: input.txid, vout: 0, asset, amount: 1_000n }) as SpendableCoin;
const fee = output("", 10n, LBTC, "fee");

const judge = (vout: Output[], { asset = LBTC, vin = [input] } = {}) =>
  findStrangePayment(
    { scriptHex: PAYEE, amountSats: 600n, assetId: LBTC },
    { vin, vout } as unknown as DecodedTransaction,
    { coins: new Map([[`${input.txid}:0`, coin(asset)]]), own: new Set([OWN]) },
  );
const { why } = lbtcWorksText;
const pays = output(PAYEE, 600n);

describe("the draft of a payment in L-BTC", () => {
  it("is what was approved", () => {
    expect(judge([pays, output(OWN, 390n), fee])).toBeNull();
    expect(judge([pays, fee])).toBeNull();
  });

  it("may neither spend nor make anything but L-BTC", () => {
    expect(judge([pays, fee], { asset: ASSET })).toBe(why.otherAsset);
    expect(judge([pays, output(OWN, 1n, ASSET), fee])).toBe(why.otherAsset);
    expect(judge([pays, output(OWN, undefined), fee])).toBe(why.otherAsset);
    expect(judge([pays, fee], { vin: [{ ...input, issuance: {} } as typeof input] })).toBe(why.issuance);
    expect(judge([pays, fee], { vin: [{ ...input, vout: 7 }] })).toBe(why.unknownInput);
  });

  it("pays the address exactly once, nobody else, and one fee", () => {
    expect(judge([output(PAYEE, 599n), fee])).toBe(why.payment);
    expect(judge([pays, pays, fee])).toBe(why.payment);
    expect(judge([fee])).toBe(why.payment);
    expect(judge([pays, output(FOREIGN, 1n), fee])).toBe(why.foreignOutput);
    expect(judge([pays])).toBe(why.fee);
    expect(judge([pays, fee, fee])).toBe(why.fee);
  });
});

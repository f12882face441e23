import { expect, it } from "vitest";
import { mayPass } from "./refusal";

it("waits for a mempool and for coins that another transaction wants", () => {
  const words = [
    "mempool min fee not met, 26 < 100",
    "txn-mempool-conflict",
    "bad-txns-inputs-missingorspent",
  ];
  expect(words.map(mayPass)).toEqual([true, true, true]);
});

it("takes what lies in the transaction or the node's settings for lasting, and so any reason it does not know", () => {
  const words = [
    "min relay fee not met, 26 < 100",
    "mandatory-script-verify-flag-failed (Invalid Schnorr signature)",
    "Fee exceeds maximum configured by user (e.g. -maxtxfee, maxfeerate)",
    "Unspendable output exceeds maximum configured by user (maxburnamount)",
    "something new",
  ];
  expect(words.map(mayPass)).toEqual(Array(5).fill(false));
});

import { expect, it } from "vitest";
import { DecodedTransaction } from "./elements";

it("reads where an output lies as nodes before and after Elements 22 name it", () => {
  const paysTo = (place: object) => {
    const scriptPubKey = { hex: "00", type: "witness_v0_keyhash", ...place };
    const txid = "0".repeat(64);
    return DecodedTransaction.parse({ txid, vin: [], vout: [{ scriptPubKey }] }).vout[0]?.scriptPubKey;
  };
  const output = { hex: "00", type: "witness_v0_keyhash" };
  expect(paysTo({ address: "ex1" })).toEqual({ ...output, address: "ex1" });
  expect(paysTo({ addresses: ["ex1"], reqSigs: 1 })).toEqual({ ...output, address: "ex1" });
  expect(paysTo({})).toEqual(output);
});

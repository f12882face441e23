import { describe, expect, it } from "vitest";
import { encodeJson } from "@/lib/json";
import type { Operation } from "@/server/treasury/store";
import { toView } from "./operation-view";

const SECRETS = {
  signedHex: "0200000001deadbeef",
  plainHex: "0200000000cafe",
  changeData: '[{"amountblinder":"77"}]',
  orderText: '{"command":"burn"}',
};
const burn = {
  id: "7a3f",
  kind: "burn",
  state: "signed",
  facts: {
    txid: "aa",
    orderText: SECRETS.orderText,
    supply: { outpoints: [{ txid: "bb", vout: 1 }], vin: 0, ...SECRETS },
  },
} as unknown as Operation;

describe("an operation that leaves the server", () => {
  it.each(Object.entries(SECRETS))("leaves its %s behind", (_, secret) => {
    const words = encodeJson(secret);
    expect(encodeJson(burn)).toContain(words);
    expect(encodeJson(toView(burn))).not.toContain(words);
  });

  it("takes along what people look at", () => {
    expect(toView(burn)).toMatchObject({ id: "7a3f", facts: { txid: "aa", supply: { vin: 0 } } });
    expect(toView(burn).facts.supply?.outpoints).toHaveLength(1);
  });

  it("takes along why the node refused, so that a person can decide", () => {
    const { supply } = burn.facts;
    const refused = {
      ...burn,
      facts: { supply: { outpoints: [], ...supply, refused: "min relay fee not met" } },
    };
    expect(toView(refused).facts.supply?.refused).toBe("min relay fee not met");
  });

  it("does not take the stored transaction away from the worker", () => {
    toView(burn);
    expect(burn.facts.supply?.signedHex).toBe(SECRETS.signedHex);
  });
});

import { describe, expect, it } from "vitest";
import { parseExactJson, printExactJson } from "@/lib/exact-json";
import { formOf, REMOVED, withoutSecrets } from "./amp-call";

const BLINDER = "ab".repeat(32);

describe("a body in the log of calls", () => {
  it("has no blinder at any depth and keeps the rest", () => {
    const body = {
      tx_data: {
        txid: "11",
        details: [{ amount: -5, amountblinder: BLINDER, assetblinder: BLINDER, vout: 1 }],
      },
      change_data: [{ txid: "22", amountblinder: BLINDER }],
    };
    const clean = withoutSecrets(body, "/assets/a/distributions/d/confirm");
    expect(JSON.stringify(clean)).not.toContain(BLINDER);
    expect(clean).toEqual({
      tx_data: {
        txid: "11",
        details: [{ amount: -5, amountblinder: REMOVED, assetblinder: REMOVED, vout: 1 }],
      },
      change_data: [{ txid: "22", amountblinder: REMOVED }],
    });
  });

  it("has no password, token or name of a person", () => {
    expect(withoutSecrets({ username: "mia", password: "p" }, "/managers/create")).toEqual({
      username: REMOVED,
      password: REMOVED,
    });
    expect(
      withoutSecrets({ name: "Ada Lovelace", is_company: false, GAID: null }, "/registered_users/add"),
    ).toEqual({ name: REMOVED, is_company: false, GAID: null });
    expect(withoutSecrets({ memo: "call Ada" }, "/assets/a/memo/set")).toEqual({ memo: REMOVED });
    expect(withoutSecrets({ token: "t", api_key: "k" }, "/x")).toEqual({ token: REMOVED, api_key: REMOVED });
  });

  it("keeps an asset's name and its reissuance token's place", () => {
    const body = { name: "Green Bond", reissuance_address: "lq1", reissuance_amount: 1 };
    expect(withoutSecrets(body, "/assets/issue")).toEqual(body);
  });

  it("keeps numbers digit by digit", () => {
    const body = parseExactJson('{"amount":0.10000000,"sats":2100000000000000123}');
    expect(printExactJson(withoutSecrets(body, "/x"))).toBe(
      '{"amount":0.10000000,"sats":2100000000000000123}',
    );
  });

  it("may be a bare text", () => {
    expect(withoutSecrets("GA2abc", "/registered_users/7/gaids/add")).toBe("GA2abc");
  });
});

describe("the form of an answer", () => {
  it("tells what it is made of and no value", () => {
    expect(formOf('[{"id":1,"name":"Ada"},{"id":2,"name":"Bo"}]')).toEqual({
      kind: "list",
      count: 2,
      fields: ["id", "name"],
    });
    expect(formOf('{"token":"abc","GA2xyz9":{"x":1}}')).toEqual({ kind: "object", fields: ["token"] });
    expect(formOf("")).toEqual({ kind: "empty" });
    expect(formOf("<html>Bad Gateway</html>")).toEqual({ kind: "text" });
    expect(formOf("12")).toEqual({ kind: "value" });
  });
});

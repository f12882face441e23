import { describe, expect, it } from "vitest";
import { parseExactJson, printExactJson } from "@/lib/exact-json";
import { formOf, REMOVED, unquoting, withoutSecrets } from "./amp-call";

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

  it("is nothing but removed where it is a memo", () => {
    expect(withoutSecrets("Call Mr Meier +41 44 000", "/assets/a/memo/set")).toBe(REMOVED);
  });

  it("keeps where the issuer authorises: nothing else of an asset can be edited", () => {
    const body = { issuer_authorization_endpoint: "https://issuer.example/amp" };
    expect(withoutSecrets(body, "/assets/a/edit")).toEqual(body);
    expect(withoutSecrets({ Authorization: "token t" }, "/x")).toEqual({ Authorization: REMOVED });
  });
});

describe("AMP's words of a refusal", () => {
  it("quote neither the names nor the secrets of the request they are about", () => {
    const masked = unquoting({ name: "Ada Lovelace", GAID: "GA2x" }, "/registered_users/add");
    expect(masked("A user ada lovelace with GA2x exists, see ada@example.org.")).toBe(
      `A user ${REMOVED} with GA2x exists, see ${REMOVED}`,
    );
    expect(unquoting("(+41) 44", "/assets/a/memo/set")("Not a memo: (+41) 44")).toBe(
      `Not a memo: ${REMOVED}`,
    );
  });

  it("keep their own words where the name is a short one", () => {
    expect(unquoting({ name: "Al" }, "/registered_users/add")("Al is already registered.")).toBe(
      `${REMOVED} is already registered.`,
    );
  });

  it("have no blinder", () => {
    expect(unquoting({ x: [{ amountblinder: BLINDER }] }, "/assets/a/x")(`Wrong: ${BLINDER}`)).toBe(
      `Wrong: ${REMOVED}`,
    );
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

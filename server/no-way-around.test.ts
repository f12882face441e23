import { describe, expect, it } from "vitest";
import { readSources, withoutComments } from "./testing";

/**
 * Nothing of the product moves a coin but the treasury's own steps. The sandbox, which is another program, and what only
 * tests use are left out.
 */

const files = [...readSources().files].filter(
  ([file]) =>
    !/^(e2e|server\/sandbox|server\/bin)\//.test(file) && !/(\.test\.tsx?$|\/testing[^/]*$)/.test(file),
);

/** Methods by which an Elements wallet or node sends, or makes what can be sent. */
const MOVES =
  /\b(?:call\w*)\(\s*"(send\w*|destroyamount|reissueasset|issueasset|rawissueasset|rawreissueasset|bumpfee|psbtbumpfee|walletprocesspsbt|walletcreatefundedpsbt|signrawtransactionwith\w+|fundrawtransaction|createrawtransaction|generatetoaddress)"/g;

const asked = () =>
  files.flatMap(([file, text]) =>
    [...withoutComments(text).matchAll(MOVES)].map(([, method]) => `${file}: ${method}`),
  );

const users = (name: string) =>
  files.flatMap(([file, text]) => (new RegExp(`\\b${name}\\(`).test(withoutComments(text)) ? [file] : []));

describe("no way around the treasury's operations", () => {
  it("asks a node for what moves coins in two files alone", () => {
    expect([...new Set(asked())].sort()).toEqual([
      "server/elements/raw.ts: createrawtransaction",
      "server/elements/raw.ts: fundrawtransaction",
      "server/elements/raw.ts: rawreissueasset",
      "server/elements/raw.ts: sendrawtransaction",
      "server/elements/raw.ts: signrawtransactionwithwallet",
      "server/elements/wallet.ts: sendmany",
    ]);
  });

  it.each([
    ["sendMany", ["server/elements/wallet.ts", "server/treasury/send.ts"]],
    ["sendRaw", ["server/elements/raw.ts", "server/treasury/supply/broadcast.ts"]],
  ])("%s is called by one step", (name, only) => {
    expect(users(name)).toEqual(only);
  });

  it("names no method at run time: what is asked of a node stands in the code", () => {
    const indirect = files.filter(
      ([file, text]) =>
        /^server\/(?!sandbox|control)/.test(file) &&
        /\bnode\.call\(\s*(?![\s"'`])/.test(withoutComments(text)),
    );
    expect(indirect.map(([file]) => file)).toEqual([]);
  });
});

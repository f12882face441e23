import { address as codec, networks, payments } from "liquidjs-lib";
import { describe, expect, test } from "vitest";
import { networkOfAddress, readLiquidAddress, unconfidentialAddress } from "./liquid-address";

const KEY = Buffer.from("0279be667ef9dcbbac55a06295ce870b07029bfcdb2dce28d959f2815b16f81798", "hex");
const SCRIPTS = {
  p2pkh: payments.p2pkh({ pubkey: KEY }),
  p2sh: payments.p2sh({ redeem: payments.p2wpkh({ pubkey: KEY }) }),
  p2wpkh: payments.p2wpkh({ pubkey: KEY }),
  p2wsh: payments.p2wsh({ redeem: payments.p2ms({ m: 1, pubkeys: [KEY] }) }),
  segwit: { output: Buffer.concat([Buffer.from([0x51, 32]), KEY.subarray(1)]) },
};

const EXAMPLES = [
  ["liquid", /^(VJL|VT)/, /^lq1/],
  ["testnet", /^(vj|vt)/, /^tlq1/],
  ["regtest", /^(CTE|Azp)/, /^el1/],
] as const;

describe.each(EXAMPLES)("addresses of %s", (network, base58, blech32) => {
  test.each(Object.entries(SCRIPTS))("reads %s in both forms as the same script", (kind, { output }) => {
    if (!output) throw new Error("no script");
    const plain = codec.fromOutputScript(output, networks[network]);
    const expected = { network, kind, scriptHex: output.toString("hex") };
    expect(readLiquidAddress(plain, network)).toEqual({ ...expected, blindingKey: null });
    const blinded = codec.toConfidential(plain, KEY);
    expect(blinded).toMatch(kind === "p2pkh" || kind === "p2sh" ? base58 : blech32);
    expect(readLiquidAddress(blinded, network)).toEqual({ ...expected, blindingKey: KEY.toString("hex") });
    expect(networkOfAddress(blinded)).toBe(network);
    expect([unconfidentialAddress(blinded), unconfidentialAddress(plain)]).toEqual([plain, plain]);
  });

  test("refuses an address of another network", () => {
    const other = network === "liquid" ? "testnet" : "liquid";
    const plain = codec.fromOutputScript(SCRIPTS.p2sh.output ?? Buffer.alloc(0), networks[other]);
    expect(readLiquidAddress(codec.toConfidential(plain, KEY), network)).toBeNull();
    expect(networkOfAddress(codec.toConfidential(plain, KEY))).toBe(other);
  });
});

test("reads the recorded confidential address of a real node", () => {
  const recorded =
    "el1qq2ygktq94ty37tzsw9n5vn93h3aagj092tklr6mstv4myat3xzma856de8cye60saqtq2t635v26tswury8xczwzfg2cxwun0";
  expect(readLiquidAddress(recorded, "regtest")).toMatchObject({
    scriptHex: "0014d34dc9f04ce9f0e816052f51a315a5c1dc190e6c",
    blindingKey: "02888b2c05aac91f2c507167464cb1bc7bd449e552edf1eb705b2bb2757130b7d3",
  });
});

test("refuses every single changed character of an address", () => {
  const plain = codec.fromOutputScript(SCRIPTS.p2wpkh.output ?? Buffer.alloc(0), networks.testnet);
  const blinded = codec.toConfidential(plain, KEY);
  for (const [index, character] of [...blinded].entries()) {
    const changed = `${blinded.slice(0, index)}${character === "q" ? "p" : "q"}${blinded.slice(index + 1)}`;
    expect(readLiquidAddress(changed, "testnet")).toBeNull();
  }
});

test.each(["", "invalidaddress", "VTnotanaddress", "tlq1", "GA114wqp9EXcPFELYrmgg2nmBpX4T"])(
  "refuses %j on every network",
  (text) => {
    expect(networkOfAddress(text)).toBeNull();
  },
);

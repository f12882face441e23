import { expect } from "vitest";
import { newWallet, signText, type TestIdentity } from "../testing";
import { conform } from "./testing";

const MIXED = "0xEf678007D18427E6022059Dbc264f27507CD1ffC";
const SHORT = /\nNonce: (0|[1-9]\d{0,9})$/;
const LONG = /\nNonce: (0|[1-9]\d{0,38})$/;
const BEGINNING = "Welcome!\nPlease sign this message to verify that you are the owner of address: ";
const MESSAGE = (digits: number) =>
  new RegExp(
    "^Please sign this message to verify your wallet ownership, unique ID: " +
      `[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}, nonce: (0|[1-9]\\d{0,${digits - 1}})$`,
  );

const textOf = async (bench: TestIdentity, address: string): Promise<string> =>
  (await bench.call("POST /authorize", { body: { address } })).body.payload;

const messageOf = async (bench: TestIdentity): Promise<string> =>
  (await bench.call("POST /authorize/by-message")).body.payload;

const nonces = (texts: string[], pattern: RegExp) =>
  texts.map((text) => BigInt(pattern.exec(text)?.[1] ?? -1));

conform({
  "ID-AUTH-01": async (bench) => {
    const { status, headers, body } = await bench.call("POST /authorize", { body: { address: MIXED } });
    expect([status, headers.get("content-type"), Object.keys(body)]).toEqual([
      ...[200, "application/json", ["payload"]],
    ]);
  },
  "ID-AUTH-02": {
    strict: async (bench) => {
      const texts = await Promise.all(Array.from({ length: 20 }, () => textOf(bench, MIXED)));
      for (const text of texts) expect(text.startsWith(`${BEGINNING}${MIXED.toLowerCase()}\n`)).toBe(true);
      expect(nonces(texts, SHORT).every((nonce) => nonce >= 0n && nonce <= 2_147_483_646n)).toBe(true);
      expect(new Set(texts).size).toBe(20);
    },
    default: async (bench) => {
      const texts = await Promise.all(Array.from({ length: 20 }, () => textOf(bench, MIXED)));
      for (const text of texts) expect(text.startsWith(`${BEGINNING}${MIXED.toLowerCase()}\n`)).toBe(true);
      expect(nonces(texts, LONG).every((nonce) => nonce >= 0n && nonce < 2n ** 128n)).toBe(true);
      expect(nonces(texts, LONG).filter((nonce) => nonce > 2n ** 100n).length).toBeGreaterThan(15);
    },
  },
  "ID-AUTH-03": async (bench) => {
    expect(await textOf(bench, MIXED)).toContain(`address: ${MIXED.toLowerCase()}\n`);
  },
  "ID-AUTH-04": {
    strict: async (bench) => {
      const wallet = newWallet();
      const first = await signText(bench, wallet);
      const second = await signText(bench, wallet);
      expect(first.signed_payload).not.toBe(second.signed_payload);
      const { status, body } = await bench.call("POST /authorize/jwt", { body: first });
      expect([status, body.err_code]).toEqual([400, "0210"]);
      expect((await bench.call("POST /authorize/jwt", { body: second })).status).toBe(200);
    },
    default: async (bench) => {
      const wallet = newWallet();
      const signed = [];
      for (let count = 0; count < 6; count++) signed.push(await signText(bench, wallet));
      const [oldest, ...newest] = signed;
      const refused = await bench.call("POST /authorize/jwt", { body: oldest });
      expect([refused.status, refused.body.err_code]).toEqual([400, "0210"]);
      for (const body of newest) expect((await bench.call("POST /authorize/jwt", { body })).status).toBe(200);
    },
  },
  "ID-AUTH-05": async (bench) => {
    for (const address of ["0x00", "campaignaddress", "", "Ä\u0000\n", "x".repeat(20_000)]) {
      expect(await textOf(bench, address)).toContain(`address: ${address.toLowerCase()}\nNonce: `);
    }
    expect(await textOf(bench, 12 as never)).toContain("address: 12\n");
  },
  "ID-AUTH-06": async (bench) => {
    expect((await bench.call("POST /authorize", { body: {} })).status).toBe(400);
  },
  "ID-AUTH-07": async (bench) => {
    const { status, headers, body } = await bench.call("POST /authorize/by-message");
    expect([status, headers.get("content-type"), Object.keys(body)]).toEqual([
      ...[200, "application/json", ["payload"]],
    ]);
    const typed = await bench.call("POST /authorize/by-message", {
      body: "anything",
      headers: { "content-type": "text/plain" },
    });
    expect(typed.status).toBe(200);
  },
  "ID-AUTH-08": {
    strict: async (bench) => {
      const messages = await Promise.all(Array.from({ length: 10 }, () => messageOf(bench)));
      for (const message of messages) expect(message).toMatch(MESSAGE(10));
    },
    default: async (bench) => {
      const messages = await Promise.all(Array.from({ length: 10 }, () => messageOf(bench)));
      for (const message of messages) expect(message).toMatch(MESSAGE(39));
    },
  },
  "ID-AUTH-09": async (bench) => {
    const messages = [await messageOf(bench), await messageOf(bench), await messageOf(bench)];
    for (const message_to_sign of messages) {
      const wallet = newWallet();
      const signed_payload = await wallet.signMessage({ message: message_to_sign });
      const body = { address: wallet.address, message_to_sign, signed_payload };
      expect((await bench.call("POST /authorize/jwt/by-message", { body })).status).toBe(200);
    }
  },
});

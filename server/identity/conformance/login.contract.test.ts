import { eq } from "drizzle-orm";
import { expect } from "vitest";
import { refreshTokens } from "../db/token-tables";
import { appUsers } from "../db/user-tables";
import { DOC_ADDRESS, docNonce, docSignature, docText, vectors } from "../login/golden-testing";
import { recoverSigner } from "../login/key-signature";
import { addText } from "../login/text-store";
import { hashText } from "../login/texts";
import { docWallet, newWallet, signIn, signText, type TestIdentity } from "../testing";
import { conform } from "./testing";

const logIn = (bench: TestIdentity, body: object) => bench.call("POST /authorize/jwt", { body });

const usersOf = ({ database: { db } }: TestIdentity, address: string) =>
  db.select().from(appUsers).where(eq(appUsers.address, address));

async function expectRefused(bench: TestIdentity, body: object, code: string, message?: RegExp) {
  const answer = await logIn(bench, body);
  expect([answer.status, answer.body.err_code]).toEqual([400, code]);
  if (message) expect(answer.body.message).toMatch(message);
}

/** As the original hands texts out: for good, for no page, chain or secret. */
const UNBOUND = {
  createdAt: new Date(),
  ...{ expiresAt: null, origin: null, chainId: null, verifierHash: null, callerHash: null },
};

conform({
  "ID-AUTH-10": async (bench) => {
    const { answer, address } = await signIn(bench);
    expect(answer.status).toBe(200);
    expect(Object.keys(answer.body)).toEqual([
      ...["access_token", "expires_in", "refresh_token", "refresh_token_expires_in"],
    ]);
    expect(await usersOf(bench, address)).toMatchObject([{ email: null, userInfoUuid: null }]);
  },
  "ID-AUTH-11": async (bench) => {
    const wallet = newWallet();
    const { address } = await signIn(bench, wallet);
    expect((await signIn(bench, wallet)).answer.status).toBe(200);
    expect(await usersOf(bench, address)).toHaveLength(1);
  },
  "ID-AUTH-12": async (bench) => {
    const { body } = (await signIn(bench)).answer;
    expect([body.expires_in, body.refresh_token_expires_in]).toEqual([86_400_000, 7_776_000_000]);
  },
  "ID-AUTH-13": async (bench) => {
    const { refreshToken } = await signIn(bench);
    expect(refreshToken).toMatch(/^[a-zA-Z0-9_+-]{128}$/);
    expect(new Set(refreshToken).size).toBeGreaterThan(30);
  },
  "ID-AUTH-14": async (bench) => {
    const wallet = newWallet();
    const signed_payload = await wallet.signMessage({ message: "anything" });
    await expectRefused(bench, { address: wallet.address, signed_payload }, "0209", /^There is no payload/);
  },
  "ID-AUTH-15": async (bench) => {
    const signed = await signText(bench, newWallet());
    const other = await signText(bench, newWallet());
    const body = { ...signed, signed_payload: other.signed_payload };
    await expectRefused(bench, body, "0210", /not equal to signed address: 0x[0-9a-f]{40}$/);
  },
  "ID-AUTH-16": async (bench) => {
    const signed = await signText(bench, newWallet());
    const wrong = await newWallet().signMessage({ message: "another text" });
    await expectRefused(bench, { ...signed, signed_payload: wrong }, "0210");
    expect((await logIn(bench, signed)).status).toBe(200);
  },
  "ID-AUTH-17": async (bench) => {
    const signed = await signText(bench, newWallet());
    expect((await logIn(bench, signed)).status).toBe(200);
    await expectRefused(bench, signed, "0209");
  },
  "ID-AUTH-18": async (bench) => {
    for (let round = 0; round < 6; round++) {
      const signed = await signText(bench, newWallet());
      const inner = signed.signed_payload.endsWith("1b") ? "00" : "01";
      const signed_payload = `${signed.signed_payload.slice(0, -2)}${inner}`;
      expect((await logIn(bench, { ...signed, signed_payload })).status).toBe(200);
    }
  },
  "ID-AUTH-19": async () => {
    const second = vectors.filter(({ text }) => text === "4305308538901004665");
    expect(second).toHaveLength(2);
    for (const { text, signature, signer } of second) {
      expect(await recoverSigner(text, signature)).toBe(signer);
    }
  },
  "ID-AUTH-20": async (bench) => {
    await addText(bench.database.db, {
      addressHash: hashText(DOC_ADDRESS),
      nonce: docNonce,
      textHash: hashText(docText),
      ...UNBOUND,
    });
    const body = { address: docWallet.address, signed_payload: docSignature, chain_id: 0 };
    expect((await logIn(bench, body)).status).toBe(200);
  },
  "ID-AUTH-21": async (bench) => {
    expect((await signIn(bench, newWallet())).answer.status).toBe(200);
  },
  "ID-AUTH-22": async (bench) => {
    const signed = await signText(bench, newWallet());
    for (const digits of ["g".repeat(130), "0x".repeat(65), `${" ".repeat(129)}1`]) {
      await expectRefused(
        bench,
        { ...signed, signed_payload: `0x${digits}` },
        "0210",
        /not a valid hex value/,
      );
    }
  },
  "ID-AUTH-23": async (bench) => {
    const signed = await signText(bench, newWallet());
    for (const r of ["0".repeat(64), "f".repeat(64), `${"0".repeat(63)}5`, `-${"1".repeat(63)}`]) {
      await expectRefused(bench, { ...signed, signed_payload: `0x${r}${"1".repeat(64)}1b` }, "0210");
    }
    await expectRefused(bench, { ...signed, signed_payload: `0x${"1".repeat(128)}ff` }, "0210", /recovered/);
    expect((await logIn(bench, signed)).status).toBe(200);
  },
  "ID-AUTH-24": async (bench) => {
    const wallet = newWallet();
    const address = "ö-kein-Wallet";
    const { payload } = (await bench.call("POST /authorize", { body: { address } })).body;
    const signed_payload = await wallet.signMessage({ message: payload });
    const { body } = await logIn(bench, { address, signed_payload });
    // who is recovered depends on the digest, and with it on the length that stands before the text
    expect(body.message).toContain(`signed address: ${wallet.address.toLowerCase()}`);
  },
  "ID-AUTH-25": async (bench) => {
    for (const chain_id of [0, 4711, -1, null, "", "137"]) {
      const signed = await signText(bench, newWallet());
      expect((await logIn(bench, { ...signed, chain_id })).status).toBe(200);
    }
    const { chain_id: _, ...signed } = await signText(bench, newWallet());
    expect((await logIn(bench, signed)).status).toBe(200);
  },
  "ID-AUTH-38": {
    strict: async (bench) => {
      const wallet = newWallet();
      const { refreshToken, address } = await signIn(bench, wallet);
      await signIn(bench, wallet);
      const answer = await bench.call("POST /authorize/refresh", { body: { refresh_token: refreshToken } });
      expect(answer.body.err_code).toBe("0208");
      expect(await tokensOf(bench, address)).toHaveLength(1);
    },
    default: async (bench) => {
      const wallet = newWallet();
      const logins = [];
      for (let count = 0; count < 11; count++) logins.push(await signIn(bench, wallet));
      const [oldest, second] = logins;
      const refresh = (token = "") =>
        bench.call("POST /authorize/refresh", { body: { refresh_token: token } });
      expect((await refresh(oldest?.refreshToken)).body.err_code).toBe("0208");
      expect((await refresh(second?.refreshToken)).status).toBe(200);
      expect(await tokensOf(bench, oldest?.address ?? "")).toHaveLength(10);
    },
  },
  "ID-AUTH-39": async (bench) => {
    const signed = await signText(bench, newWallet());
    const answers = await Promise.all(Array.from({ length: 8 }, () => logIn(bench, signed)));
    expect(answers.map(({ status }) => status).sort()).toEqual([200, ...Array(7).fill(400)]);
    expect(new Set(answers.map(({ body }) => body.err_code))).toEqual(new Set([undefined, "0209"]));
  },
  "ID-AUTH-40": async (bench) => {
    const replica = await bench.replica();
    const signed = await signText(bench, newWallet());
    expect((await logIn(replica, signed)).status).toBe(200);
    await expectRefused(bench, signed, "0209");
  },
});

const tokensOf = ({ database: { db } }: TestIdentity, address: string) =>
  db.select().from(refreshTokens).where(eq(refreshTokens.userAddress, address));

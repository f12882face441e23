import { eq } from "drizzle-orm";
import { expect } from "vitest";
import { appUsers } from "../db/user-tables";
import { DOC_ADDRESS, docMessage } from "../login/golden-testing";
import { addText } from "../login/text-store";
import { hashText } from "../login/texts";
import { docWallet, newWallet, signIn, type TestIdentity } from "../testing";
import { conform } from "./testing";

const logIn = (bench: TestIdentity, body: object) => bench.call("POST /authorize/jwt/by-message", { body });

async function signMessage(bench: TestIdentity, wallet = newWallet()) {
  const message_to_sign: string = (await bench.call("POST /authorize/by-message")).body.payload;
  const signed_payload = await wallet.signMessage({ message: message_to_sign });
  return { address: wallet.address, message_to_sign, signed_payload };
}

const usersOf = ({ database: { db } }: TestIdentity, address: string) =>
  db.select().from(appUsers).where(eq(appUsers.address, address.toLowerCase()));

async function expectRefused(bench: TestIdentity, body: object, code: string, message: RegExp) {
  const answer = await logIn(bench, body);
  expect([answer.status, answer.body.err_code]).toEqual([400, code]);
  expect(answer.body.message).toMatch(message);
}

/** As the original hands texts out: for good, for no page, chain or secret. */
const UNBOUND = {
  createdAt: new Date(),
  ...{ expiresAt: null, origin: null, chainId: null, verifierHash: null, callerHash: null },
};

conform({
  "ID-AUTH-32": async (bench) => {
    const signed = await signMessage(bench);
    const { status, body } = await logIn(bench, signed);
    expect([status, Object.keys(body).length]).toEqual([200, 4]);
    expect(await usersOf(bench, signed.address)).toHaveLength(1);
    expect((await bench.call("GET /user", { bearer: body.access_token })).status).toBe(200);
  },
  "ID-AUTH-33": async (bench) => {
    const { wallet } = await signIn(bench);
    expect((await logIn(bench, await signMessage(bench, wallet))).status).toBe(200);
    expect(await usersOf(bench, wallet.address)).toHaveLength(1);
  },
  "ID-AUTH-34": async (bench) => {
    const signed = await signMessage(bench);
    const changed = signed.message_to_sign.replace("Please", "please");
    await expectRefused(
      bench,
      { ...signed, message_to_sign: changed },
      "0209",
      /^There is no payload for message/,
    );
    await expectRefused(bench, { ...signed, message_to_sign: "a text" }, "0209", /a text/);
    const { payload } = (await bench.call("POST /authorize", { body: { address: signed.address } })).body;
    await expectRefused(bench, { ...signed, message_to_sign: payload }, "0209", /no payload/);
  },
  "ID-AUTH-35": async (bench) => {
    const signed = await signMessage(bench);
    const other = { ...signed, address: newWallet().address };
    await expectRefused(bench, other, "0210", /not equal to signed address/);
    const answers = await Promise.all(Array.from({ length: 5 }, () => logIn(bench, signed)));
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 400, 400, 400, 400]);
    await expectRefused(bench, signed, "0209", /no payload/);
  },
  "ID-AUTH-36": async (bench) => {
    const signed = await signMessage(bench);
    for (const signed_payload of ["0x", `${signed.signed_payload}00`, signed.signed_payload.slice(0, -2)]) {
      await expectRefused(bench, { ...signed, signed_payload }, "0210", /is of wrong length\.$/);
    }
    expect((await logIn(bench, signed)).status).toBe(200);
  },
  "ID-AUTH-37": async (bench) => {
    const unused = { addressHash: null, nonce: "721558130", ...UNBOUND };
    await addText(bench.database.db, { ...unused, textHash: hashText(docMessage) });
    const signed_payload = await docWallet.signMessage({ message: docMessage });
    const body = { address: DOC_ADDRESS, message_to_sign: docMessage, signed_payload };
    expect((await logIn(bench, body)).status).toBe(200);
  },
});

import { randomUUID } from "node:crypto";
import { eq } from "drizzle-orm";
import { expect } from "vitest";
import { now } from "@/server/platform/clock";
import { refreshTokens } from "../db/token-tables";
import { appUsers, userInfos } from "../db/user-tables";
import { newWallet, signIn, type TestIdentity } from "../testing";
import { conform } from "./testing";
import { claimsOf, forge } from "./tokens-testing";

/** A KYC record that the user's row points to. */
async function linkRecord({ database: { db } }: TestIdentity, address: string) {
  const uuid = randomUUID();
  const names = { sessionId: "session", firstName: "sealed", lastName: "sealed" };
  await db
    .insert(userInfos)
    .values({ uuid, ...names, createdAt: now(), connected: true, deactivated: false });
  await db.update(appUsers).set({ userInfoUuid: uuid }).where(eq(appUsers.address, address));
}

const stranger = () => forge(claimsOf(newWallet().address.toLowerCase()));

async function expectMissing(bench: TestIdentity, request: string, body?: unknown) {
  const answer = await bench.call(request, { bearer: await stranger(), body });
  expect([answer.status, answer.body.err_code]).toEqual([400, "0301"]);
  expect(answer.body.message).toMatch(
    bench.mode === "strict"
      ? /^Missing user with address: WalletAddress\(value=0x[0-9a-f]{40}\)$/
      : /^Missing user with address: 0x[0-9a-f]{40}$/,
  );
}

const tokensOf = ({ database: { db } }: TestIdentity, address: string) =>
  db.select().from(refreshTokens).where(eq(refreshTokens.userAddress, address));

conform({
  "ID-USR-01": async (bench) => {
    const { accessToken, address } = await signIn(bench);
    await linkRecord(bench, address);
    const { text } = await bench.call("GET /user", { bearer: accessToken });
    expect(text).toBe(`{"address":"${address}","email":null,"email_verified":true,"kyc_completed":true}`);
  },
  "ID-USR-02": async (bench) => {
    const { accessToken } = await signIn(bench);
    expect((await bench.call("GET /user", { bearer: accessToken })).body.kyc_completed).toBe(false);
  },
  "ID-USR-03": (bench) => expectMissing(bench, "GET /user"),
  "ID-USR-04": async (bench) => {
    const { accessToken: bearer, address } = await signIn(bench);
    const body = { email: "investor@mail.example" };
    const { status, body: user } = await bench.call("PUT /user", { bearer, body });
    expect(status).toBe(200);
    expect(user).toEqual({ address, ...body, email_verified: true, kyc_completed: false });
    expect((await bench.call("PUT /user", { bearer, body })).body).toEqual(user);
    expect((await bench.call("GET /user", { bearer })).body).toEqual(user);
    const [row] = await bench.database.db.select().from(appUsers).where(eq(appUsers.address, address));
    expect(row?.email).not.toContain("investor");
  },
  "ID-USR-05": async (bench) => {
    const { accessToken: bearer } = await signIn(bench);
    await bench.call("PUT /user", { bearer, body: { email: "INVESTOR@Mail.Example" } });
    expect((await bench.call("GET /user", { bearer })).body.email).toBe("investor@mail.example");
  },
  "ID-USR-06": (bench) => expectMissing(bench, "PUT /user", { email: "a@b.example" }),
  "ID-USR-07": async (bench) => {
    const { accessToken } = await signIn(bench);
    expect((await bench.call("GET /user", { bearer: accessToken })).body.email).toBeNull();
  },
  "ID-USR-08": async (bench) => {
    const { accessToken: bearer } = await signIn(bench);
    const before = await bench.call("GET /user", { bearer });
    const after = await bench.call("PUT /user", { bearer, body: { email: "no e-mail at all" } });
    expect([before, after].map(({ body }) => body.email_verified)).toEqual([true, true]);
    expect(after.body.email).toBe("no e-mail at all");
  },
  "ID-USR-09": async (bench) => {
    const { accessToken: bearer, address } = await signIn(bench);
    const isComplete = async () => (await bench.call("GET /user", { bearer })).body.kyc_completed;
    expect(await isComplete()).toBe(false);
    await linkRecord(bench, address);
    expect(await isComplete()).toBe(true);
    await bench.database.db.update(userInfos).set({ deactivated: true });
    expect(await isComplete()).toBe(true);
  },
  "ID-USR-10": async (bench) => {
    const { accessToken: bearer } = await signIn(bench);
    for (const body of [{}, { email: null }, { e_mail: "a@b.example" }]) {
      const answer = await bench.call("PUT /user", { bearer, body });
      expect([answer.status, answer.body.path]).toEqual([400, "/user"]);
    }
  },
  "ID-OUT-01": async (bench) => {
    const { accessToken, address } = await signIn(bench);
    expect(await tokensOf(bench, address)).toHaveLength(1);
    const { status, text } = await bench.call("POST /user/logout", { bearer: accessToken });
    expect([status, text, await tokensOf(bench, address)]).toEqual([200, "", []]);
  },
  "ID-OUT-02": async (bench) => {
    expect((await bench.call("POST /user/logout", { bearer: await stranger() })).status).toBe(200);
  },
  "ID-OUT-03": async (bench) => {
    const { accessToken, refreshToken } = await signIn(bench);
    await bench.call("POST /user/logout", { bearer: accessToken });
    const body = { refresh_token: refreshToken };
    const { status, body: error } = await bench.call("POST /authorize/refresh", { body });
    expect([status, error.err_code]).toEqual([400, "0208"]);
  },
});

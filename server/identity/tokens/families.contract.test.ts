import { afterAll, afterEach, beforeAll, expect, test } from "vitest";
import { turnClock } from "@/server/platform/clock";
import { newWallet, signIn, startTestIdentity, type TestIdentity } from "../testing";

let bench: TestIdentity;
beforeAll(async () => {
  bench = await startTestIdentity("default");
});
afterAll(() => bench?.stop());
afterEach(() => turnClock(0));

const refresh = async (token: string) => {
  const { status, body } = await bench.call("POST /authorize/refresh", { body: { refresh_token: token } });
  return { status, code: body.err_code as string | undefined, token: body.refresh_token as string };
};

const DEAD = { status: 400, code: "0208" };

test("a refreshed token works on, each time as another one", async () => {
  const tokens = [(await signIn(bench)).refreshToken];
  for (let round = 0; round < 5; round++) {
    turnClock(round * 60_000);
    const renewed = await refresh(tokens.at(-1) ?? "");
    expect(renewed.status).toBe(200);
    tokens.push(renewed.token);
  }
  expect(new Set(tokens).size).toBe(6);
});

test("a token that was replaced long ago ends its login, and no other one", async () => {
  const wallet = newWallet();
  const stolen = (await signIn(bench, wallet)).refreshToken;
  const elsewhere = (await signIn(bench, wallet)).refreshToken;
  const current = (await refresh(stolen)).token;
  turnClock(61_000);
  expect(await refresh(stolen)).toMatchObject(DEAD);
  expect(await refresh(current)).toMatchObject(DEAD);
  expect(await refresh(elsewhere)).toMatchObject({ status: 200 });
});

test("two tabs that refresh at once both go on", async () => {
  const { refreshToken } = await signIn(bench);
  const both = await Promise.all([refresh(refreshToken), refresh(refreshToken)]);
  expect(both.map(({ status }) => status)).toEqual([200, 200]);
  expect(both[0]?.token).not.toBe(both[1]?.token);
  turnClock(59_000);
  const third = await refresh(refreshToken);
  for (const { token } of [...both, third]) expect((await refresh(token)).status).toBe(200);
});

test("what two tabs hold ends together with the login that was copied", async () => {
  const { refreshToken } = await signIn(bench);
  const both = await Promise.all([refresh(refreshToken), refresh(refreshToken)]);
  turnClock(61_000);
  expect(await refresh(refreshToken)).toMatchObject(DEAD);
  for (const { token } of both) expect(await refresh(token)).toMatchObject(DEAD);
});

test("a logout ends access everywhere, and none that is given after it", async () => {
  const wallet = newWallet();
  const stays = await signIn(bench);
  const others = [await signIn(bench, wallet), await signIn(bench, wallet)];
  const refreshed = (
    await bench.call("POST /authorize/refresh", { body: { refresh_token: others[0]?.refreshToken } })
  ).body.access_token;
  const last = await signIn(bench, wallet);
  const check = async (bearer: string) => (await bench.call("GET /user", { bearer })).body.err_code;
  expect(await check(refreshed)).toBeUndefined();
  expect((await bench.call("POST /user/logout", { bearer: last.accessToken })).status).toBe(200);
  const next = await signIn(bench, wallet);
  for (const bearer of [...others.map(({ accessToken }) => accessToken), refreshed, last.accessToken])
    expect(await check(bearer)).toBe("0204");
  for (const bearer of [next.accessToken, stays.accessToken]) expect(await check(bearer)).toBeUndefined();
});

test("a logout ends the logins on every device", async () => {
  const wallet = newWallet();
  const first = await signIn(bench, wallet);
  const second = await signIn(bench, wallet);
  await bench.call("POST /user/logout", { bearer: second.accessToken });
  for (const { refreshToken } of [first, second]) expect(await refresh(refreshToken)).toMatchObject(DEAD);
});

test("logins, refreshes and logouts of one wallet at once never fail", async () => {
  const wallet = newWallet();
  const { accessToken, refreshToken } = await signIn(bench, wallet);
  const answers = await Promise.all([
    ...[1, 2, 3].map(() => signIn(bench, wallet).then(({ answer }) => answer.status)),
    ...[1, 2, 3].map(() => refresh(refreshToken).then(({ status }) => status)),
    bench.call("POST /user/logout", { bearer: accessToken }).then(({ status }) => status),
  ]);
  expect(answers.filter((status) => status !== 200 && status !== 400)).toEqual([]);
});

test("rotation can be switched off by itself", async () => {
  const still = await bench.replica({ fixes: ["-rotateRefresh"] });
  const { refreshToken } = await signIn(still);
  const body = { refresh_token: refreshToken };
  for (const offset of [0, 60_000]) {
    turnClock(offset);
    const answer = await still.call("POST /authorize/refresh", { body });
    expect([answer.status, answer.body.refresh_token]).toEqual([200, refreshToken]);
  }
});

test("no token is stored as it is", async () => {
  const { refreshToken, accessToken } = await signIn(bench);
  const { token } = await refresh(refreshToken);
  const { rows } = await bench.database.db.execute<{ row: string }>(
    `select t::text as row from identity.refresh_token t union all
     select t::text from identity.retired_refresh_token t union all
     select t::text from identity.signing_key t union all
     select t::text from identity.login_text t`,
  );
  expect(rows.length).toBeGreaterThan(2);
  const dump = rows.map(({ row }) => row).join("\n");
  for (const secret of [refreshToken, accessToken, token, "PRIVATE KEY"]) expect(dump).not.toContain(secret);
});

import { afterAll, beforeAll, expect, test } from "vitest";
import { readingLog } from "@/server/platform/testing-log";
import { signIn, startTestIdentity, type TestIdentity } from "./testing";

let bench: TestIdentity;
beforeAll(async () => {
  bench = await startTestIdentity("default");
});
afterAll(() => bench?.stop());

test("a wallet signs in, is known, refreshes and leaves", async () => {
  expect(await bench.call("GET /actuator/health")).toMatchObject({ status: 200, body: { status: "UP" } });
  const { answer, accessToken, refreshToken, address } = await signIn(bench);
  expect(answer.status).toBe(200);
  const user = { address, email: null, email_verified: true, kyc_completed: false };
  expect((await bench.call("GET /user", { bearer: accessToken })).body).toEqual(user);
  const renewed = await bench.call("POST /authorize/refresh", { body: { refresh_token: refreshToken } });
  expect(renewed.status).toBe(200);
  expect((await bench.call("POST /user/logout", { bearer: accessToken })).status).toBe(200);
  const after = await bench.call("POST /authorize/refresh", {
    body: { refresh_token: renewed.body.refresh_token },
  });
  expect(after.body).toMatchObject({ err_code: "0208" });
});

test("nothing that names a person or opens a door is logged, or stored in the clear", () =>
  readingLog(async (written) => {
    const { accessToken, refreshToken, address, wallet } = await signIn(bench);
    const email = "investor@mail.example";
    await bench.call("PUT /user", { bearer: accessToken, body: { email } });
    const { payload } = (await bench.call("POST /authorize", { body: { address } })).body;
    const signed_payload = `${await wallet.signMessage({ message: payload })}00`;
    await bench.call("POST /authorize/jwt", { body: { address, signed_payload, chain_id: 31337 } });
    await bench.call("GET /user", { bearer: `${accessToken}x` });
    await bench.database.db.execute("drop table identity.revoked_access_token");
    expect((await bench.call("POST /user/logout", { bearer: accessToken })).status).toBe(500);
    const { rows } = await bench.database.db.execute<{ row: string }>(
      "select t::text as row from identity.app_user t",
    );
    const logged = written();
    expect(logged).toContain("identity.failed");
    for (const secret of [accessToken, refreshToken, address, payload, signed_payload, email]) {
      expect(logged).not.toContain(secret);
    }
    expect(rows.map(({ row }) => row).join()).not.toContain("investor");
  }));

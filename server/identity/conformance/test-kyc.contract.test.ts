import { eq } from "drizzle-orm";
import { expect, vi } from "vitest";
import { identityEnv } from "@/server/platform/env";
import { appUsers, userInfos } from "../db/user-tables";
import { dateIn } from "../kyc/expiry";
import { openPersonal } from "../kyc/record";
import { configOf } from "../start";
import { newWallet, signIn, type TestIdentity } from "../testing";
import { conform } from "./testing";
import { claimsOf, forge } from "./tokens-testing";

const names = { first_name: "Nora", last_name: "Sample" };
const verify = (bench: TestIdentity, bearer: string, address: string) =>
  bench.call("POST /test/kyc", { bearer, body: { address, ...names } });

async function recordOf({ database: { db }, identity }: TestIdentity, address: string) {
  const [row] = await db
    .select()
    .from(userInfos)
    .innerJoin(appUsers, eq(appUsers.userInfoUuid, userInfos.uuid))
    .where(eq(appUsers.address, address));
  if (!row) return null;
  const { sessionId, connected } = row.user_info;
  return { sessionId, connected, ...openPersonal(identity.config, row.user_info) };
}

conform(
  {
    "ID-TST-01": async (bench) => {
      const { accessToken, address, wallet } = await signIn(bench);
      const { status, body } = await verify(bench, accessToken, wallet.address);
      expect(status).toBe(200);
      expect(body).toEqual({ address, email: null, email_verified: true, kyc_completed: true });
      expect((await bench.call("GET /user", { bearer: accessToken })).body).toEqual(body);
    },
    "ID-TST-02": async (bench) => {
      const { accessToken, address } = await signIn(bench);
      await verify(bench, accessToken, address);
      expect(await recordOf(bench, address)).toMatchObject({
        ...{ sessionId: "44927492-8799-406e-8076-933bc9164ebc", connected: true },
        ...{ firstName: "Nora", lastName: "Sample", dateOfBirth: null, placeOfBirth: null },
        ...{ documentType: "DRIVERS_LICENSE", documentCountry: "GB", documentNumber: "MORGA753116SM9IJ" },
      });
      await verify(bench, accessToken, address);
      const { rows } = await bench.database.db.execute(
        "select connected, deactivated from identity.user_info order by created_at desc limit 2",
      );
      expect(rows).toEqual([
        { connected: true, deactivated: false },
        { connected: false, deactivated: true },
      ]);
    },
    "ID-TST-03": async (bench) => {
      const closed = await bench.replica({ testKyc: false });
      const { accessToken, address } = await signIn(closed);
      const { status, text, headers } = await verify(closed, accessToken, address);
      expect([status, text, headers.get("content-type")]).toEqual([403, "", null]);
      expect(await recordOf(bench, address)).toBeNull();
    },
    "ID-TST-04": {
      strict: async (bench) => {
        const caller = await signIn(bench);
        const other = await signIn(bench);
        const { body } = await verify(bench, caller.accessToken, other.address);
        expect(body).toMatchObject({ address: other.address, kyc_completed: true });
        expect(await recordOf(bench, caller.address)).toBeNull();
      },
      default: async (bench) => {
        const caller = await signIn(bench);
        const other = await signIn(bench);
        const { status, text } = await verify(bench, caller.accessToken, other.address);
        expect([status, text]).toEqual([403, ""]);
        expect(await recordOf(bench, other.address)).toBeNull();
      },
    },
    "ID-TST-05": async (bench) => {
      const address = newWallet().address.toLowerCase();
      const { status, body } = await verify(bench, await forge(claimsOf(address)), address);
      expect([status, body.err_code]).toEqual([400, "0301"]);
    },
    "ID-TST-06": async (bench) => {
      const { accessToken, address } = await signIn(bench);
      await verify(bench, accessToken, address);
      const record = await recordOf(bench, address);
      expect([record?.documentValidUntil, record?.documentValidFrom]).toEqual([dateIn(10), null]);
    },
    "ID-TST-07": {
      default: async () => {
        vi.stubEnv("IDENTITY_DATABASE_URL", "postgres://127.0.0.1/nowhere");
        vi.stubEnv("IDENTITY_SECRET_KEY", "ab".repeat(32));
        const isOn = (testKyc: string, production: string) => {
          vi.stubEnv("IDENTITY_TEST_KYC", testKyc);
          vi.stubEnv("IDENTITY_PRODUCTION", production);
          return configOf(identityEnv()).testKyc;
        };
        expect([isOn("true", "false"), isOn("false", "true"), isOn("", "")]).toEqual([true, false, false]);
        expect(() => isOn("true", "true")).toThrow(/^IDENTITY_TEST_KYC=true .* IDENTITY_PRODUCTION=true/);
        vi.unstubAllEnvs();
      },
    },
  },
  () => ({ testKyc: true }),
);

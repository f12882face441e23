import { eq } from "drizzle-orm";
import { getAddress } from "viem";
import { afterAll, beforeAll, expect } from "vitest";
import { now } from "@/server/platform/clock";
import { listOrders, putOrder } from "../auto-invest/order-store";
import {
  findTransaction,
  listByStatus,
  markInProcess,
  moveToHistory,
  recordTransaction,
} from "../auto-invest/task-store";
import { compareVersions, parseVersion } from "../auto-invest/version";
import { autoInvestHistory, autoInvestTasks } from "../db/chain-tables";
import { newWallet, type TestIdentity } from "../testing";
import { type InvestChain, investConfig, lower, order, rowOf, startInvestChain } from "./invest-testing";
import { conform } from "./testing";

const CHAIN = 31337n;
let chain: InvestChain;
let second: string;

const campaignOf = (version: string) => {
  const terms = { version, isWhitelistRequired: false, minimum: 1n, maximum: 10n ** 12n, supply: 10n ** 13n };
  return chain.deploy("Campaign", [chain.contracts.issuer, chain.contracts.issuer, terms]);
};

beforeAll(async () => {
  chain = await startInvestChain();
  second = getAddress(await campaignOf("1.0.20"));
});
afterAll(() => chain?.stop());

const config = () => ({
  ...investConfig(chain),
  chains: { ...investConfig(chain).chains, "1": { rpcUrl: chain.settings.rpcUrl ?? "" } },
});

const list = async (bench: TestIdentity, path: string) =>
  (await bench.call(`GET /auto_invest/31337/${path}`)).body.auto_invests;

const orderOf = (wallet = lower(newWallet().address)) => ({
  ...{ chainId: CHAIN, wallet, campaign: lower(chain.contracts.openCampaign) },
});

async function expectUnsupported(bench: TestIdentity, campaign: string, message: string) {
  const { answer, wallet } = await order(bench, chain, "1", { campaign });
  expect([answer.status, answer.body.err_code, answer.body.message]).toEqual([400, "0403", message]);
  expect(await rowOf(bench, wallet)).toBeUndefined();
}
const TOO_OLD = "This campaign does not support auto invest functionality";

conform(
  {
    "ID-AIN-01": async (bench) => {
      const { wallet, answer } = await order(bench, chain, "123456789012345678901234567890");
      const campaign = lower(chain.contracts.openCampaign);
      expect([answer.status, answer.text]).toEqual([
        200,
        `{"wallet_address":"${wallet}","campaign_address":"${campaign}","amount":"123456789012345678901234567890"}`,
      ]);
      expect(await rowOf(bench, wallet)).toMatchObject({ status: "PENDING", chainId: CHAIN, hash: null });
    },
    "ID-AIN-02": async (bench) => {
      const { wallet } = await order(bench, chain, "5");
      const before = await rowOf(bench, wallet);
      const again = await order(bench, chain, "7", { wallet });
      expect([again.answer.status, again.answer.body.amount]).toEqual([200, "7"]);
      expect(await rowOf(bench, wallet)).toMatchObject({ uuid: before?.uuid, amount: 7n });
    },
    "ID-AIN-03": async (bench) => {
      const { wallet } = await order(bench, chain, "5");
      const row = await rowOf(bench, wallet);
      await markInProcess(bench.database.db, [row?.uuid ?? ""], "0x01");
      const { answer } = await order(bench, chain, "7", { wallet });
      expect([answer.status, answer.text]).toEqual([400, ""]);
      expect(await rowOf(bench, wallet)).toEqual({ ...row, status: "IN_PROCESS", hash: "0x01" });
    },
    "ID-AIN-04": async (bench) => {
      const { wallet, answer } = await order(bench, chain, "5");
      expect(await list(bench, wallet)).toEqual([answer.body]);
      expect(await list(bench, newWallet().address)).toEqual([]);
    },
    "ID-AIN-05": async (bench) => {
      const { wallet } = await order(bench, chain, "5");
      await order(bench, chain, "6", { wallet, campaign: second });
      const amounts = (await list(bench, wallet)).map(({ amount }: { amount: string }) => amount);
      expect(amounts.sort()).toEqual(["5", "6"]);
    },
    "ID-AIN-06": async (bench) => {
      const campaign = await campaignOf("1.0.21");
      const { wallet } = await order(bench, chain, "5", { campaign });
      const other = await order(bench, chain, "6", { campaign });
      await order(bench, chain, "7", { wallet });
      const wallets = (await list(bench, `campaign/${lower(campaign)}`)).map(
        (one: { wallet_address: string }) => one.wallet_address,
      );
      expect(wallets.sort()).toEqual([wallet, other.wallet].sort());
    },
    "ID-AIN-07": async (bench) => {
      const { wallet } = await order(bench, chain, "5");
      await order(bench, chain, "6", { wallet, campaign: second });
      await order(bench, chain, "7", { wallet });
      expect((await list(bench, wallet)).map(({ amount }: { amount: string }) => amount)).toEqual(["7", "6"]);
    },
    "ID-AIN-08": async (bench) => {
      const mixed = newWallet().address;
      await order(bench, chain, "5", { wallet: mixed });
      expect(await list(bench, mixed)).toMatchObject([{ wallet_address: lower(mixed) }]);
    },
    "ID-AIN-09": async (bench) => {
      await order(bench, chain, "5", { campaign: second });
      expect(second).not.toBe(lower(second));
      expect(await list(bench, `campaign/${second}`)).toEqual([]);
      expect((await list(bench, `campaign/${lower(second)}`)).length).toBeGreaterThan(0);
    },
    "ID-AIN-10": async (bench) => {
      const { wallet } = await order(bench, chain, "5");
      const uuid = (await rowOf(bench, wallet))?.uuid ?? "";
      await markInProcess(bench.database.db, [uuid], "0x01");
      expect(await list(bench, wallet)).toHaveLength(1);
      await moveToHistory(bench.database, "IN_PROCESS", [{ uuid, status: "SUCCESS" }]);
      expect(await list(bench, wallet)).toEqual([]);
      // the place is free again
      expect((await order(bench, chain, "5", { wallet })).answer.status).toBe(200);
    },
    "ID-AIN-11": async (bench) => {
      await expectUnsupported(bench, await campaignOf("1.0.0"), TOO_OLD);
      await expectUnsupported(bench, await campaignOf("v1.0.21"), TOO_OLD);
    },
    "ID-AIN-12": async (bench) => expectUnsupported(bench, await campaignOf("1.a"), TOO_OLD),
    "ID-AIN-13": async (bench) => {
      const message = "This campaign is missing version number";
      await expectUnsupported(bench, newWallet().address, message);
      await expectUnsupported(bench, chain.contracts.stablecoin, message);
      if (bench.mode === "strict") await expectUnsupported(bench, "campaignaddress", message);
    },
    "ID-AIN-14": async (bench) => {
      const at = (chainId: number) => order(bench, { ...chain, chainId }, "5");
      const [unknown, incomplete] = [await at(4711), await at(1)].map(({ answer }) => answer);
      expect([unknown?.status, unknown?.body.err_code]).toEqual([500, "0401"]);
      expect([incomplete?.status, incomplete?.body.err_code]).toEqual([500, "0402"]);
    },
    "ID-AIN-15": async (bench) => {
      const sent: [sent: string, kept: string][] = [
        ['"12"', "12"],
        ["12", "12"],
        ["12.9", "12"],
        ["1.25e1", "12"],
        ["123456789012345678901234567890", "123456789012345678901234567890"],
      ];
      const bearer = (await order(bench, chain, "1")).bearer;
      const request = `POST /auto_invest/31337/${chain.contracts.openCampaign}`;
      for (const [amount, kept] of sent) {
        const { body } = await bench.call(request, { bearer, body: `{"amount":${amount}}` });
        expect(body.amount).toBe(kept);
      }
      for (const amount of ['"1.5"', '""', "null", '"x"', "1e400", `"${"9".repeat(300)}"`, "[]"]) {
        const { status, body } = await bench.call(request, { bearer, body: `{"amount":${amount}}` });
        expect([amount, status, body.path]).toEqual([amount, 400, request.slice(5)]);
      }
    },
    "ID-AIN-26": async () => {
      const newer = [
        ["2", "1"],
        ["2", "1.0"],
        ["1.0.1", "1.0"],
        ["1.2", "1.0.1"],
        ["1.0.1", "1.0.0"],
      ] as const;
      for (const [a, b] of newer) {
        expect(compareVersions(parseVersion(a), parseVersion(b))).toBeGreaterThan(0);
        expect(compareVersions(parseVersion(b), parseVersion(a))).toBeLessThan(0);
      }
      expect(compareVersions(parseVersion("1.0"), parseVersion("1"))).toBe(0);
    },
    "ID-AIN-27": async () => {
      expect(parseVersion("1.0.20", 3)).toEqual([1, 0, 20]);
      for (const text of ["1.0", "1.0.0.1", "1.a.2", ""]) {
        expect(() => parseVersion(text, 3)).toThrow(expect.objectContaining({ status: 400 }));
      }
    },
    "ID-AIN-28": async ({ database: { db } }) => {
      const key = orderOf();
      const first = await putOrder(db, key, 5n);
      await db
        .update(autoInvestTasks)
        .set({ createdAt: new Date(0) })
        .where(eq(autoInvestTasks.uuid, first?.uuid ?? ""));
      const again = await putOrder(db, key, 7n);
      expect(again).toMatchObject({ uuid: first?.uuid, amount: 7n });
      expect(again?.createdAt.getTime()).toBeGreaterThan(now().getTime() - 60_000);
    },
    "ID-AIN-29": async ({ database: { db } }) => {
      const key = orderOf();
      const first = await putOrder(db, key, 5n);
      await markInProcess(db, [first?.uuid ?? ""], "0x01");
      expect(await putOrder(db, key, 7n)).toBeNull();
      expect(await listOrders(db, key)).toMatchObject([{ amount: 5n, status: "IN_PROCESS" }]);
    },
    "ID-AIN-30": async ({ database: { db } }) => {
      const keys = [orderOf(), orderOf()];
      const rows = await Promise.all(keys.map((key) => putOrder(db, key, 5n)));
      const uuids = rows.map((row) => row?.uuid ?? "");
      const statuses = async (status: "PENDING" | "IN_PROCESS") =>
        (await listByStatus(db, status, CHAIN)).filter(({ uuid }) => uuids.includes(uuid)).length;
      expect([await statuses("PENDING"), await statuses("IN_PROCESS")]).toEqual([2, 0]);
      expect(await listOrders(db, keys[0] ?? {})).toEqual([rows[0]]);
      await markInProcess(db, uuids, "0x02");
      expect([await statuses("PENDING"), await statuses("IN_PROCESS")]).toEqual([0, 2]);
      expect(await listOrders(db, keys[1] ?? {})).toMatchObject([{ uuid: uuids[1], hash: "0x02" }]);
    },
    "ID-AIN-31": async (bench) => {
      const { db } = bench.database;
      const row = await putOrder(db, orderOf(), 5n);
      const uuid = row?.uuid ?? "";
      await moveToHistory(bench.database, "PENDING", [{ uuid, status: "EXPIRED" }]);
      expect(await rowOf(bench, row?.userWalletAddress ?? "")).toBeUndefined();
      const history = await db.select().from(autoInvestHistory).where(eq(autoInvestHistory.uuid, uuid));
      expect(history).toMatchObject([{ status: "EXPIRED", amount: 5n, completedAt: expect.any(Date) }]);
    },
    "ID-AIN-32": async ({ database: { db } }) => {
      await recordTransaction(db, CHAIN, "0x03");
      await recordTransaction(db, CHAIN, "0x03");
      expect(await findTransaction(db, CHAIN, "0x03")).toMatchObject({ chainId: CHAIN, hash: "0x03" });
      expect(await findTransaction(db, 1n, "0x03")).toBeNull();
      expect(await findTransaction(db, CHAIN, "0x04")).toBeNull();
    },
  },
  config,
);

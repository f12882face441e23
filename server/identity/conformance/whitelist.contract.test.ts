import { eq } from "drizzle-orm";
import { privateKeyToAccount } from "viem/accounts";
import { afterAll, beforeAll, expect, vi } from "vitest";
import { now } from "@/server/platform/clock";
import { seal } from "@/server/platform/seal";
import {
  ANVIL_KEY,
  settingsOf,
  startChainWithContracts,
  type TestContracts,
} from "../contracts/deploy-testing";
import { appUsers, userInfos } from "../db/user-tables";
import { startQueues } from "../queues/start";
import { flush } from "../queues/task-store";
import { newWallet, type SignedIn, signIn, type TestIdentity } from "../testing";
import { CHAIN, clear, drain, isApproved, pending, statuses, tasks, verified } from "./queue-testing";
import { conform } from "./testing";
import { claimsOf, forge } from "./tokens-testing";

let evm: TestContracts;
beforeAll(async () => {
  evm = await startChainWithContracts();
});
afterAll(() => evm?.stop());

const ask = (
  bench: TestIdentity,
  { accessToken: bearer }: Pick<SignedIn, "accessToken">,
  more: object = {},
) =>
  bench.call("POST /user/whitelist", {
    bearer,
    body: { issuer_address: evm.contracts.issuer, chain_id: 31337, ...more },
  });

async function expectRefusal(
  bench: TestIdentity,
  answer: Awaited<ReturnType<typeof ask>>,
  wanted: unknown[],
) {
  expect([answer.status, answer.body.err_code]).toEqual(wanted);
  expect(await pending(bench)).toEqual([]);
}

/** A person whose document ends on a day; null = never. */
async function verifiedUntil(bench: TestIdentity, day: string | null): Promise<SignedIn> {
  const person = await verified(bench);
  const { db } = bench.database;
  const [user] = await db.select().from(appUsers).where(eq(appUsers.address, person.address));
  const uuid = user?.userInfoUuid as string;
  const documentValidUntil = day && seal(bench.identity.config.secretKey, day, uuid);
  await db.update(userInfos).set({ documentValidUntil }).where(eq(userInfos.uuid, uuid));
  return person;
}
const dayFromNow = (days: number) => new Date(now().getTime() + days * 86_400_000).toISOString().slice(0, 10);

conform(
  {
    "ID-WL-01": async (bench) => {
      await clear(bench);
      const person = await verified(bench);
      const { status, text } = await ask(bench, person);
      expect([status, text]).toEqual([200, ""]);
      const payload = evm.contracts.issuer;
      expect(await pending(bench)).toEqual([{ address: person.address, chainId: CHAIN, payload }]);
    },
    "ID-WL-02": async (bench) => {
      await clear(bench);
      const person = await signIn(bench);
      const answer = await ask(bench, person);
      await expectRefusal(bench, answer, [400, "0111"]);
      expect(answer.body.message).toContain("Missing KYC data for user: ");
    },
    "ID-WL-03": async (bench) => {
      await clear(bench);
      await expectRefusal(bench, await ask(bench, await signIn(bench)), [400, "0111"]);
    },
    "ID-WL-04": async (bench) => {
      await clear(bench);
      const answer = await ask(bench, await verifiedUntil(bench, dayFromNow(-1)));
      await expectRefusal(bench, answer, [400, "0111"]);
      expect(answer.body.message).toContain("Expired KYC data for user: ");
    },
    "ID-WL-05": async (bench) => {
      expect((await ask(bench, await verifiedUntil(bench, dayFromNow(0)))).status).toBe(200);
    },
    "ID-WL-06": async (bench) => {
      expect((await ask(bench, await verifiedUntil(bench, null))).status).toBe(200);
    },
    "ID-WL-07": async (bench) => {
      await clear(bench);
      for (const person of [await signIn(bench), await verified(bench)]) {
        await expectRefusal(bench, await ask(bench, person, { chain_id: 4711 }), [400, "0401"]);
      }
    },
    "ID-WL-08": async (bench) => {
      await clear(bench);
      // an issuer's owner is approved from the start
      const { status } = await ask(bench, await verified(bench, privateKeyToAccount(ANVIL_KEY)));
      expect([status, await pending(bench)]).toEqual([200, []]);
    },
    "ID-WL-09": async (bench) => {
      await clear(bench);
      const noContract = newWallet().address;
      const { status } = await ask(bench, await verified(bench), { issuer_address: noContract });
      expect([status, (await pending(bench)).map(({ payload }) => payload)]).toEqual([200, [noContract]]);
    },
    "ID-WL-10": async (bench) => {
      await clear(bench);
      await expectRefusal(bench, await ask(bench, await verified(bench), { chain_id: 5 }), [500, "0402"]);
    },
    "ID-WL-11": async (bench) => {
      await clear(bench);
      const accessToken = await forge(claimsOf(newWallet().address.toLowerCase()));
      await expectRefusal(bench, await ask(bench, { accessToken }), [400, "0301"]);
    },
    "ID-WL-12": async (bench) => {
      await clear(bench);
      const person = await verified(bench);
      for (const chain_id of [undefined, null, ""]) {
        await expectRefusal(bench, await ask(bench, person, { chain_id }), [400, "0401"]);
      }
    },
    "ID-WL-13": async (bench) => {
      await clear(bench);
      const person = await verified(bench);
      for (let times = 0; times < 3; times++) await ask(bench, person);
      await flush(bench.database.db, CHAIN, evm.contracts.issuer, 10);
      expect((await tasks(bench)).map(({ addresses }) => addresses)).toEqual([[person.address]]);
      expect(await pending(bench)).toEqual([]);
    },
    "ID-WL-14": async (bench) => {
      await clear(bench);
      const person = await verified(bench);
      await ask(bench, person);
      expect(await isApproved(evm, person.address)).toBe(false);
      const queues = startQueues(bench.identity);
      const inTime = { timeout: 20_000, interval: 20 };
      await vi.waitFor(async () => expect(await isApproved(evm, person.address)).toBe(true), inTime);
      await vi.waitFor(async () => expect(await statuses(bench)).toEqual(["COMPLETED"]), inTime);
      await queues.stop();
    },
    "ID-WL-15": async (bench) => {
      await clear(bench);
      const people = await Promise.all(Array.from({ length: 20 }, () => verified(bench)));
      const answers = await Promise.all(people.map((person) => ask(bench, person)));
      expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([200]));
      await drain(bench);
      const approved = await Promise.all(people.map(({ address }) => isApproved(evm, address)));
      expect(approved.every(Boolean)).toBe(true);
      expect((await tasks(bench)).length).toBeLessThan(5);
    },
  },
  () => ({
    ...{ testKyc: true, faucetEnabled: true, autoInvestEnabled: true },
    chains: { [`${CHAIN}`]: settingsOf(evm) },
  }),
);

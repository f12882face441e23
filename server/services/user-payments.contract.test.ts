import { afterAll, beforeAll, expect, it } from "vitest";
import type { Actor } from "@/lib/domain/actor";
import type { ExportedList } from "@/lib/domain/exports";
import { ampAs } from "@/server/auth/amp-session";
import { findActor } from "@/server/auth/store";
import { openTestDesk, sandboxEnv, type TestDesk } from "@/server/db/testing";
import { startTestSandbox, type TestSandbox } from "@/server/sandbox/testing";
import { allAssets } from "./assets";
import { exportList } from "./exports";
import { signIn } from "./sign-in";
import { readUser } from "./users";

let sandbox: TestSandbox;
let desk: TestDesk;
let issuer: Actor;
let manager: Actor;
/** Every payment that AMP's distributions name. */
let paid: { user: number; assetUuid: string; txid: string; vout: number; sats: bigint; height: number }[];

beforeAll(async () => {
  sandbox = await startTestSandbox({ seed: "small" });
  desk = await openTestDesk(sandboxEnv(sandbox.url));
  issuer = await atDesk("issuer");
  manager = await atDesk("manager");
  const amp = await ampAs(issuer);
  const of = async (assetUuid: string) => {
    const distributions = await amp.call("listDistributions", { path: { assetUuid } });
    return distributions.flatMap(({ transactions }) =>
      transactions.flatMap(({ txid, includedBlockheight: height, assignments }) =>
        assignments.map(({ registeredUser: user, vout, amount: sats }) => ({
          ...{ user, assetUuid, txid, vout, sats, height },
        })),
      ),
    );
  };
  paid = (await Promise.all((await allAssets(issuer)).map(({ assetUuid }) => of(assetUuid)))).flat();
});
afterAll(async () => {
  await desk?.close();
  await sandbox?.stop();
});

async function atDesk(username: "issuer" | "manager"): Promise<Actor> {
  const account = { username, password: `${username}-password` };
  const actor = await findActor(await signIn({ environment: "sandbox", method: "password", ...account }));
  if (!actor) throw new Error("Nobody is signed in.");
  return actor;
}

async function rowsOf(list: ExportedList, userId: number, actor: Actor) {
  let text = "";
  for await (const chunk of (await exportList(actor, list, { format: "json", of: String(userId) })).chunks)
    text += chunk;
  return (JSON.parse(text) as { rows: Record<string, unknown>[] }).rows;
}

/** A user who was paid of an asset that the manager has and of one that it has not. */
async function paidOfBoth() {
  const granted = new Set((await allAssets(manager)).map(({ assetUuid }) => assetUuid));
  const isPaid = (user: number, isGranted: boolean) =>
    paid.some((one) => one.user === user && granted.has(one.assetUuid) === isGranted);
  const user = paid.map(({ user }) => user).find((one) => isPaid(one, true) && isPaid(one, false));
  if (user === undefined) throw new Error("Nobody was paid of both.");
  return { user, granted };
}

const keyOf = (one: { assetUuid: string; txid: string; vout: number; sats: bigint; height: number }) =>
  [one.assetUuid, one.txid, one.vout, one.sats, one.height].join(" ");

it("tells what AMP's distributions paid to one user: to the issuer all of it, to a manager that of the granted assets", async () => {
  const { user, granted } = await paidOfBoth();
  const ofUser = paid.filter((one) => one.user === user);
  for (const [actor, expected] of [
    [issuer, ofUser],
    [manager, ofUser.filter(({ assetUuid }) => granted.has(assetUuid))],
  ] as const) {
    const { payments, holdings } = await readUser(actor, user);
    const told = payments.map(({ amountSats: sats, blockHeight, ...one }) =>
      keyOf({ ...one, sats, height: blockHeight ?? -1 }),
    );
    expect(told.toSorted()).toEqual(expected.map(keyOf).sort());
    const times = payments.map(({ at }) => at?.getTime() ?? Number.POSITIVE_INFINITY);
    expect(times).toEqual(times.toSorted((one, other) => other - one));
    for (const { assetUuid, distributed } of holdings) {
      const ofAsset = payments.filter((one) => one.assetUuid === assetUuid);
      expect(ofAsset.reduce((sum, { amountSats }) => sum + amountSats, 0n)).toBe(distributed);
    }
  }
});

it("has the same in its file, which a manager gets of the granted assets alone", async () => {
  const { user } = await paidOfBoth();
  for (const actor of [issuer, manager]) {
    const { payments } = await readUser(actor, user);
    expect(await rowsOf("user-payments", user, actor)).toMatchObject(
      payments.map((payment) => ({
        asset_uuid: payment.assetUuid,
        amount_sats: String(payment.amountSats),
        status: "CONFIRMED",
        confirmed_at: payment.at?.toISOString(),
        block_height: payment.blockHeight,
        txid: payment.txid,
        distribution_uuid: payment.distributionUuid,
      })),
    );
  }
});

it("has a user's open assignments in a file", async () => {
  const { user } = await paidOfBoth();
  const amp = await ampAs(issuer);
  const [{ assetUuid } = { assetUuid: "" }] = (await allAssets(issuer)).filter(
    ({ isAuthorized, isLocked }) => isAuthorized && !isLocked,
  );
  const vestingTimestamp = new Date("2030-01-02T03:04:05Z");
  const draft = { registeredUser: user, amount: 11n, vestingTimestamp, readyForDistribution: false };
  const [made] = await amp.call("createAssignment", {
    path: { assetUuid },
    body: { assignments: [draft] },
  });
  const rows = await rowsOf("user-vesting", user, issuer);
  expect(rows.filter(({ assignment_id }) => assignment_id === made?.id)).toMatchObject([
    {
      asset_uuid: assetUuid,
      amount_sats: "11",
      vests_at: "2030-01-02T03:04:05.000Z",
      has_vested: false,
      is_ready: false,
      is_in_distribution: false,
    },
  ]);
  const { vesting } = await readUser(issuer, user);
  expect(rows.map(({ assignment_id }) => assignment_id)).toEqual(vesting.map((row) => row.assignmentId));
});

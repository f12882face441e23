import { setTimeout as sleep } from "node:timers/promises";
import { afterAll, beforeAll, expect, it, vi } from "vitest";
import { hearBell, ringBell } from "./bell";
import { pool, transaction } from "./client";
import { openTestDesk, type TestDesk } from "./testing";

let desk: TestDesk;
let bell: ReturnType<typeof hearBell>;
let rung = 0;
beforeAll(async () => {
  desk = await openTestDesk();
  bell = hearBell(() => {
    rung += 1;
  });
});
afterAll(async () => {
  await bell.stop();
  await desk.close();
});

const heard = (times: number) =>
  vi.waitFor(() => expect(rung).toBe(times), { timeout: 10_000, interval: 10 });

it("is heard when what is due is committed, and not when it is taken back", async () => {
  await heard(1); // whoever begins to listen looks once
  await transaction(async (tx) => {
    await ringBell(tx);
    await sleep(100);
    expect(rung).toBe(1);
  });
  await heard(2);
  const takenBack = transaction(async (tx) => {
    await ringBell(tx);
    throw new Error("taken back");
  });
  await expect(takenBack).rejects.toThrow("taken back");
  await ringBell();
  await heard(3);
});

it("is heard again after its connection was lost, and what was rung meanwhile counts", async () => {
  const before = rung;
  await pool().query(
    "select pg_terminate_backend(pid) from pg_stat_activity where query like 'listen%' and datname = current_database()",
  );
  await ringBell();
  await heard(before + 1);
  await ringBell();
  await heard(before + 2);
});

import { describe, expect, test, vi } from "vitest";
import { readingLog } from "@/server/platform/testing-log";
import { eraseRows } from "../kyc/personal-data-store";
import { keepUp } from "../kyc/upkeep";
import { enqueue } from "../queues/enqueue";
import { newWallet, signIn } from "../testing";
import { lockAddress } from "../tokens/refresh-store";
import { decision, deliver, event, openSession } from "./double-testing";
import { ownDocument, veriffBench } from "./veriff-testing";

const { veriff, bench, kycOf, rows, time, decide, approved } = veriffBench();

describe("personal data", () => {
  test("is handed out and erased, and does not come back with a late webhook", async () => {
    const { id, address, bearer, body } = await approved();
    await bench.call("PUT /user", { bearer, body: { email: "nora@mail.example" } });
    const wish = { kind: "faucet", address, chainId: 31337n, issuer: null, person: "ab".repeat(32) } as const;
    await enqueue(bench.identity, wish);
    const { body: data } = await bench.call("GET /user/data", { bearer });
    expect(data).toMatchObject({
      ...{ address, email: "nora@mail.example", logins: [expect.any(String)], upload_keys: null },
      chain_tasks: [{ kind: "faucet", chain_id: 31337, state: "queued" }],
      chain_work: [{ chain_id: "31337", status: "PENDING" }],
      kyc_records: [{ first_name: "Nora", document_country: "NO", connected: true, risk_labels: [] }],
      sessions: [{ id, state: "created" }],
      decisions: [{ session_id: id, status: "approved" }],
    });
    const { body: erasure } = await bench.call("DELETE /user/data", { bearer });
    expect(erasure).toEqual({
      erased: true,
      kept: ["address", "chain_tasks", "kyc_rulings", "webhook_digests", "veriff"],
    });
    expect((await bench.call("GET /user", { bearer })).body.err_code).toBe("0204");
    await deliver(bench, "decision", body);
    await decide(id, address, "approved");
    expect((await deliver(bench, "event", event(id, "submitted"))).status).toBe(200);
    const { user_info_uuid, email } = (
      await rows(`select * from identity.app_user where address = '${address}'`)
    )[0] as Record<string, unknown>;
    expect([user_info_uuid, email]).toEqual([null, null]);
    for (const table of [
      "user_info where session_id",
      "veriff_decision where id",
      "veriff_session where id",
    ]) {
      expect(await rows(`select 1 from identity.${table} = '${id}'`)).toEqual([]);
    }
    expect(await rows(`select 1 from identity.refresh_token where user_address = '${address}'`)).toEqual([]);
  });

  test("does not come back with an approval that was under way while it was erased", async () => {
    const { id, address } = await openSession(bench);
    const body = decision(id, "approved", address, { document: ownDocument(), decisionTime: time() });
    const waiting = `select 1 from pg_locks where locktype = 'advisory' and not granted
      and database = (select oid from pg_database where datname = current_database())`;
    const { delivery } = await bench.database.transaction(async (tx) => {
      await lockAddress(tx, address);
      const delivery = deliver(bench, "decision", body);
      const isWaiting = async () => expect(await rows(waiting)).toHaveLength(1);
      await vi.waitFor(isWaiting, { interval: 10, timeout: 30_000 });
      await eraseRows(tx, { address, recordIds: [], sessionIds: [id] });
      return { delivery };
    });
    expect((await delivery).status).toBe(200);
    for (const of of ["user_info where session_id", "veriff_decision where id"])
      expect(await rows(`select 1 from identity.${of} = '${id}'`)).toEqual([]);
  });

  test("is deleted some days after its record ended, and while it counts it stays", async () => {
    const keeper = (await bench.replica({ kycRetentionDays: 30 })).identity;
    const [current, ended] = [await approved(), await approved()];
    await decide(ended.id, ended.address, "declined");
    await bench.database.db.execute(
      "update identity.user_info set created_at = created_at - interval '90 days'",
    );
    const left = async () =>
      (await rows("select session_id from identity.user_info")).map((row) => row.session_id);
    await keepUp(keeper);
    expect(await left()).toEqual(expect.arrayContaining([current.id, ended.id]));
    for (const [table, column] of [
      ["kyc_check", "ended_at"],
      ["veriff_session", "created_at"],
      ["veriff_decision", "created_at"],
    ]) {
      await bench.database.db.execute(
        `update identity.${table} set ${column} = ${column} - interval '31 days'`,
      );
    }
    await keepUp(bench.identity);
    expect(await left()).toContain(ended.id);
    await keepUp(keeper);
    expect(await left()).toContain(current.id);
    expect(await left()).not.toContain(ended.id);
    expect(await rows(`select 1 from identity.veriff_decision where id = '${ended.id}'`)).toEqual([]);
    expect(await kycOf(current.bearer)).toMatchObject({ kyc_completed: true, last_decision: { code: 9001 } });
  });

  test("never reaches the log", () =>
    readingLog(async (written) => {
      const { id, address, url, body } = await approved({
        riskLabels: [{ label: "odd_label", category: "c" }],
      });
      await deliver(bench, "decision", `${JSON.stringify(body)}{`);
      await deliver(bench, "decision", decision(id, "approved", newWallet().address));
      await decide(id, address, "declined", { reason: "Suspicious" });
      veriff.answer(address, "error");
      const { accessToken } = await signIn(bench);
      await bench.call("GET /user/data", { bearer: accessToken });
      const logged = written();
      expect(logged).toContain('"outcome":"unreadable"');
      const secrets = [veriff.config.privateKey, veriff.config.apiKey, address, url, id, "Suspicious"];
      for (const secret of [...secrets, "Nora", "Sample", "Tromsø", "1990-02-28", "odd_label"]) {
        expect(logged).not.toContain(secret);
      }
    }));
});

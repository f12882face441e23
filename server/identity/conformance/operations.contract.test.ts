import { randomUUID } from "node:crypto";
import { sql } from "drizzle-orm";
import { expect } from "vitest";
import { startGrpc } from "../grpc/server";
import { askUsers } from "../grpc/testing";
import { linkRecord, storeApproval } from "../kyc/link";
import { noRisks } from "../kyc/record";
import { newWallet, signIn, type TestIdentity } from "../testing";
import { requireUser } from "../users/users";
import { conform } from "./testing";

/** Asks over a gRPC port of its own. */
async function getUsers(bench: TestIdentity, addresses: string[]) {
  const settings = { host: "localhost", port: 0, token: null, tls: null };
  const grpc = await startGrpc(bench.identity, settings);
  try {
    return await askUsers(grpc.port, addresses);
  } finally {
    await grpc.close();
  }
}

const person = {
  ...{ firstName: "Ada", lastName: "Holm", idNumber: "12-34", dateOfBirth: "1990-02-03" },
  ...{ nationality: null, placeOfBirth: null, documentType: "PASSPORT", documentNumber: "P1" },
  ...{ documentCountry: "SE", documentValidFrom: null, documentValidUntil: "2999-12-31" },
};

/** A record of the address, linked to it or not. */
const verify = ({ identity }: TestIdentity, address: string, isLinked: boolean) =>
  identity.database.transaction(async (tx) => {
    const record = await storeApproval(identity, tx, {
      ...{ sessionId: randomUUID(), userAddress: address, person },
      ...{ risks: noRisks, isDocumentUnique: false },
    });
    if (isLinked) await linkRecord(tx, await requireUser(identity, address, tx), record);
  });

const NOTHING_OF_THE_PERSON = {
  ...{ first_name: "", last_name: "", date_of_birth: "", document_number: "", personal_number: "" },
  ...{ document_valid_from: "", document_valid_until: "", language: "" },
};

conform({
  "ID-OPS-01": async (bench) => {
    const began = Math.floor(Date.now() / 1000);
    const [one, two] = [await signIn(bench), await signIn(bench)];
    await bench.call("PUT /user", { bearer: one.accessToken, body: { email: "Ada@Holm.example" } });
    const { code, users } = await getUsers(bench, [one.address, two.address]);
    expect([code, users.length]).toEqual([0, 2]);
    const byAddress = new Map(users.map((user) => [user.address, user]));
    expect(byAddress.get(one.address)?.email).toBe("ada@holm.example");
    expect(byAddress.get(two.address)?.email).toBe("");
    expect(byAddress.get(one.address)?.created_at).toBeGreaterThanOrEqual(began);
    expect(byAddress.get(one.address)?.created_at).toBeLessThanOrEqual(Date.now() / 1000);
  },
  "ID-OPS-02": async (bench) => {
    const stranger = newWallet().address.toLowerCase();
    expect(await getUsers(bench, [stranger])).toEqual({ code: 0, users: [] });
    expect(await getUsers(bench, [])).toEqual({ code: 0, users: [] });
    const { address } = await signIn(bench);
    expect((await getUsers(bench, [stranger, address])).users.map((user) => user.address)).toEqual([address]);
  },
  "ID-OPS-03": async (bench) => {
    const { address } = await signIn(bench);
    await verify(bench, address, false);
    expect((await getUsers(bench, [address])).users[0]).toMatchObject(NOTHING_OF_THE_PERSON);
    await verify(bench, address, true);
    expect((await getUsers(bench, [address])).users[0]).toMatchObject({
      ...{ first_name: "Ada", last_name: "Holm", date_of_birth: "1990-02-03", document_number: "P1" },
      ...{ personal_number: "12-34", document_valid_from: "", document_valid_until: "2999-12-31" },
    });
  },
  "ID-OPS-04": async (bench) => {
    const { wallet, address } = await signIn(bench);
    const { users } = await getUsers(bench, [wallet.address, address.toUpperCase(), ` ${address}`]);
    expect(users).toEqual([]);
  },
  "ID-OPS-06": async (bench) => {
    for (const path of ["/docs/index.html", "/api/identity/docs/index.html"]) {
      const { status, headers, text } = await bench.call(`GET ${path}`);
      expect([status, headers.get("content-type")]).toEqual([200, "text/html;charset=utf-8"]);
      expect(text).toMatch(/^<!doctype html>/);
    }
    expect((await bench.call("GET /docs/other.html")).body.err_code).toBe("0206");
  },
  "ID-OPS-07": async (bench) => {
    const { rows } = await bench.database.db.execute(sql`
      select c.relname as "table", array_agg(a.attname::text order by k.place) as columns
      from pg_index i join pg_class c on c.oid = i.indrelid join pg_namespace n on n.oid = c.relnamespace
      cross join unnest(i.indkey::smallint[]) with ordinality as k (attribute, place)
      join pg_attribute a on a.attrelid = c.oid and a.attnum = k.attribute
      where n.nspname = 'identity' and i.indisunique group by i.indexrelid, c.relname`);
    const unique = (rows as { table: string; columns: string[] }[]).map(
      ({ table, columns }) => `${table}(${columns})`,
    );
    expect(unique).toEqual(
      expect.arrayContaining([
        ...["app_user(address)", "user_info(uuid)", "veriff_session(id)", "veriff_decision(id)"],
        ...["refresh_token(id)", "refresh_token(token)", "blockchain_task(uuid)", "auto_invest_task(uuid)"],
        "auto_invest_task(chain_id,user_wallet_address,campaign_contract_address)",
        ...["auto_invest_task_history(uuid)", "auto_invest_transaction(uuid)"],
        "auto_invest_transaction(chain_id,hash)",
      ]),
    );
    // what the original keeps more than once stays so
    for (const loose of ["user_info(session_id)", "refresh_token(user_address)"]) {
      expect(unique).not.toContain(loose);
    }
    expect(unique.filter((key) => key.startsWith("pending_blockchain_address"))).toEqual([]);
  },
});

import { randomUUID } from "node:crypto";
import { getAddress } from "viem";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import type { Actor } from "@/lib/domain/actor";
import { MOST_VIEWS } from "@/lib/domain/saved-views";
import { usersText } from "@/lib/messages/users";
import { routes } from "@/lib/routes";
import { ampAs } from "@/server/auth/amp-session";
import { pool } from "@/server/db/client";
import { freshHolders, holdersChanged, refreshHolders } from "@/server/mirror/holders";
import { type MirrorBench, OWNERS, openMirrorBench, query, walk } from "@/server/mirror/testing";
import { listAudit } from "./audit";
import { savePortalSettings } from "./portal-settings";
import { listViews, removeView, renameView, saveView } from "./saved-views";
import { readNote, saveUserNote } from "./user-changes";
import { registerFilter } from "./user-filters";
import { approvedUsers, knowsPortalUsers } from "./user-identity";
import { addGaid, addUser, listUsers } from "./users";

vi.mock("next/headers", () => ({ headers: async () => new Headers() }));

/** Registered users without a wallet. */
const OTHERS = 5;

let bench: MirrorBench;
let issuer: Actor;
let manager: Actor;

beforeAll(async () => {
  bench = await openMirrorBench({ others: OTHERS });
  issuer = bench.issuer;
  manager = await bench.actorOf("manager");
}, 60_000);
afterAll(() => bench?.close());

/** A request of its own, with its own actor, as a page has it. */
const list = (filters: Record<string, string>, actor = issuer) =>
  listUsers({ ...actor }, query({ limit: 200, filters }));
const idsOf = async (filters: Record<string, string>, actor = issuer) =>
  (await list(filters, actor)).rows.map(({ id }) => id).sort((one, other) => one - other);

describe("the register by balance", () => {
  it("knows of nobody that they own nothing before the owners were read, and asks AMP for none", async () => {
    const [some, none] = [await list({ balance: "some" }), await list({ balance: "none" })];
    expect([some.total, none.total]).toEqual([0, 0]);
    expect(none.balances).toMatchObject({
      asked: 1,
      oldestAt: null,
      unread: [{ assetUuid: bench.assetUuid }],
    });
    expect(bench.reads(`/assets/${bench.assetUuid}/ownerships`)).toBe(0);
  });

  it("tells who owns something and who nothing by the copies, with their age", async () => {
    const { asOf } = await freshHolders(issuer, bench.assetUuid);
    const parts = await (await ampAs(issuer)).call("listOwnerships", {
      path: { assetUuid: bench.assetUuid },
    });
    const all = await idsOf({});
    const owners = new Set(parts.filter(({ amount }) => amount > 0n).map(({ owner }) => Number(owner)));
    const some = await list({ balance: "some" });
    expect(some.balances).toMatchObject({ asked: 1, oldestAt: asOf, unread: [] });
    expect(await idsOf({ balance: "some" })).toEqual(all.filter((id) => owners.has(id)));
    expect(await idsOf({ balance: "none" })).toEqual(all.filter((id) => !owners.has(id)));
    expect(some.total).toBe(OWNERS);
    const first = query({ limit: 50, filters: { balance: "some" } });
    const walked = await walk((cursor) => listUsers(issuer, { ...first, ...(cursor && { cursor }) }));
    expect(walked).toHaveLength(OWNERS);
  });

  it("narrows to one asset, and to nobody for one that is not there", async () => {
    const ofOne = { balance: "some", asset: bench.assetUuid };
    expect(await idsOf(ofOne)).toEqual(await idsOf({ balance: "some" }));
    for (const balance of ["some", "none"])
      expect(await list({ balance, asset: randomUUID() })).toMatchObject({
        total: 0,
        balances: { asked: 0 },
      });
  });

  it("holds a copy for none that this desk has changed something of, until it is read again", async () => {
    await holdersChanged(issuer, bench.assetUuid);
    expect(await list({ balance: "none" })).toMatchObject({ total: 0, balances: { unread: [{}] } });
    await refreshHolders(issuer, bench.assetUuid);
    expect((await list({ balance: "none" })).total).toBe((await idsOf({})).length - OWNERS);
  });

  it("is nothing a manager can ask, whom AMP tells no owners", async () => {
    const page = await list({ balance: "none" }, manager);
    expect([page.balances, page.total]).toEqual([null, (await list({}, manager)).total]);
    const preview = { ...issuer, role: "manager" as const, preview: { managerId: 1, username: "manager" } };
    expect((await registerFilter(preview, query({ filters: { balance: "some" } }))).balances).toBeNull();
  });
});

describe("the register by identity", () => {
  it("tells who came from the portal, whose identity is good no more, and who did not", async () => {
    expect(await knowsPortalUsers(issuer)).toBe(false);
    const managers = [manager.accountName ?? ""];
    const slug = "register-of-the-test";
    const link = { slug, issuerName: "Register", issuerAddress: newAddress(), chainIds: [], categoryIds: [] };
    const shows = { isOpen: true, showsHoldings: true, showsDistributions: true };
    await savePortalSettings(issuer, { ...link, ...shows, managers, shown: null });
    expect(await knowsPortalUsers({ ...issuer })).toBe(true);
    const [good = 0, lapsed = 0, renewed = 0, declined = 0, ...rest] = await idsOf({});
    await approve(good, null, 1);
    await approve(lapsed, "expired", 1);
    await approve(renewed, "revoked", 1);
    await approve(renewed, null, 2);
    await approve(declined, null, 1, "declined");
    expect(await idsOf({ kyc: "portal" })).toEqual([good, renewed]);
    expect(await idsOf({ kyc: "lapsed" })).toEqual([lapsed]);
    expect(await idsOf({ kyc: "none" })).toEqual([declined, ...rest]);
    const named = await idsOf({ kyc: "lapsed" }, { ...manager });
    expect(named).toEqual([lapsed]);
    const { rows } = await list({ kyc: "portal", archived: "yes" });
    expect(rows).toEqual([]);
  });

  it("tells whom a request that waits is about: by an approval under way, or by the GAID it names", async () => {
    const [, , , declined = 0] = await idsOf({});
    const none = await idsOf({ kyc: "none" });
    expect(await idsOf({ kyc: "pending" })).toEqual([]);
    await approve(declined, null, 3, "approving");
    expect(await idsOf({ kyc: "pending" })).toEqual([declined]);
    const [named] = (await list({ kyc: "none", wallet: "yes" })).rows;
    await approve(null, null, 4, "open", named?.gaid ?? "");
    const waiting = [declined, named?.id ?? 0];
    expect(await idsOf({ kyc: "pending" })).toEqual(waiting.toSorted((one, other) => one - other));
    expect(await idsOf({ kyc: "none" })).toEqual(none.filter((id) => !waiting.includes(id)));
  });

  it("leaves the filter out for a manager whom no issuer shows requests", async () => {
    const stranger = { ...manager, accountName: "stranger" };
    expect(await approvedUsers(stranger)).toBeNull();
    expect((await list({ kyc: "lapsed" }, stranger)).total).toBe((await list({}, manager)).total);
  });
});

const newAddress = () => getAddress(`0x${randomUUID().replaceAll("-", "")}00000000`);

/** A request as an approval leaves it. */
const approve = (
  userId: number | null,
  kycAlert: string | null,
  order: number,
  state = "approved",
  gaid = "GA",
) =>
  pool().query(
    `insert into portal_requests (id, workspace_id, intent_id, address, chain_id, gaid, gaid_text, gaid_signature,
      gaid_bound_at, gaid_checked_at, kyc_risk_labels, person_cipher, state, category_ids, amp_user_id, steps,
      kyc_alert, created_at, updated_at)
    values (gen_random_uuid(), $1, gen_random_uuid(), $2, 1, $7, '', '', now(), now(), '[]', '', $3, '{}', $4, '[]',
      $5, now() + $6 * interval '1 second', now())`,
    [issuer.workspaceId, newAddress(), state, userId, kycAlert, order, gaid],
  );

describe("saved views", () => {
  const named = async (actor: Actor, path = "/users") =>
    (await listViews(actor, path)).map(({ name, href }) => [name, href]);

  it("are saved, renamed and removed, each leaving an entry in the audit log without the name", async () => {
    await saveView(issuer, { name: "Without a wallet", href: "/users?wallet=no&cursor=x&to=//elsewhere" });
    await saveView(issuer, { name: "companies", href: "/users?company=yes" });
    await saveView(issuer, { name: "Without a wallet", href: "/assets?q=bond" });
    expect(await named(issuer)).toEqual([
      ["companies", "/users?company=yes"],
      ["Without a wallet", "/users?wallet=no"],
    ]);
    const [first, second] = await listViews(issuer, "/users");
    const ofFirst = { id: first?.id ?? "" };
    await renameView(issuer, { ...ofFirst, name: "Funds" });
    await removeView(issuer, { id: second?.id ?? "" });
    expect(await named(issuer)).toEqual([["Funds", "/users?company=yes"]]);
    const { rows } = await listAudit(issuer, query({ filters: { kind: "view" } }));
    expect(rows.map(({ action, detail }) => [action, detail.list])).toEqual([
      ["view.removed", "/users"],
      ["view.renamed", "/users"],
      ["view.saved", "/assets"],
      ["view.saved", "/users"],
      ["view.saved", "/users"],
    ]);
    expect(JSON.stringify(rows.map(({ detail }) => detail))).not.toMatch(/wallet|Funds|companies/);
  });

  it("have one name each in a list", async () => {
    const view = { name: "Funds", href: "/users?wallet=yes" };
    const refused = { code: "INVALID_INPUT", fields: { name: [expect.stringContaining("already")] } };
    await expect(saveView(issuer, view)).rejects.toMatchObject(refused);
    const { id } = await saveView(issuer, { ...view, name: "With a wallet" });
    await expect(renameView(issuer, { id, name: "Funds" })).rejects.toMatchObject(refused);
    await renameView(issuer, { id, name: "With a wallet" });
  });

  it("lead to lists of this desk alone", async () => {
    for (const href of ["https://elsewhere.example/users", "//elsewhere.example", "/sign-in", "/users/1"]) {
      await expect(saveView(issuer, { name: "Away", href })).rejects.toMatchObject({ code: "INVALID_INPUT" });
      await expect(listViews(issuer, href)).rejects.toMatchObject({ code: "INVALID_INPUT" });
    }
  });

  it("are the person's own, a manager's too, and shut to whoever looks at the desk as the manager", async () => {
    const [own] = await listViews(issuer, "/users");
    const id = own?.id ?? "";
    const colleague = { ...issuer, personName: "Colleague" };
    for (const other of [manager, colleague]) {
      expect(await named(other)).toEqual([]);
      await expect(removeView(other, { id })).rejects.toMatchObject({ code: "NOT_FOUND" });
      await expect(renameView(other, { id, name: "Mine" })).rejects.toMatchObject({ code: "NOT_FOUND" });
      await saveView(other, { name: "Funds", href: "/users?category=1" });
      expect(await named(other)).toEqual([["Funds", "/users?category=1"]]);
    }
    const preview = { ...issuer, role: "manager" as const, preview: { managerId: 1, username: "manager" } };
    await expect(listViews(preview, "/users")).rejects.toMatchObject({ code: "FORBIDDEN" });
  });

  it("are so many of a list at most", async () => {
    await pool().query(
      `insert into saved_views (id, workspace_id, person_name, path, name, href, created_at)
      select gen_random_uuid(), $1, $2, '/categories', 'View ' || n, '/categories?q=a', now()
      from generate_series(1, $3::int) as n`,
      [issuer.workspaceId, issuer.personName, MOST_VIEWS],
    );
    const oneMore = saveView(issuer, { name: "One more", href: "/categories?q=b" });
    await expect(oneMore).rejects.toMatchObject({ code: "CONFLICT" });
  });
});

describe("a GAID that is taken", () => {
  it("says whose it is, with the way there, to an issuer and to a manager", async () => {
    const [owner, other] = (await list({ wallet: "yes" })).rows;
    const gaid = owner?.gaid ?? "";
    const refusal = {
      code: "INVALID_INPUT",
      fields: { gaid: [usersText.gaidTakenBy(owner?.name ?? "", owner?.id ?? 0)] },
      link: { href: routes.user(owner?.id ?? 0), label: usersText.openUser(owner?.name ?? "") },
    };
    for (const actor of [issuer, manager]) {
      const input = { intentId: randomUUID(), name: `New of ${actor.role}`, isCompany: false, gaid };
      await expect(addUser(actor, input)).rejects.toMatchObject(refusal);
      await expect(addGaid(actor, { userId: other?.id ?? 0, gaid })).rejects.toMatchObject(refusal);
    }
  });
});

describe("the notes on a user", () => {
  it("do not replace those that were saved since they were shown, but the same ones again", async () => {
    const userId = (await list({})).rows[0]?.id ?? 0;
    const save = (text: string, shown: string) => saveUserNote(issuer, { userId, text, shown });
    expect(await save("of one window", "")).toBe("of one window");
    await expect(save("of another window", "")).rejects.toMatchObject({ code: "CONFLICT" });
    expect(await readNote(issuer, userId)).toMatchObject({ text: "of one window" });
    expect(await save("of one window", "")).toBe("of one window");
    expect(await save("of another window", "of one window")).toBe("of another window");
    expect(await readNote(issuer, userId)).toMatchObject({ text: "of another window" });
  });
});

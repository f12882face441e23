import { randomUUID } from "node:crypto";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import type { Actor } from "@/lib/domain/actor";
import type { Investor } from "@/lib/domain/investor";
import { overtakenText } from "@/lib/messages/overtaken";
import { portalSettingsText } from "@/lib/messages/portal-settings";
import { pool } from "@/server/db/client";
import { addUser, assign, distribute, issue, mine, newGaid } from "@/server/sandbox/amp/testing";
import { readHoldings } from "@/server/services/holdings";
import { readPortalSettings, savePortalSettings } from "@/server/services/portal-settings";
import { declineRequest, previewApproval, readRequestPage } from "@/server/services/request-decisions";
import { readRequest } from "@/server/services/requests";
import { approveSeen, arrive, newWallet, SETTINGS, usersAtAmp } from "./testing";
import { type Inbox, openInbox, otherIssuer } from "./testing-inbox";

const HOUR_MS = 3_600_000;

let bench: Inbox;
let manager: Actor;
let category: number;

beforeAll(async () => {
  bench = await openInbox();
  ({ manager, category } = bench);
}, 30_000);
afterAll(() => bench?.close());
afterEach(() => bench.restore());

const approve = (requestId: string) => approveSeen(bench.actor, { requestId, categoryIds: [category] });

describe("the portal's settings", () => {
  it.each([
    ["slug", { slug: "No Good" }],
    ["slug", { slug: "ab" }],
    ["issuerAddress", { issuerAddress: "0x1234" }],
    ["issuerAddress", { issuerAddress: "0x5aAeb6053F3E94C9b9A09f33669435E7Ef1BeAeD".replace("a", "A") }],
    ["chainIds", { chainIds: [0] }],
    ["categoryIds", { categoryIds: [999_999] }],
    ["managers", { managers: ["nobody"] }],
  ])("refuse a wrong %s under its field", async (field, wrong) => {
    const refused = savePortalSettings(bench.actor, { ...SETTINGS, ...wrong, shown: SETTINGS });
    await expect(refused).rejects.toMatchObject({
      code: "INVALID_INPUT",
      fields: { [field]: [expect.any(String)] },
    });
  });

  it("are the issuer's, and a name in the link belongs to one", async () => {
    await expect(readPortalSettings(manager)).rejects.toMatchObject({ code: "FORBIDDEN" });
    await expect(savePortalSettings(manager, { ...SETTINGS, shown: SETTINGS })).rejects.toMatchObject({
      code: "FORBIDDEN",
    });
    const { workspaceId } = await otherIssuer();
    await pool().query(
      `insert into portal_links values ($1, 'taken-name', 'Other', '0x', '{}', '{}', true, false, false, '{}', now())`,
      [workspaceId],
    );
    const taken = savePortalSettings(bench.actor, { ...SETTINGS, slug: "taken-name", shown: SETTINGS });
    await expect(taken).rejects.toMatchObject({
      code: "INVALID_INPUT",
      fields: { slug: [expect.any(String)] },
    });
    expect((await readPortalSettings(bench.actor)).settings).toEqual(SETTINGS);
  });

  it("are not replaced by a page that shows others: what was taken from a manager stays taken", async () => {
    const { actor } = bench;
    await bench.change({ managers: ["manager"] });
    const { settings: shown } = await readPortalSettings(actor);
    await savePortalSettings(actor, { ...SETTINGS, managers: [], shown });
    const late = { ...SETTINGS, managers: ["manager"], issuerName: "Alpine", shown };
    await expect(savePortalSettings(actor, late)).rejects.toMatchObject({
      code: "CONFLICT",
      message: overtakenText.settings(portalSettingsText.managers),
    });
    expect((await readPortalSettings(actor)).settings).toEqual(SETTINGS);
    // After an answer that was lost.
    expect(await savePortalSettings(actor, { ...SETTINGS, shown })).toEqual({ settings: SETTINGS });
    const { settings: present } = await readPortalSettings(actor);
    await savePortalSettings(actor, { ...SETTINGS, issuerName: "Alpine", shown: present });
    expect((await readPortalSettings(actor)).settings).toEqual({ ...SETTINGS, issuerName: "Alpine" });
  });

  it("are saved by one of two who save at the same moment", async () => {
    const { settings: shown } = await readPortalSettings(bench.actor);
    const saving = ["One", "Two"].map((issuerName) =>
      savePortalSettings(bench.actor, { ...SETTINGS, issuerName, shown }),
    );
    const ends = await Promise.allSettled(saving);
    const refused = ends.filter(({ status }) => status === "rejected");
    expect(refused).toHaveLength(1);
    expect(refused[0]).toMatchObject({ reason: { code: "CONFLICT" } });
  });
});

describe("what an approval will do", () => {
  it("is told before: the user, the proposed categories, the assets, and a GAID named twice", async () => {
    await bench.change({ categoryIds: [category] });
    const { asset_uuid } = await issue(bench.sandbox, bench.amp, {
      name: `Fund ${randomUUID().slice(0, 8)}`,
    });
    await bench.amp.put(`/categories/${category}/assets/${asset_uuid}/add`);
    const first = await arrive(bench);
    const { id } = await arrive(bench, { gaid: first.gaid });
    const preview = await previewApproval(bench.actor, id);
    expect(preview).toMatchObject({ gaid: { isValid: true }, user: null, proposed: [category] });
    const asset = preview.assets.find((one) => one.assetUuid === asset_uuid);
    expect(asset?.requirements).toEqual([category]);
    expect((await readRequest(bench.actor, id)).sameGaid).toBe(1);
    await bench.change({ managers: ["manager"] });
    const shown = async () => (await previewApproval({ ...manager }, id)).assets.map((one) => one.assetUuid);
    expect(await shown()).not.toContain(asset_uuid);
    const [{ id: managerId }] = (await bench.amp.get("/managers")).body;
    await bench.amp.put(`/managers/${managerId}/assets/${asset_uuid}/add`);
    expect(await shown()).toContain(asset_uuid);
  });

  it("is left out while AMP is away, and the request is readable all the same", async () => {
    const { id } = await arrive(bench);
    bench.proxy.fail(() => true, "cut-before");
    expect(await readRequestPage(bench.actor, id)).toMatchObject({
      details: { state: "open" },
      preview: null,
    });
  });

  it("wants a reason for a refusal", async () => {
    const { id } = await arrive(bench);
    await expect(declineRequest(bench.actor, { requestId: id, reason: " no " })).rejects.toMatchObject({
      fields: { reason: [expect.any(String)] },
    });
  });
});

describe("holdings", () => {
  const investorOf = (address: string): Investor => ({
    sessionId: randomUUID(),
    address: address.toLowerCase(),
    chainId: 1,
    issuerSlug: SETTINGS.slug,
    endsAt: new Date(Date.now() + HOUR_MS),
    forwardedFor: null,
  });

  it("show the own GAID's assets, vesting and distributions, and never another's", async () => {
    const { asset_uuid: uuid } = await issue(bench.sandbox, bench.amp, {
      name: `Notes ${randomUUID().slice(0, 8)}`,
      restricted: false,
    });
    await mine(bench.sandbox, 3);
    await bench.amp.get(`/assets/${uuid}/register-authorized`);
    const [mineAddress, otherAddress] = [newWallet(), newWallet()];
    const own = await arrive(bench, { address: mineAddress });
    const other = await arrive(bench, { address: otherAddress });
    for (const { id } of [own, other]) await approve(id);
    const users = await usersAtAmp(bench);
    const idOf = (gaid: string) => users.find((user) => user.GAID === gaid)?.id ?? 0;
    await assign(bench.amp, uuid, idOf(own.gaid), 40);
    await assign(bench.amp, uuid, idOf(other.gaid), 7_777);
    await distribute(bench.sandbox, bench.amp, uuid);
    await assign(bench.amp, uuid, idOf(own.gaid), 5, { ready_for_distribution: false });
    await assign(bench.amp, uuid, idOf(other.gaid), 8_888);
    // A second wallet of the same registered user, whose holdings the first one must not show.
    const second = await newGaid(bench.sandbox);
    await bench.amp.post(`/registered_users/${idOf(own.gaid)}/gaids/add`, second);
    await bench.amp.post(`/registered_users/${idOf(own.gaid)}/gaids/set-default`, second);
    await assign(bench.amp, uuid, idOf(own.gaid), 6_666);
    await bench.amp.post(`/registered_users/${idOf(own.gaid)}/gaids/set-default`, own.gaid);

    const shown = await readHoldings(investorOf(mineAddress));
    const holding = shown?.holdings.find(({ assetUuid }) => assetUuid === uuid);
    expect(shown?.gaid).toBe(own.gaid);
    expect(holding?.balanceSats).toBe(40n);
    expect(holding?.distributions).toEqual([
      {
        id: expect.any(Number),
        amountSats: 40n,
        txid: expect.stringMatching(/^[0-9a-f]{64}$/),
        confirmedAt: expect.any(Date),
      },
    ]);
    expect(holding?.vesting.map(({ amountSats }) => amountSats)).toContain(5n);
    const text = JSON.stringify(shown, (_, value) => (typeof value === "bigint" ? String(value) : value));
    // In quotes, as amounts stand there: four digits alone are in some transactions' ids, too.
    expect(text).toContain('"6666"');
    for (const foreign of [other.gaid, second, '"7777"', '"8888"']) expect(text).not.toContain(foreign);

    await bench.change({ showsDistributions: false });
    const less = await readHoldings(investorOf(mineAddress));
    expect(less?.holdings.map(({ distributions, balanceSats }) => [distributions, balanceSats])).toEqual([
      [[], 40n],
    ]);
    await bench.change({ showsHoldings: false });
    const sent = await readHoldings(investorOf(mineAddress));
    expect(sent?.holdings.map(({ vesting, balanceSats }) => [vesting, balanceSats])).toEqual([[[], null]]);
    // The GAID has gone over to a user whom the issuer did not approve with this wallet.
    await pool().query("update portal_requests set amp_user_id = 0 where id = $1", [own.id]);
    expect((await readHoldings(investorOf(mineAddress)))?.holdings).toEqual([]);
  });

  it("are nothing for a wallet that was not approved, and when the issuer shows none", async () => {
    const [stranger, address] = [newWallet(), newWallet()];
    await addUser(bench.sandbox, bench.amp, `Holder ${randomUUID().slice(0, 8)}`);
    const { id } = await arrive(bench, { address });
    expect(await readHoldings(investorOf(address))).toBeNull();
    expect(await readHoldings(investorOf(stranger))).toBeNull();
    await approve(id);
    expect(await readHoldings(investorOf(address))).not.toBeNull();
    await bench.change({ showsHoldings: false, showsDistributions: false });
    expect(await readHoldings(investorOf(address))).toBeNull();
    await expect(readHoldings(investorOf(address), "no-such-issuer")).rejects.toMatchObject({
      code: "NOT_FOUND",
    });
  });
});

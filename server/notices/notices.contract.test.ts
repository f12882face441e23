import { randomUUID } from "node:crypto";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import type { Actor } from "@/lib/domain/actor";
import type { AlertKind } from "@/lib/domain/watch";
import { insertRequest } from "@/server/requests/store";
import { type NoticesInput, sendTest } from "@/server/services/notices";
import { insertOperation, moveOperation } from "@/server/treasury/store";
import { acknowledgeAlert, listAlerts, saveLook } from "@/server/watch/store";
import { notifyAll, QUIET_MS } from "./runner";
import {
  ASSET,
  FIGURES,
  findAlerts,
  latestDelivery,
  type NoticesDesk,
  newIssuer,
  notifyLater,
  openNoticesDesk,
  saveSettings,
} from "./testing-desk";

const HOUR = 3_600_000;

let desk: NoticesDesk;
let actor: Actor;

beforeAll(async () => {
  desk = await openNoticesDesk();
});
afterAll(() => desk?.close());
beforeEach(async () => {
  actor = await newIssuer();
});
afterEach(() => desk.forget());

const save = (input: Partial<NoticesInput> = {}) => saveSettings(actor, input);
const find = (...kinds: AlertKind[]) => findAlerts(actor, kinds);
const latest = () => latestDelivery(actor);

async function askAsInvestor(): Promise<string> {
  const id = randomUUID();
  await insertRequest({
    id,
    workspaceId: actor.workspaceId,
    intentId: randomUUID(),
    address: `0x${"ab".repeat(20)}`,
    chainId: 1,
    bound: {
      gaid: "GA11111111111111111111111111",
      text: "",
      signature: "",
      boundAt: new Date(),
      checkedAt: new Date(),
    },
    kyc: { completedAt: new Date(), validUntil: null, riskLabels: [] },
    person: { name: "Grace Hopper", email: "grace@investor.example", isCompany: false, verifiedName: null },
  } as unknown as Parameters<typeof insertRequest>[0]);
  return id;
}

describe("what needs a person", () => {
  it("comes once by e-mail, with environment, page and nobody's data", async () => {
    await save();
    await find("moved");
    const request = await askAsInvestor();
    await notifyAll();
    await notifyLater(2 * QUIET_MS);
    expect(desk.mail.mails).toHaveLength(1);
    const [{ to, data: body } = { to: [], data: "" }] = desk.mail.mails;
    expect(to).toEqual(["ops@issuer.example", "desk@issuer.example"]);
    expect(body).toContain("Subject: [LIVE] Ampdesk: 2 matters need a person");
    expect(body).toContain("Environment: Live");
    expect(body).toContain("Harbour Bond 2031: Moved outside of AMP");
    expect(body).toContain(`https://desk.example/requests/${request}`);
    expect(body).not.toMatch(/Grace|Hopper|investor\.example|0xabababab|GA1111/);
    expect(await latest()).toMatchObject({
      channel: "email",
      state: "sent",
      tries: 1,
      count: 2,
      problem: null,
    });
  });

  it("comes again when it comes up again, and not while a person has acknowledged it", async () => {
    await save();
    await find("moved");
    await notifyAll();
    const [alert] = await listAlerts(actor.workspaceId, { states: ["open"], limit: 1 });
    await acknowledgeAlert(alert?.id ?? "", "Ada", "Known transfer");
    await notifyLater(2 * QUIET_MS);
    await find();
    await find();
    await find("moved");
    expect(desk.mail.mails).toHaveLength(1);
    await notifyLater(4 * QUIET_MS);
    expect(desk.mail.mails).toHaveLength(2);
  });

  it("waits for the next message when one was sent just now, and is left out once it is solved", async () => {
    await save();
    await find("moved");
    await notifyAll();
    await find("moved", "lost", "tokens");
    await notifyAll();
    expect(desk.mail.mails).toHaveLength(1);
    await find("moved", "lost");
    await find("moved", "lost");
    await notifyLater(QUIET_MS + 1_000);
    expect(desk.mail.mails).toHaveLength(2);
    expect(desk.mail.mails[1]?.data).toContain("Lost to AMP");
    expect(desk.mail.mails[1]?.data).not.toMatch(/Moved outside|tokens are missing/);
  });

  it("names an operation that stopped, and not one that goes on", async () => {
    await save();
    const intent = { ...ASSET, assetName: ASSET.name, assetId: "", totalSats: 123_456n, assignments: [] };
    const operation = await insertOperation({
      workspaceId: actor.workspaceId,
      kind: "distribution",
      assetUuid: ASSET.assetUuid,
      requestedBy: "Ada",
      requestId: randomUUID(),
      intent,
      intentHash: "",
    });
    await notifyAll();
    expect(desk.mail.mails).toHaveLength(0);
    const problem = { message: "AMP refused 123,456 sats of Grace Hopper.", mayRetry: true };
    await moveOperation(operation, { state: "stopped", problem, nextRunAt: null }, null);
    await notifyAll();
    expect(desk.mail.mails[0]?.data).toContain(
      "Subject: [LIVE] Ampdesk: Distribution of Harbour Bond 2031 stopped",
    );
    expect(desk.mail.mails[0]?.data).toContain(`/assets/${ASSET.assetUuid}/distributions/${operation.id}`);
    expect(desk.mail.mails[0]?.data).not.toMatch(/123,456|Grace/);
  });

  it("names an asset that nobody authorises for a while", async () => {
    await save();
    await find();
    await notifyLater(HOUR);
    expect(desk.mail.mails).toHaveLength(0);
    await saveLook(actor.workspaceId, ASSET, {
      figures: FIGURES,
      tokens: [],
      findings: [],
      isAuthorizable: true,
      sawWallet: true,
    });
    await notifyAll();
    expect(desk.mail.mails).toHaveLength(0);
    await notifyLater(2 * HOUR);
    expect(desk.mail.mails[0]?.data).toContain("Harbour Bond 2031 is not registered as authorised");
    expect(desk.mail.mails[0]?.data).toContain(`https://desk.example/assets/${ASSET.assetUuid}`);
  });

  it("is told only of what was chosen", async () => {
    await save({ topics: ["request"] });
    await find("moved");
    await notifyAll();
    expect(desk.mail.mails).toHaveLength(0);
  });
});

describe("a test", () => {
  it("is sent at once, and not too often", async () => {
    await expect(sendTest(actor, { channel: "email" })).rejects.toMatchObject({ code: "CONFLICT" });
    await save();
    for (let sent = 0; sent < 5; sent++)
      expect(await sendTest(actor, { channel: "email" })).toMatchObject({ state: "sent", isTest: true });
    expect(desk.mail.mails[0]?.data).toContain("[LIVE] Ampdesk: Test of the notifications");
    await expect(sendTest(actor, { channel: "email" })).rejects.toMatchObject({ code: "CONFLICT" });
    await notifyAll();
    expect(desk.mail.mails).toHaveLength(5);
  });
});

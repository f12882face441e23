import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { type AmpCaller, mine, newGaid, ownedSats, signIn } from "../amp/testing";
import { startTestSandbox, type TestSandbox } from "../testing";
import { approving, control, distributed, type IssuerService, startIssuerService } from "./testing";

let sandbox: TestSandbox;
let amp: AmpCaller;
let issuer: IssuerService;
let bond: { uuid: string; id: string };
let alice: string;

beforeAll(async () => {
  sandbox = await startTestSandbox();
  issuer = await startIssuerService();
  amp = await signIn(sandbox, "issuer");
  alice = await newGaid(sandbox);
  const user = (await amp.post("/registered_users/add", { name: "Alice", is_company: false, GAID: alice }))
    .body;
  const to = [{ user: user.id, amounts: [1_000] }];
  bond = await distributed(sandbox, amp, { name: "Harbour Bond", restricted: false, to });
});

afterAll(async () => {
  await issuer?.stop();
  await sandbox?.stop();
});

beforeEach(async () => {
  issuer.requests.length = 0;
  issuer.answer = approving;
  await setEndpoint(null);
});

const setEndpoint = (url: string | null) =>
  amp.put(`/assets/${bond.uuid}/edit`, { issuer_authorization_endpoint: url });

const send = (from: string, outputs: { to: string; amount: number }[]) =>
  control(sandbox, "POST", "/wallets/send", { from, asset_uuid: bond.uuid, outputs });

const held = async (gaid: string): Promise<number> =>
  (await control(sandbox, "GET", `/wallets/balance?gaid=${gaid}`)).body.balance[bond.id] ?? 0;

const total = (rows: { amount: number }[]) => rows.reduce((sum, { amount }) => sum + amount, 0);

describe("while an issuer thinks", () => {
  /** Answers when told to; `asked` resolves once the question is there. */
  const slowAnswer = () => {
    let release = () => {};
    const asked = new Promise<void>((resolve) => {
      issuer.answer = (response, body) => {
        issuer.answer = approving;
        release = () => void approving(response, body);
        resolve();
      };
    });
    return { asked, release: () => release() };
  };

  it("other calls go on, and a coin goes to whoever is first", async () => {
    const [purse, other] = [await newGaid(sandbox), await newGaid(sandbox)];
    await send(alice, [{ to: purse, amount: 100 }]);
    await setEndpoint(issuer.url);
    const slow = slowAnswer();
    const late = send(purse, [{ to: alice, amount: 60 }]);
    await slow.asked;
    expect((await amp.get(`/assets/${bond.uuid}`)).status).toBe(200);
    await mine(sandbox, 1);
    expect(await send(purse, [{ to: other, amount: 70 }])).toMatchObject({ status: 200 });
    slow.release();
    const refused = await late;
    expect(refused).toMatchObject({ status: 400, body: { approved: false, txid: null } });
    expect(refused.body.error).toContain("spent while the issuer was asked");
    expect(refused.body.reasons.slice(-2)).toMatchObject([
      { rule: "endpoint", passed: true },
      { rule: "second look", passed: false },
    ]);
    expect([await held(purse), await held(other)]).toEqual([30, 70]);
  });

  it("many investors can wait at once, each with a coin of its own for the fee", async () => {
    const opened = await control(sandbox, "POST", "/wallets", { count: 9 });
    const purses: string[] = opened.body.gaids;
    const shares = purses.map((to) => ({ to, amount: 5 }));
    expect(await send(alice, shares)).toMatchObject({ status: 200 });
    await setEndpoint(issuer.url);
    const waiting: (() => void)[] = [];
    issuer.answer = (response, body) => {
      waiting.push(() => void approving(response, body));
      if (waiting.length === purses.length) for (const release of waiting) release();
    };
    const answers = await Promise.all(purses.map((from) => send(from, [{ to: alice, amount: 5 }])));
    expect(answers.map(({ status }) => status)).toEqual(purses.map(() => 200));
    await mine(sandbox, 1);
    expect(await ownedSats(amp, bond.uuid)).toBe(10_000_000);
    for (const { body } of issuer.requests)
      expect(total(body.message.request.inputs)).toBe(total(body.message.request.outputs));
  });

  it.each([
    ["a blacklisted input", blacklistAll, "blacklisted"],
    ["a lock", () => amp.put(`/assets/${bond.uuid}/lock`), "The asset is locked."],
    ["a deletion", () => amp.delete(`/assets/${bond.uuid}/delete`), "deleted while the issuer was asked"],
  ])("%s in between stops the transfer", async (_, change, words) => {
    await setEndpoint(issuer.url);
    const before = await held(alice);
    const slow = slowAnswer();
    const pending = send(alice, [{ to: await newGaid(sandbox), amount: 1 }]);
    await slow.asked;
    await change();
    slow.release();
    expect((await pending).body.error).toContain(words);
    expect(await held(alice)).toBe(before);
    await amp.put(`/assets/${bond.uuid}/unlock`);
    await whitelistAll();
  });
});

async function coins(): Promise<{ txid: string; vout: number }[]> {
  const { body, status } = await amp.get(`/assets/${bond.uuid}/utxos`);
  if (status !== 200) return [];
  return body
    .filter(({ gaid }: { gaid: string }) => gaid === alice)
    .map(({ txid, vout }: { txid: string; vout: number }) => ({ txid, vout }));
}

async function blacklistAll(): Promise<void> {
  await amp.post(`/assets/${bond.uuid}/utxos/blacklist`, await coins());
}

async function whitelistAll(): Promise<void> {
  await amp.post(`/assets/${bond.uuid}/utxos/whitelist`, await coins());
}

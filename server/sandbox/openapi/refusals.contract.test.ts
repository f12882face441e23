import { afterAll, beforeAll, expect, test } from "vitest";
import { type EndpointName, endpointList } from "@/lib/contracts/amp/endpoints";
import {
  type AmpCaller,
  addUser,
  assign,
  callNode,
  distribute,
  issue,
  mine,
  newGaid,
  signIn,
} from "../amp/testing";
import { startTestSandbox, type TestSandbox } from "../testing";
import { textOf } from "./texts/endpoints";

/** Documented refusals that take a longer story; the tests of their nouns tell it. */
const TOLD_ELSEWHERE = [
  "registerAsset: Proof says something else",
  "registerAsset: Registered before",
  "confirmDistribution: Another transaction",
  "confirmDistribution: Too early",
  "confirmDistribution: Wrong amount",
  "confirmReissuance: Other amount",
  "confirmReissuance: Other transaction",
  "confirmReissuance: Too early",
  "confirmBurn: Too early",
  "requestReissuance: Token out of sight",
  "updateBlinders: Wrong blinders",
];

let sandbox: TestSandbox;
let amp: AmpCaller;
let pubkey: string;
const provoked = new Set<string>();

beforeAll(async () => {
  sandbox = await startTestSandbox();
  amp = await signIn(sandbox, "issuer");
  pubkey = (await callNode(sandbox, "getaddressinfo", [await callNode(sandbox, "getnewaddress")])).pubkey;
});
afterAll(() => sandbox?.stop());

/** Without what differs from one run to the next. */
const masked = (body: object | undefined) =>
  JSON.parse(
    JSON.stringify(body ?? null)
      .replace(/\b[0-9a-f]{64}\b/g, "<id>")
      .replace(/\b(?:tlq1|vj)[0-9a-zA-Z]+/g, "<address>")
      .replace(/<id>:\d+/g, "<outpoint>"),
  );

/** Holds a real refusal against the one that the description shows under this title. */
async function holds(name: EndpointName, title: string, asked: Promise<{ status: number; body: object }>) {
  const { status, body } = await asked;
  const documented = textOf(name).refusals?.[title];
  expect({ name, title, status, body: masked(body) }).toEqual({
    name,
    title,
    status: 400,
    body: masked(documented),
  });
  provoked.add(`${name}: ${title}`);
}

const address = () => callNode(sandbox, "getnewaddress");
const unconfidential = async () =>
  (await callNode(sandbox, "getaddressinfo", [await address()])).unconfidential;

async function issueWith(fields: object) {
  const request = { name: "Harbour Bond 2031", amount: 1000, destination_address: await address() };
  return amp.post("/assets/issue", { ...request, ...fields });
}

test("refusals of issuing, registering and authorizing", async () => {
  const same = await address();
  await holds("issueAsset", "Part of the registration is missing", issueWith({ ticker: "HB31" }));
  await holds(
    "issueAsset",
    "Unconfidential address",
    issueWith({ destination_address: await unconfidential() }),
  );
  const token = { is_reissuable: true, reissuance_amount: 1, reissuance_address: same };
  await holds("issueAsset", "Same address twice", issueWith({ ...token, destination_address: same }));
  const { body } = await issueWith({ domain: "example.com", ticker: "HB31", pubkey });
  const at = `/assets/${body.asset_uuid}`;
  await holds("registerAsset", "Not in a block yet", amp.get(`${at}/register`));
  await holds("authorizeAsset", "Too early", amp.get(`${at}/register-authorized`));
  await mine(sandbox, 3);
  await holds("registerAsset", "No proof on the domain", amp.get(`${at}/register`));
  await amp.get(`${at}/register-authorized`);
  await holds("authorizeAsset", "Authorized before", amp.get(`${at}/register-authorized`));
  await holds("editAsset", "No web address", amp.put(`${at}/edit`, { issuer_authorization_endpoint: "x" }));
  await holds("setMemo", "Too long", amp.post(`${at}/memo/set`, "x".repeat(65 * 1024)));
  const addresses = `${at}/treasury-addresses`;
  await holds(
    "addTreasuryAddresses",
    "Known address",
    amp.post(`${addresses}/add`, [body.destination_address]),
  );
  await holds("addTreasuryAddresses", "Other network", amp.post(`${addresses}/add`, ["lq1qqexample"]));
  const nowhere = [{ txid: body.txid, vout: 7 }];
  await holds("blacklistUtxos", "Unknown or spent", amp.post(`${at}/utxos/blacklist`, nowhere));
  await holds("whitelistUtxos", "Unknown or spent", amp.post(`${at}/utxos/whitelist`, nowhere));
  await holds("listActivities", "Unknown column", amp.get(`${at}/activities?sortcolumn=colour`));
  await holds("listTransactions", "Unknown column", amp.get(`${at}/txs?sortcolumn=colour`));
  const blinders = { asset_blinder: "00".repeat(32), amount_blinder: "00".repeat(32) };
  await holds(
    "updateBlinders",
    "Unknown output",
    amp.post(`${at}/update-blinders`, { ...nowhere[0], ...blinders }),
  );
});

test("refusals of users, GAIDs, categories and accounts", async () => {
  const user = await addUser(sandbox, amp, "Alice Ames");
  const free = await newGaid(sandbox);
  const add = (fields: object) => amp.post("/registered_users/add", { is_company: false, ...fields });
  await holds("addRegisteredUser", "Name taken", add({ name: "Alice Ames" }));
  await holds("addRegisteredUser", "GAID taken", add({ name: "Bernard Okafor", GAID: user.gaid }));
  await holds("addRegisteredUser", "Unknown GAID", add({ name: "Bernard Okafor", GAID: "GAnobody" }));
  const { id } = (await add({ name: "Clara Lindqvist" })).body;
  const at = `/registered_users/${id}`;
  await holds("editRegisteredUser", "Name taken", amp.put(`${at}/edit`, { name: "Alice Ames" }));
  await holds("addUserGaid", "Unknown GAID", amp.post(`${at}/gaids/add`, "GAnobody"));
  await holds("addUserGaid", "GAID taken", amp.post(`${at}/gaids/add`, user.gaid));
  await holds("setDefaultGaid", "Somebody else's", amp.post(`${at}/gaids/set-default`, free));
  const category = await amp.post("/categories/add", { name: "Checked" });
  const second = await amp.post("/categories/add", { name: "Residents" });
  await holds("addCategory", "Name taken", amp.post("/categories/add", { name: "Checked" }));
  await holds(
    "editCategory",
    "Name taken",
    amp.put(`/categories/${second.body.id}/edit`, { name: "Checked" }),
  );
  const { asset_uuid } = await issue(sandbox, amp);
  const member = `/categories/${category.body.id}/registered_users/${id}`;
  const required = `/categories/${category.body.id}/assets/${asset_uuid}`;
  await holds("removeCategoryUser", "Is not in it", amp.put(`${member}/remove`));
  await holds("removeCategoryAsset", "Does not require it", amp.put(`${required}/remove`));
  await amp.put(`${member}/add`);
  await amp.put(`${required}/add`);
  await holds("addCategoryUser", "Is in it", amp.put(`${member}/add`));
  await holds("addCategoryAsset", "Requires it", amp.put(`${required}/add`));
  const wrong = { username: "issuer", password: "wrong" };
  await holds("obtainToken", "Wrong user name or password", amp.post("/user/obtain_token", wrong));
  await holds("changePassword", "Too short", amp.post("/user/change-password", { password: "short" }));
  const manager = (fields: object) =>
    amp.post("/managers/create", { username: "deputy", password: "long-enough", ...fields });
  await holds("createManager", "Name taken", manager({ username: "issuer" }));
  await holds("createManager", "Password too short", manager({ password: "short" }));
  const deputy = `/managers/${(await manager({})).body.id}`;
  await holds(
    "changeManagerPassword",
    "Too short",
    amp.post(`${deputy}/change-password`, { password: "short" }),
  );
});

test("refusals of assignments, distributions, reissuance and burn", async () => {
  const { asset_uuid: uuid } = await issue(sandbox, amp, { reissuable: true });
  const { asset_uuid: plain } = await issue(sandbox, amp, { name: "Plain Share" });
  const at = `/assets/${uuid}`;
  const user = await addUser(sandbox, amp, "Dario Conti");
  await holds("createAssignment", "Too early", assign(amp, uuid, user.id, 5));
  await holds("requestReissuance", "Too early", amp.post(`${at}/reissue-request`, { amount_to_reissue: 5 }));
  await mine(sandbox, 3);
  const most = { amount_to_reissue: 2_100_000_000_000_000 };
  await holds("requestReissuance", "Too much", amp.post(`${at}/reissue-request`, most));
  const few = { amount_to_reissue: 5 };
  await holds("requestReissuance", "No token was issued", amp.post(`/assets/${plain}/reissue-request`, few));
  await holds("requestBurn", "More than is free", amp.post(`${at}/burn-request`, { amount: 10_000_001 }));
  const burnt = { tx_data: { txid: "0".repeat(64) }, change_data: [] };
  await holds("confirmBurn", "Unknown transaction", amp.post(`${at}/burn-confirm`, burnt));
  await holds("createAssignment", "More than is free", assign(amp, uuid, user.id, 10_000_001));
  await holds("createAssignment", "Unknown user", assign(amp, uuid, 999_999, 5));
  const draft = { registered_user: user.id, amount: 5 };
  const path = `${at}/assignments`;
  await holds("createAssignment", "Two entries", amp.post(`${path}/create`, { assignments: [draft, draft] }));
  const category = (await amp.post("/categories/add", { name: "Accredited" })).body.id;
  await amp.put(`/categories/${category}/assets/${uuid}/add`);
  await holds("createAssignment", "A category is missing", assign(amp, uuid, user.id, 5));
  await amp.put(`/categories/${category}/assets/${uuid}/remove`);
  await holds("createDistribution", "Not authorized", amp.get(`${at}/distributions/create/`));
  await amp.get(`${at}/register-authorized`);
  await amp.put(`${at}/lock`);
  await holds("createDistribution", "Locked", amp.get(`${at}/distributions/create/`));
  await amp.put(`${at}/unlock`);
  const { id } = (await assign(amp, uuid, user.id, 5)).body[0];
  const remove = () => amp.delete(`/registered_users/${user.id}/delete`);
  await holds("deleteRegisteredUser", "Waits for units", remove());
  const distribution = await distribute(sandbox, amp, uuid);
  for (const [name, method, word] of [
    ["lockAssignment", "PUT", "lock"],
    ["unlockAssignment", "PUT", "unlock"],
    ["deleteAssignment", "DELETE", "delete"],
  ] as const)
    await holds(name, "In a distribution", amp.send(method, `${path}/${id}/${word}`));
  await holds(
    "cancelDistribution",
    "Confirmed before",
    amp.delete(`${at}/distributions/${distribution}/cancel`),
  );
  await holds("deleteRegisteredUser", "Holds units", remove());
});

test("no documented refusal is without a test", () => {
  const documented = endpointList.flatMap(({ name }) =>
    Object.keys(textOf(name as EndpointName).refusals ?? {}).map((title) => `${name}: ${title}`),
  );
  expect(documented.filter((one) => !provoked.has(one)).sort()).toEqual([...TOLD_ELSEWHERE].sort());
});

import { afterAll, beforeAll, expect, test } from "vitest";
import { type EndpointName, endpoints } from "@/lib/contracts/amp/endpoints";
import { printExactJson } from "@/lib/exact-json";
import { type AmpCaller, confirmPayload, issue, mine, newGaid, sendOrder, signIn } from "../amp/testing";
import { startTestSandbox, type TestSandbox } from "../testing";
import { ampDocument } from "./amp-document";
import { exampleChecker, type Json } from "./testing";

const document: Json = ampDocument();
const problemOf = exampleChecker(document, true);
const seen = new Set<EndpointName>();
let sandbox: TestSandbox;
let amp: AmpCaller;

beforeAll(async () => {
  sandbox = await startTestSandbox();
  amp = await signIn(sandbox, "issuer");
});
afterAll(() => sandbox?.stop());

/** Calls an endpoint and holds the answer against its description, unknown keys included. */
async function call(name: EndpointName, params: Record<string, string | number> = {}, body?: unknown) {
  const { method, path } = endpoints[name];
  const address = path.replace(/\{(\w+)\}/g, (_, key: string) => String(params[key]));
  const query = params.query ? `?${params.query}` : "";
  const answer = await amp.send(method, address + query, body);
  const described = document.paths[path][method.toLowerCase()].responses[answer.status];
  const schema = described?.content?.["application/json"]?.schema;
  const value = JSON.parse(printExactJson(answer.body ?? null));
  const problem = described ? schema && problemOf({ schema, value }) : `${answer.status} is not described`;
  expect([name, problem ?? null]).toEqual([name, null]);
  if (answer.status < 300) seen.add(name);
  return answer.body;
}

test("what AMP answers is what its description says, from issuance to holder", async () => {
  const { asset_uuid: assetUuid, asset_id, txid } = await issue(sandbox, amp, { reissuable: true });
  const asset = { assetUuid };
  await call("authorizeAsset", asset); // too early: a 400 of the description
  await mine(sandbox, 3);
  await call("authorizeAsset", asset);
  const category = await call("addCategory", {}, { name: "Checked", description: null });
  const gaid = await newGaid(sandbox);
  const user = await call("addRegisteredUser", {}, { name: "Ada Holm", is_company: false, GAID: gaid });
  const ids = { ...asset, categoryId: category.id, registeredUserId: user.id, gaid, txid };
  await call("addCategoryAsset", ids);
  await call("addCategoryUser", ids);
  await call("addCategoryUser", ids);
  const draft = { registered_user: user.id, amount: 250_000, ready_for_distribution: true };
  const [assignment] = await call("createAssignment", asset, { assignments: [draft] });
  await call("createAssignment", asset, { assignments: [] });
  const open = { ...ids, assignmentId: assignment.id };
  await call("lockAssignment", open);
  await call("createDistribution", asset);
  await call("unlockAssignment", open);
  const order = await call("createDistribution", asset);
  const sent = await sendOrder(sandbox, order);
  await mine(sandbox, 2);
  const done = { ...open, distributionUuid: order.distribution_uuid };
  await call("confirmDistribution", done, await confirmPayload(sandbox, sent, asset_id));
  await call("requestReissuance", asset, { amount_to_reissue: 5 });
  await call("requestBurn", asset, { amount: 5 });
  await call("blacklistUtxos", asset, []);
  const manager = await call("createManager", {}, { username: "deputy", password: "deputy-password" });
  await call("addManagerAsset", { ...ids, managerId: manager.id });
  for (const name of [
    ...(["getInfo", "getChangelog", "listAssets", "getAsset", "getMemo", "listTreasuryAddresses"] as const),
    ...(["listUtxos", "listActivities", "listTransactions", "getTransaction", "listOwnerships"] as const),
    ...(["getBalance", "getSummary", "listLostOutputs", "listReissuances", "listAssignments"] as const),
    ...(["getAssignment", "listDistributions", "getDistribution", "listRegisteredUsers"] as const),
    ...(["getRegisteredUser", "getUserSummary", "listUserGaids", "validateGaid", "getGaidAddress"] as const),
    ...(["getGaidUser", "listGaidBalances", "getGaidBalance", "listCategories", "getCategory"] as const),
    ...(["listManagers", "lockAsset", "unlockAsset", "registerAsset"] as const),
  ])
    await call(name, done);
  await call("listActivities", { ...asset, query: "sortcolumn=colour" });
  await call("getManager", { managerId: 999 });
  expect(seen.size).toBeGreaterThan(45);
});

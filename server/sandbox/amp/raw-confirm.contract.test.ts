import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import type { Wire } from "@/server/platform/testing";
import { startTestSandbox, type TestSandbox } from "../testing";
import { type AmpCaller, addUser, assign, callNode, confirmPayload, issue, mine, signIn } from "./testing";

/** Orders carried out by transactions that were built and signed first and broadcast later. */

let sandbox: TestSandbox;
let amp: AmpCaller;
let asset: Wire;

const call = (method: string, params: unknown[]): Promise<Wire> => callNode(sandbox, method, params);
const path = (rest: string) => `/assets/${asset.asset_uuid}/${rest}`;
const zeros = "0".repeat(64);

beforeAll(async () => {
  sandbox = await startTestSandbox();
  amp = await signIn(sandbox, "issuer");
});

beforeEach(async () => {
  asset = await issue(sandbox, amp, { restricted: false, reissuable: true });
  await mine(sandbox, 3);
  await amp.get(path("register-authorized"));
});

afterAll(() => sandbox.stop());

/** Funds, alters, blinds and signs; what is broadcast is kept and broadcast twice. */
async function finish(
  raw: string,
  { alter = async (hex: string) => hex, blindsIssuances = true } = {},
): Promise<string> {
  const { hex } = await call("fundrawtransaction", [raw]);
  const blinded = await call("blindrawtransaction", [await alter(hex), false, [], blindsIssuances]);
  const { hex: stored, complete } = await call("signrawtransactionwithwallet", [blinded]);
  expect(complete).toBe(true);
  const { txid } = await call("decoderawtransaction", [stored]);
  for (let time = 0; time < 2; time++) expect(await call("sendrawtransaction", [stored, 0.1, 1])).toBe(txid);
  await mine(sandbox, 2);
  return txid;
}

describe("AMP", () => {
  it("cannot be told of a distribution sent that way: the wallet never had the blinders", async () => {
    const { id } = await addUser(sandbox, amp, "Raw Receiver");
    await assign(amp, asset.asset_uuid, id, 5_000);
    const { body: order } = await amp.get(path("distributions/create/"));
    const outputs = Object.entries(order.map_address_amount).map(([address, amount]) => ({
      ...{ [address]: amount },
      asset: asset.asset_id,
    }));
    const txid = await finish(await call("createrawtransaction", [[], outputs]));
    const payload = await confirmPayload(sandbox, txid, asset.asset_id);
    expect(payload.tx_data.details).toMatchObject([
      { assetblinder: zeros, amountblinder: zeros, asset: zeros },
    ]);
    const refused = await amp.post(path(`distributions/${order.distribution_uuid}/confirm`), payload);
    expect(refused.status).toBe(400);
    expect((await amp.get(path("distributions"))).body).toEqual([]);
  });

  it.each([true, false])(
    "takes a reissuance that was signed, stored and broadcast twice (amounts hidden: %s)",
    async (isConfidential) => {
      const issued = await amp.post("/assets/issue", {
        ...{ name: "Raw Fund", amount: 10_000, transfer_restricted: false },
        ...{ destination_address: await call("getnewaddress", []), is_confidential: isConfidential },
        ...{ is_reissuable: true, reissuance_amount: 1 },
        reissuance_address: await call("getnewaddress", []),
      });
      asset = issued.body;
      await mine(sandbox, 3);
      await amp.post(path("reissue-request"), { amount_to_reissue: 700 });
      const coins: Wire[] = await call("listunspent", []);
      const token = coins.find((coin) => coin.asset === asset.reissuance_token_id);
      const [{ entropy }] = await call("listissuances", [asset.asset_id]);
      const own = () => call("getnewaddress", []);
      const raw = await call("createrawtransaction", [
        [{ txid: token.txid, vout: token.vout }],
        [{ [await own()]: token.amount, asset: token.asset }],
      ]);
      const alter = async (hex: string) => {
        const reissuance = {
          ...{ asset_amount: "0.00000700", asset_address: await own(), input_index: 0 },
          ...{ asset_blinder: token.assetblinder, entropy },
        };
        return (await call("rawreissueasset", [hex, [reissuance]])).hex;
      };
      // The token of an asset whose issued amount is open only allows open ones.
      if (!isConfidential) await expect(finish(raw, { alter })).rejects.toThrow("bad-txns-in-ne-out");
      const txid = await finish(raw, { alter, blindsIssuances: isConfidential });
      const { details } = await call("gettransaction", [txid]);
      const issuances: Wire[] = await call("listissuances", []);
      const { body, status } = await amp.post(path("reissue-confirm"), {
        details,
        reissuance_output: { txid, vin: 0 },
        listissuances: issuances.filter((entry) => entry.txid === txid),
      });
      expect([status, body]).toMatchObject([200, { txid, vin: 0, reissuance_amount: 700 }]);
    },
  );

  it("takes a burn that was signed, stored and broadcast twice", async () => {
    await amp.post(path("burn-request"), { amount: 300 });
    const raw = await call("createrawtransaction", [[], [{ burn: "0.00000300", asset: asset.asset_id }]]);
    const txid = await finish(raw);
    const { change_data } = await confirmPayload(sandbox, txid, asset.asset_id);
    const confirmed = await amp.post(path("burn-confirm"), { tx_data: { txid }, change_data });
    expect(confirmed.status).toBe(200);
    expect((await amp.get(path("summary"))).body).toMatchObject({ burned: 300 });
  });
});

import { describe, expect, it } from "vitest";
import type { Actor } from "@/lib/domain/actor";
import { MAX_DOCUMENT_BYTES } from "@/lib/domain/documents";
import type { Investor } from "@/lib/domain/investor";
import { faucetText } from "@/lib/messages/invest-pages";
import { signInBrowser } from "@/server/investor/testing";
import { turnClock } from "@/server/platform/clock";
import { readCampaignChains, readCampaignOrders } from "./campaign-orders";
import { SIDE_SOURCES } from "./export-side-lists";
import { readInvestorView } from "./invest";
import {
  cancelAutoInvest,
  orderAutoInvest,
  readAutoInvests,
  readChainTasks,
  requestCoins,
} from "./invest-chain";
import { askForErasure, readOwnData } from "./invest-data";
import { readDocuments, uploadDocument } from "./invest-documents";
import { testKyc } from "./invest-kyc";
import { CAMPAIGN, CHAIN, CID, offersBench } from "./testing-offers";

const { bench, outside } = offersBench();

const somebody = async (): Promise<Investor> => (await signInBrowser()).investor();
async function verified(): Promise<Investor> {
  const investor = await somebody();
  await testKyc(investor, { firstName: "Ada", lastName: "Byron" });
  return investor;
}
const deed = (name = "deed.pdf", content: BlobPart = "%PDF-1.7 and more") => new File([content], name);

describe("what is offered", () => {
  it("is what the service says it does", async () => {
    const { offers } = await readInvestorView(await somebody());
    expect(offers).toMatchObject({ faucet: true, autoInvest: true, documents: true, holdings: false });
  });

  it("is nothing while the service cannot tell, or is not set up for it", async () => {
    const nothing = { faucet: false, autoInvest: false, documents: false };
    bench.gate.target = bench.ours;
    expect((await readInvestorView(await somebody())).offers).toMatchObject(nothing);
    bench.gate.target = bench.older;
    const investor = await somebody();
    expect((await readInvestorView(investor)).offers).toMatchObject({ ...nothing, chains: [] });
    expect(await readChainTasks(investor, "faucet")).toBeNull();
    expect(await readAutoInvests(investor)).toEqual([]);
  });
});

describe("coins for fees", () => {
  it("are asked for once in a while, and the person sees what becomes of it", async () => {
    const [ada, eve] = [await somebody(), await somebody()];
    await requestCoins(ada, { chainId: CHAIN, reCaptchaToken: null });
    expect(await readChainTasks(ada, "faucet")).toMatchObject([{ chainId: CHAIN, state: "queued" }]);
    const { identityService } = JSON.parse((await readOwnData(ada)).text);
    expect(identityService.chainTasks).toMatchObject([{ chainId: CHAIN }]);
    expect(await readChainTasks(ada, "auto_invest")).toEqual([]);
    expect(await readChainTasks(eve, "faucet")).toEqual([]);
    await expect(requestCoins(ada, { chainId: CHAIN, reCaptchaToken: null })).rejects.toMatchObject({
      ...{ code: "REJECTED", message: faucetText.tooSoon },
    });
  });

  it("are refused in words where there are none", async () => {
    await expect(
      requestCoins(await somebody(), { chainId: 137, reCaptchaToken: null }),
    ).rejects.toMatchObject({
      ...{ code: "REJECTED", message: faucetText.noCoins },
    });
  });
});

describe("an order to invest", () => {
  const order = { chainId: CHAIN, campaign: CAMPAIGN };

  it("is replaced by the next one for the same campaign, and can be cancelled", async () => {
    const investor = await somebody();
    const open = () => readAutoInvests(investor);
    await orderAutoInvest(investor, { ...order, amount: 5n });
    const amount = 2n ** 200n;
    await orderAutoInvest(investor, { ...order, amount });
    const coin = { symbol: "EURX", decimals: 6 };
    expect(await open()).toEqual([{ chainId: CHAIN, campaign: CAMPAIGN.toLowerCase(), amount, coin }]);
    expect(await readChainTasks(investor, "auto_invest")).toHaveLength(1);
    expect(await cancelAutoInvest(await somebody(), order)).toEqual({ cancelled: false });
    expect(await open()).toHaveLength(1);
    expect(await cancelAutoInvest(investor, order)).toEqual({ cancelled: true });
    expect(await open()).toEqual([]);
  });

  it("names a campaign's address", async () => {
    const wrong = orderAutoInvest(await somebody(), { chainId: CHAIN, campaign: "../user", amount: 1n });
    await expect(wrong).rejects.toMatchObject({ code: "INVALID_INPUT" });
    expect(bench.gate.calls.some((call) => call.startsWith("POST /auto_invest"))).toBe(false);
  });
});

describe("the issuer's view of a campaign", () => {
  const issuer = { role: "issuer" } as Actor;
  const at = { chainId: CHAIN, campaign: CAMPAIGN };

  it("has every wallet's open order, however the address is written", async () => {
    const [ada, eve] = [await somebody(), await somebody()];
    const campaign = "0x00000000000000000000000000000000C0FFEE02";
    for (const one of [ada, eve]) await orderAutoInvest(one, { chainId: CHAIN, campaign, amount: 7n });
    expect(await readCampaignOrders(issuer, { chainId: CHAIN, campaign })).toEqual({
      coin: { symbol: "EURX", decimals: 6 },
      orders: [
        { wallet: eve.address, amount: 7n },
        { wallet: ada.address, amount: 7n },
      ],
    });
    expect(await readCampaignOrders(issuer, { ...at, chainId: 1 })).toEqual({ coin: null, orders: [] });
  });

  it("is a file with the amounts in its coin, and in the smallest unit where nobody knows the coin", async () => {
    const fileOf = async (campaign: string) => {
      const ada = await somebody();
      await orderAutoInvest(ada, { chainId: CHAIN, campaign, amount: 7_500_000n });
      const query = { limit: 1, filters: { chain: String(CHAIN), campaign } };
      const { from, chunks } = await SIDE_SOURCES["campaign-orders"].begin(issuer, "", query);
      let text = "";
      for await (const chunk of chunks("json", [])) text += chunk;
      return { from, rows: JSON.parse(text).rows, wallet: ada.address };
    };
    const known = await fileOf("0x00000000000000000000000000000000C0FFEE04");
    const sats = { wallet: known.wallet, amount_sats: "7500000" };
    expect(known).toMatchObject({ from: "identity", rows: [{ ...sats, amount: "7.500000", coin: "EURX" }] });
    outside.symbol = "EUR\u202e";
    const strange = await fileOf("0x00000000000000000000000000000000C0FFEE05");
    expect(strange.rows).toMatchObject([{ amount: null, amount_sats: "7500000", coin: null }]);
    const filters = { chain: "x", campaign: "" };
    const wrong = SIDE_SOURCES["campaign-orders"].begin(issuer, "", { limit: 1, filters });
    await expect(wrong).rejects.toMatchObject({ code: "INVALID_INPUT" });
  });

  it("does not repeat what a contract calls its coin when that is no name, and asks again later", async () => {
    outside.symbol = "EUR\u202e – call 555";
    const campaign = "0x00000000000000000000000000000000C0FFEE03";
    await orderAutoInvest(await somebody(), { chainId: CHAIN, campaign, amount: 7n });
    const read = async () => (await readCampaignOrders(issuer, { chainId: CHAIN, campaign })).coin;
    expect(await read()).toBeNull();
    outside.symbol = "EURX";
    expect(await read()).toBeNull();
    turnClock(61_000);
    expect(await read()).toEqual({ symbol: "EURX", decimals: 6 });
  });

  it("is asked for by an address, on a network that takes orders", async () => {
    const refused = { code: "INVALID_INPUT" };
    for (const wrong of [{ campaign: "0x1" }, { campaign: "" }, { chainId: 0 }, { chainId: Number.NaN }])
      await expect(readCampaignOrders(issuer, { ...at, ...wrong })).rejects.toMatchObject(refused);
    expect(await readCampaignChains(issuer)).toEqual([{ chainId: CHAIN, name: "Hardhat" }]);
    bench.gate.target = bench.older;
    expect(await readCampaignChains(issuer)).toEqual([]);
    bench.gate.state = "failing";
    expect(await readCampaignChains(issuer)).toEqual([]);
  });
});

describe("a document", () => {
  it("goes to IPFS with a key of its own, under a neutral name, and is listed for its wallet alone", async () => {
    const [ada, eve] = [await verified(), await verified()];
    const document = await uploadDocument(ada, { file: deed("../My deed.pdf") });
    expect(document).toMatchObject({ cid: CID, name: "My deed.pdf", sizeBytes: 17 });
    await uploadDocument(ada, { file: deed("again.pdf") });
    const upload = { name: "document.pdf", type: "application/pdf", size: 17 };
    expect(outside.seen.uploads).toEqual([
      { authorization: "Bearer key-1", ...upload },
      { authorization: "Bearer key-2", ...upload },
    ]);
    expect(outside.seen.revoked).toEqual(["name-1", "name-2"]);
    expect(await readDocuments(ada)).toMatchObject([{ cid: CID, name: "again.pdf" }]);
    expect(await readDocuments(eve)).toEqual([]);
    expect((await readOwnData(ada)).text).toContain(CID);
    expect((await askForErasure(ada)).kept).toContain("ipfs");
    expect(await readDocuments(ada)).toEqual([]);
  });

  it.each([
    ["that is no document", deed("deed.pdf", "<script>")],
    ["without content", deed("deed.pdf", "")],
    ["that is too large", deed("deed.pdf", new Uint8Array(MAX_DOCUMENT_BYTES + 1))],
    ["without a name", deed("\u202e")],
  ])("%s is refused before anybody is asked for a key", async (_, file) => {
    const investor = await verified();
    await expect(uploadDocument(investor, { file })).rejects.toMatchObject({ code: "INVALID_INPUT" });
    expect(outside.seen).toEqual({ keys: 0, uploads: [], revoked: [] });
  });

  it("needs a verified identity where the service wants one", async () => {
    const choosy = await outside.full.replica({ fixes: ["pinataNeedsKyc"] });
    bench.gate.target = choosy;
    const upload = uploadDocument(await somebody(), { file: deed() });
    await expect(upload).rejects.toMatchObject({ code: "CONFLICT" });
    expect(outside.seen.keys).toBe(0);
  });

  it("is one of a day's number", async () => {
    const investor = await verified();
    for (const _ of [1, 2]) await uploadDocument(investor, { file: deed() });
    await expect(uploadDocument(investor, { file: deed() })).rejects.toMatchObject({ code: "REJECTED" });
  });

  it.each([
    ["refuses", () => new Response("key-1 is bad", { status: 401 })],
    ["answers no JSON", () => new Response("key-1")],
    ["answers no CID", () => Response.json({ IpfsHash: "../key-1" })],
    ["leads elsewhere", () => Response.redirect("http://127.0.0.1:1/", 307)],
  ])("is not listed when the storage %s, and the key stands in no error", async (_, answer) => {
    outside.answerUpload = answer;
    const investor = await verified();
    const error = await uploadDocument(investor, { file: deed() }).catch((thrown: unknown) => thrown);
    expect(error).toMatchObject({ code: "UNAVAILABLE" });
    expect(`${error} ${(error as Error).cause}`).not.toContain("key-1");
    expect(outside.seen.revoked).toEqual(["name-1"]);
    expect(await readDocuments(investor)).toEqual([]);
  });
});

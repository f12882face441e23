import { randomUUID } from "node:crypto";
import { address as codec } from "liquidjs-lib";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import type { IssueDraft } from "@/lib/domain/issue-draft";
import { readLiquidAddress, unconfidentialAddress } from "@/lib/domain/liquid-address";
import { assetsText } from "@/lib/messages/assets";
import { requireEnvironment } from "@/server/platform/environments";
import { type Bench, openBench } from "@/server/treasury/testing";
import { issueAsset, newIssuanceAddresses } from "./issuance";

let bench: Bench;
beforeAll(async () => {
  bench = await openBench();
});
afterAll(() => bench?.close());
afterEach(() => bench.proxy.heal());

let round = 0;
async function newDraft(part: Partial<IssueDraft> = {}): Promise<IssueDraft> {
  const { destinationAddress, reissuanceAddress } = await newIssuanceAddresses(bench.actor);
  round += 1;
  return {
    transferRestricted: false,
    name: `Harbour Note ${round}`,
    ticker: "",
    domain: "",
    pubkey: "",
    precision: 0,
    amount: "1000",
    isReissuable: true,
    reissuanceAmount: "1",
    isConfidential: false,
    destinationAddress,
    reissuanceAddress,
    ...part,
  };
}

const issue = (draft: IssueDraft, accepted: string[] = [], intentId: string = randomUUID()) =>
  issueAsset(bench.actor, { intentId, draft, accepted });

const isIssued = async ({ name }: IssueDraft): Promise<boolean> =>
  (await bench.amp.get("/assets/")).body.some((asset: { name: string }) => asset.name === name);

const network = () => requireEnvironment(bench.actor.environment).network;

/** An address of nobody: the hash of one of the wallet's keys, turned round. */
async function foreignAddress(): Promise<string> {
  const { destinationAddress } = await newIssuanceAddresses(bench.actor);
  const { blindingKey } = readLiquidAddress(destinationAddress, network()) ?? {};
  const { prefix, data, version } = codec.fromBech32(unconfidentialAddress(destinationAddress));
  const elsewhere = codec.toBech32(Buffer.from(data).reverse(), version, prefix);
  return codec.toConfidential(elsewhere, Buffer.from(blindingKey ?? "", "hex"));
}

/** The place of `address`, blinded with the key of `other`. */
function blindedAnew(address: string, other: string): string {
  const { blindingKey } = readLiquidAddress(other, network()) ?? {};
  return codec.toConfidential(unconfidentialAddress(address), Buffer.from(blindingKey ?? "", "hex"));
}

describe("an issuance", () => {
  it("asks before it goes to an address whose key the treasury's wallet does not hold", async () => {
    for (const field of ["destinationAddress", "reissuanceAddress"] as const) {
      const elsewhere = await foreignAddress();
      const [draft, intentId] = [await newDraft({ [field]: elsewhere }), randomUUID()];
      const doubt = { reason: "foreign", addresses: [elsewhere] };
      expect(await issue(draft, [], intentId)).toEqual({ assetUuid: null, doubt });
      expect(await isIssued(draft)).toBe(false);
      const own = field === "destinationAddress" ? draft.reissuanceAddress : draft.destinationAddress;
      expect(await issue(draft, [own], intentId)).toEqual({ assetUuid: null, doubt });
      expect(await issue(draft, [elsewhere], intentId)).toMatchObject({ doubt: null });
      expect(await isIssued(draft)).toBe(true);
    }
  });

  it("asks for both addresses while the node is away, and says that it did not look", async () => {
    const draft = await newDraft();
    const addresses = [draft.destinationAddress, draft.reissuanceAddress];
    bench.proxy.fail(({ path }) => path.startsWith("/elements"), "cut-before");
    expect(await issue(draft)).toEqual({ assetUuid: null, doubt: { reason: "unchecked", addresses } });
    expect(await isIssued(draft)).toBe(false);
    expect(await issue(draft, addresses)).toMatchObject({ doubt: null });
    expect(await isIssued(draft)).toBe(true);
  });

  it("does not ask for the token's address of an asset that has no token", async () => {
    const draft = await newDraft({ isReissuable: false, reissuanceAddress: await foreignAddress() });
    expect(await issue(draft)).toMatchObject({ doubt: null });
  });

  it("refuses one place for asset and token, whatever key it is blinded with", async () => {
    const draft = await newDraft();
    const { destinationAddress, reissuanceAddress } = draft;
    const message = assetsText.issueProblems["addresses-equal"];
    const same = blindedAnew(destinationAddress, reissuanceAddress);
    await expect(issue({ ...draft, reissuanceAddress: same })).rejects.toMatchObject({
      code: "INVALID_INPUT",
      fields: { reissuanceAddress: [message] },
    });
    expect(await isIssued(draft)).toBe(false);
  });
});

import { afterAll, beforeAll, expect, it } from "vitest";
import type { AssetRow } from "./asset-store";
import { Confirms, ZEROS } from "./confirms-testing";
import * as chain from "./play/chain";
import type { Issuer } from "./play/issuer";

/** What AMP looks at before it takes a reissuance over. */

let common: Confirms;

beforeAll(async () => {
  common = await Confirms.start();
});

afterAll(() => common?.stop());

type ReissuePayload = Awaited<ReturnType<typeof chain.reissueBody>>;

async function reissued(
  issuer: Issuer,
  send: (asset: AssetRow) => Promise<string>,
  alter: (payload: ReissuePayload, asset: AssetRow) => unknown = () => undefined,
  { blocks = 2, tokens = 1n } = {},
) {
  const asset = tokens === 1n ? common.asset : await issuer.issue({ tokens });
  const params = { assetUuid: asset.uuid };
  const txid = await send(asset);
  await issuer.mine(blocks);
  const payload = await chain.reissueBody(issuer.unit, txid);
  alter(payload, asset);
  const before = (await issuer.lost(asset)).token.length;
  const refusal = await issuer.refusalOf(issuer.confirmReissuance(asset, payload));
  const after = (await issuer.lost(asset)).token.length;
  const { reissued: sats } = await issuer.ask("getSummary", { params });
  return { refusal, lost: [before, after], reissued: sats, asset, payload };
}

const reissue = (issuer: Issuer, sats: bigint) => (asset: AssetRow) =>
  chain.reissue(issuer.unit, asset, sats);

it("takes what was ordered, and what was not: that heals what was lost", async () => {
  const ordered = await common.trial((issuer) => reissued(issuer, reissue(issuer, 300_000n)));
  expect(ordered).toMatchObject({ refusal: null, lost: [0, 0], reissued: 300_000n });
  const unordered = await common.trial((issuer) => reissued(issuer, reissue(issuer, 100_000n)));
  expect(unordered).toMatchObject({ refusal: null, lost: [1, 0], reissued: 100_000n });
});

it("answers a repeat with the stored result, and refuses it for another asset", async () => {
  const { again, other } = await common.trial(async (issuer) => {
    const { asset, payload } = await reissued(issuer, reissue(issuer, 300_000n));
    const again = await issuer.confirmReissuance(asset, payload);
    return {
      again,
      other: await issuer.refusalOf(issuer.confirmReissuance(await issuer.issue(), payload)),
    };
  });
  expect(again).toMatchObject({ reissuanceAmount: 300_000n });
  expect(other).toBe("The transaction is no reissuance of this asset.");
});

const wrongPayloads: [string, (payload: ReissuePayload, asset: AssetRow) => unknown, string][] = [
  [
    "another amount",
    ({ listIssuances }) => Object.assign(listIssuances[0] ?? {}, { assetamount: 1 }),
    "reissued amount",
  ],
  [
    "an unknown amount",
    ({ listIssuances }) => Object.assign(listIssuances[0] ?? {}, { assetamount: -1 }),
    "reissued amount",
  ],
  [
    "another asset",
    ({ listIssuances }) => Object.assign(listIssuances[0] ?? {}, { asset: ZEROS }),
    "no reissuance of this asset",
  ],
  [
    "a first issuance",
    ({ listIssuances }) => Object.assign(listIssuances[0] ?? {}, { isreissuance: false }),
    "no reissuance of this asset",
  ],
  ["no issuance", ({ listIssuances }) => listIssuances.pop(), "no reissuance of this asset"],
  [
    "another input",
    ({ reissuanceOutput }) => Object.assign(reissuanceOutput, { vin: 7 }),
    "no reissuance of this asset",
  ],
  [
    "an unknown transaction",
    ({ reissuanceOutput }) => Object.assign(reissuanceOutput, { txid: ZEROS }),
    "unknown",
  ],
  ["no details", ({ details }) => details.splice(0), "do not name output"],
  [
    "no detail of the token",
    ({ details }, { tokenId }) => {
      const kept = details.filter((detail) => detail.asset !== tokenId);
      details.splice(0, details.length, ...kept);
    },
    "do not name output",
  ],
  [
    "swapped blinders",
    ({ details }) => {
      for (const detail of details)
        Object.assign(detail, { assetblinder: detail.amountblinder, amountblinder: detail.assetblinder });
    },
    "do not open it",
  ],
];

it.each(wrongPayloads)("refuses a payload with %s", async (_, alter, words) => {
  const { refusal, reissued: sats } = await common.trial((issuer) =>
    reissued(issuer, reissue(issuer, 300_000n), alter),
  );
  expect(refusal).toContain(words);
  expect(sats).toBe(0n);
});

it("refuses one confirmation, and a transaction that reissues nothing", async () => {
  const young = await common.trial((issuer) =>
    reissued(issuer, reissue(issuer, 300_000n), undefined, { blocks: 1 }),
  );
  expect(young).toMatchObject({ refusal: expect.stringContaining("it has 1"), lost: [0, 0] });
  const nothing = await common.trial((issuer) =>
    reissued(issuer, async ({ tokenId }) => {
      const to = await issuer.unit.node.getNewAddress(chain.TREASURY);
      return chain.spend(issuer.unit, { outputs: [{ to, assetId: tokenId ?? "", amountSats: 1n }] });
    }),
  );
  expect(nothing).toMatchObject({
    refusal: "The transaction is no reissuance of this asset.",
    lost: [1, 1],
  });
});

it("refuses a reissuance whose token does not come back, or comes back in parts", async () => {
  const send = (issuer: Issuer, owners: string[]) => async (asset: AssetRow) => {
    const outputs = [];
    for (const owner of owners)
      outputs.push({
        to: await issuer.unit.node.getNewAddress(owner),
        assetId: asset.tokenId ?? "",
        amountSats: 1n,
      });
    const to = await issuer.unit.node.getNewAddress(chain.TREASURY);
    return chain.spend(issuer.unit, { outputs, reissue: { asset, amountSats: 300_000n, to } });
  };
  const gone = await common.trial((issuer) => reissued(issuer, send(issuer, ["somebody-else"])));
  expect(gone).toMatchObject({ refusal: "No reissuance token returns to the treasury.", lost: [1, 1] });
  const split = await common.trial((issuer) =>
    reissued(issuer, send(issuer, [chain.TREASURY, chain.TREASURY]), undefined, { tokens: 2n }),
  );
  expect(split).toMatchObject({ refusal: "The transaction splits the reissuance tokens.", lost: [1, 1] });
});

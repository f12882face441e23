import { afterAll, beforeAll, expect, it } from "vitest";
import type { AssetRow } from "./asset-store";
import { Confirms, ZEROS } from "./confirms-testing";
import * as chain from "./play/chain";
import type { Issuer } from "./play/issuer";

/** What AMP looks at before it takes a burn over. */

let common: Confirms;

beforeAll(async () => {
  common = await Confirms.start();
});

afterAll(() => common?.stop());

async function burned(
  issuer: Issuer,
  send: (asset: AssetRow) => Promise<string>,
  alter: (payload: Awaited<ReturnType<typeof chain.burnBody>>) => unknown = () => undefined,
  blocks = 2,
) {
  const { asset } = common;
  const txid = await send(asset);
  await issuer.mine(blocks);
  const payload = await chain.burnBody(issuer.unit, asset, txid);
  alter(payload);
  const before = (await issuer.lost(asset)).asset.length;
  const refusal = await issuer.refusalOf(issuer.confirmBurn(asset, payload));
  const after = (await issuer.lost(asset)).asset.length;
  const { burned } = await issuer.ask("getSummary", { params: { assetUuid: asset.uuid } });
  return { refusal, lost: [before, after], burned, asset, payload };
}

const burn = (issuer: Issuer, sats: bigint) => (asset: AssetRow) => chain.burn(issuer.unit, asset, sats);

it("takes what was ordered, and what was not: that heals what was lost", async () => {
  const ordered = await common.trial((issuer) => burned(issuer, burn(issuer, 300_000n)));
  expect(ordered).toMatchObject({ refusal: null, lost: [0, 0], burned: 300_000n });
  const unordered = await common.trial((issuer) => burned(issuer, burn(issuer, 100_000n)));
  expect(unordered).toMatchObject({ refusal: null, lost: [1, 0], burned: 100_000n });
});

it("counts a burn once, however often it is reported", async () => {
  const refusal = await common.trial(async (issuer) => {
    const { asset, payload } = await burned(issuer, burn(issuer, 300_000n));
    return issuer.refusalOf(issuer.confirmBurn(asset, payload));
  });
  expect(refusal).toBeNull();
});

it("refuses what burns nothing, pays others, is too young or came from foreign coins", async () => {
  const nothing = await common.trial(async (issuer) => {
    const to = await issuer.unit.node.getNewAddress(chain.TREASURY);
    return burned(issuer, ({ assetId }) =>
      chain.spend(issuer.unit, { outputs: [{ to, assetId, amountSats: 300_000n }] }),
    );
  });
  expect(nothing).toMatchObject({ refusal: "The transaction burns nothing of this asset.", lost: [1, 1] });
  const besides = await common.trial(async (issuer) => {
    const to = await issuer.unit.node.getNewAddress("somebody-else");
    return burned(issuer, ({ assetId }) =>
      chain.spend(issuer.unit, {
        outputs: [
          { to: null, assetId, amountSats: 300_000n },
          { to, assetId, amountSats: 1n },
        ],
      }),
    );
  });
  expect(besides).toMatchObject({ refusal: expect.stringContaining("pays neither"), lost: [1, 1] });
  const young = await common.trial((issuer) => burned(issuer, burn(issuer, 300_000n), undefined, 1));
  expect(young).toMatchObject({ refusal: expect.stringContaining("it has 1"), lost: [0, 0] });
  const foreign = await common.trial(async (issuer) => {
    const to = await issuer.unit.node.getNewAddress(chain.TREASURY);
    return burned(issuer, async (asset) => {
      await chain.spend(issuer.unit, { outputs: [{ to, assetId: asset.assetId, amountSats: 1_000_000n }] });
      return chain.burn(issuer.unit, asset, 300_000n);
    });
  });
  expect(foreign).toMatchObject({ refusal: expect.stringContaining("tracked outputs"), burned: 0n });
});

it("refuses a claim of a larger burn, missing change and an unknown transaction", async () => {
  const larger = await common.trial((issuer) =>
    burned(issuer, burn(issuer, 300_000n), ({ changeData }) =>
      Object.assign(changeData[0] ?? {}, { amount: 0.001 }),
    ),
  );
  expect(larger.refusal).toContain("another amount of output");
  const missing = await common.trial((issuer) =>
    burned(issuer, burn(issuer, 300_000n), ({ changeData }) => changeData.pop()),
  );
  expect(missing.refusal).toContain("neither in the order nor in change_data");
  const unknown = await common.trial((issuer) =>
    burned(issuer, burn(issuer, 300_000n), ({ txData }) => Object.assign(txData, { txid: ZEROS })),
  );
  expect(unknown.refusal).toBe("The transaction is unknown.");
  expect([larger.burned, missing.burned, unknown.burned]).toEqual([0n, 0n, 0n]);
});

it("lets several orders of the same amount explain one transaction each", async () => {
  await common.trial(async (issuer) => {
    const { asset } = common;
    const { unit } = issuer;
    // three coins of the treasury, so that no burn spends the change of another
    for (let count = 0; count < 2; count += 1) {
      const txid = await chain.reissue(unit, asset, 500_000n);
      await issuer.mine(2);
      await issuer.confirmReissuance(asset, await chain.reissueBody(unit, txid));
    }
    const params = { assetUuid: asset.uuid };
    const coins = await issuer.ask("listUtxos", { params });
    const key = ({ txid, vout }: { txid: string; vout: number }) => `${txid}:${vout}`;
    const outputs = [{ to: null, assetId: asset.assetId, amountSats: 50_000n }];
    const txids: string[] = [];
    for (const [place, coin] of coins.entries()) {
      // one is ordered again after it was carried out, so that there are two
      if (place < 2) await issuer.ask("requestBurn", { params, body: { amount: 50_000n } });
      txids.push(await chain.spend(unit, { outputs, with: [coin] }));
    }
    await issuer.mine(2);
    expect((await issuer.lost(asset)).asset).toEqual(coins.slice(2).map(key));
    // the one that no order explains takes none of the orders with it
    for (const [place, left] of [
      [2, 0],
      [0, 0],
      [1, 0],
    ] as const) {
      await issuer.confirmBurn(asset, await chain.burnBody(unit, asset, txids[place] ?? ""));
      expect((await issuer.lost(asset)).asset).toHaveLength(left);
    }
    const extra = await chain.burn(unit, asset, 50_000n);
    expect([extra.length, (await issuer.lost(asset)).asset.length]).toEqual([64, 1]);
  });
});

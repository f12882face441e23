import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { startTestSandbox, type TestSandbox } from "../testing";
import type { AssetRow } from "./asset-store";
import * as chain from "./play/chain";
import { Issuer } from "./play/issuer";
import { onTrial } from "./play/trial";

/** What AMP must look at before it takes a transaction over. Each case ends with its world as it was before. */

let sandbox: TestSandbox;
/** In the world of every case: an asset with an order over 1,000 and 2,000 sats, and one to burn and to reissue 300,000. */
let common: {
  asset: AssetRow;
  user: { id: number; gaid: string };
  order: { uuid: string; payments: Payments };
};

beforeAll(async () => {
  sandbox = await startTestSandbox();
  common = await sandbox.world.write(async (unit) => {
    await unit.node.createWallet("somebody-else");
    const issuer = await Issuer.in(unit, sandbox.world);
    const asset = await issuer.issue();
    const user = await issuer.addUser("Alice Ames");
    const order = await issuer.order(asset, user, [1_000n, 2_000n]);
    const params = { assetUuid: asset.uuid };
    await issuer.ask("requestBurn", { params, body: { amount: 300_000n } });
    await issuer.ask("requestReissuance", { params, body: { amountToReissue: 300_000n } });
    return { asset, user, order };
  });
});

afterAll(() => sandbox?.stop());

const trial = <T>(work: (issuer: Issuer) => Promise<T>) =>
  onTrial(sandbox.world, async (unit) => work(await Issuer.in(unit, sandbox.world)));

const ZEROS = "0".repeat(64);
type Payments = Record<string, bigint>;
type Scene = { issuer: Issuer; asset: AssetRow; user: { id: number; gaid: string }; payments: Payments };
type Payload = Awaited<ReturnType<typeof chain.distributionBody>>;

describe("the confirm of a distribution", () => {
  /** An order over 1,000 and 2,000 sats, the transaction that is said to be it, two blocks, the node's answers. */
  async function confirmed(
    issuer: Issuer,
    send: (scene: Scene) => Promise<string>,
    alter: (payload: Payload) => unknown = () => undefined,
    blocks = 2,
  ) {
    const { asset, user, order } = common;
    const txid = await send({ issuer, asset, user, payments: order.payments });
    await issuer.mine(blocks);
    const payload = await chain.distributionBody(issuer.unit, asset, txid);
    alter(payload);
    const refusal = await issuer.refusalOf(issuer.confirm(asset, order, payload));
    return { refusal, lost: (await issuer.lost(asset)).asset, issuer, asset, order, txid, payload };
  }

  const pay = ({ issuer, asset, payments }: Scene) => chain.payOrder(issuer.unit, payments, asset.assetId);
  const outputsOf = (assetId: string, payments: Payments) =>
    Object.entries(payments).map(([to, amountSats]) => ({ to, assetId, amountSats }));

  it("is taken when the transaction is what was ordered, and then nothing is lost", async () => {
    const { refusal, lost, owned } = await trial(async (issuer) => {
      const { asset, ...rest } = await confirmed(issuer, pay);
      return { ...rest, owned: await issuer.owned(asset) };
    });
    expect({ refusal, lost, owned }).toEqual({ refusal: null, lost: [], owned: 1_000_000n });
  });

  const wrongTransactions: [string, (scene: Scene) => Promise<string>, string][] = [
    [
      "a wrong amount",
      ({ issuer, asset, payments }) => {
        const outputs = outputsOf(asset.assetId, payments);
        return chain.spend(issuer.unit, {
          outputs: outputs.map((output) => ({ ...output, amountSats: output.amountSats + 1n })),
        });
      },
      "does not pay",
    ],
    [
      "one payment of the two",
      ({ issuer, asset, payments }) =>
        chain.spend(issuer.unit, { outputs: outputsOf(asset.assetId, payments).slice(1) }),
      "does not pay",
    ],
    [
      "another asset",
      async ({ issuer, payments }) => {
        const other = await issuer.issue();
        return chain.payOrder(issuer.unit, payments, other.assetId);
      },
      "does not pay",
    ],
    [
      "a GAID besides",
      async ({ issuer, asset, user, payments }) => {
        const to = await issuer.unit.ledger.nextGaidAddress(user.gaid);
        const more = { to, assetId: asset.assetId, amountSats: 5n };
        return chain.spend(issuer.unit, { outputs: [...outputsOf(asset.assetId, payments), more] });
      },
      "pays neither the order nor the treasury",
    ],
    [
      "one address twice",
      ({ issuer, asset, payments }) => {
        const outputs = outputsOf(asset.assetId, payments);
        return chain.spend(issuer.unit, { outputs: [...outputs, ...outputs.slice(0, 1)] });
      },
      "pays neither the order nor the treasury",
    ],
    [
      "the change to a stranger's script",
      async ({ issuer, asset, payments }) => {
        const to = await issuer.unit.node.getNewAddress("somebody-else");
        const rest = { to, assetId: asset.assetId, amountSats: 997_000n };
        return chain.spend(issuer.unit, { outputs: [...outputsOf(asset.assetId, payments), rest] });
      },
      "pays neither the order nor the treasury",
    ],
    [
      "a burn besides",
      ({ issuer, asset, payments }) => {
        const more = { to: null, assetId: asset.assetId, amountSats: 5n };
        return chain.spend(issuer.unit, { outputs: [...outputsOf(asset.assetId, payments), more] });
      },
      "burns some of the asset too",
    ],
    [
      "the reissuance token besides",
      async ({ issuer, asset, payments }) => {
        const to = await issuer.unit.node.getNewAddress(chain.TREASURY);
        const token = { to, assetId: asset.tokenId ?? "", amountSats: 1n };
        return chain.spend(issuer.unit, { outputs: [...outputsOf(asset.assetId, payments), token] });
      },
      "moves reissuance tokens",
    ],
  ];

  it.each(wrongTransactions)(
    "refuses a transaction with %s, and calls its inputs lost",
    async (name, send, words) => {
      const { refusal, lost } = await trial((issuer) => confirmed(issuer, send));
      expect(refusal).toContain(words);
      // the one that moved another asset left the treasury's coin where it was
      expect(lost).toHaveLength(name === "another asset" ? 0 : 1);
    },
  );

  it("refuses foreign inputs: coins that went out of AMP's sight before", async () => {
    const { refusal, lost } = await trial((issuer) =>
      confirmed(issuer, async (scene) => {
        const to = await issuer.unit.node.getNewAddress(chain.TREASURY);
        const all = { to, assetId: scene.asset.assetId, amountSats: 1_000_000n };
        await chain.spend(issuer.unit, { outputs: [all] });
        return pay(scene);
      }),
    );
    expect(refusal).toContain("does not spend tracked outputs of the treasury");
    expect(lost).toHaveLength(1);
  });

  it("refuses one confirmation and an unknown transaction, without calling anything lost", async () => {
    const early = await trial((issuer) => confirmed(issuer, pay, undefined, 1));
    expect(early.refusal).toBe("The transaction needs 2 confirmations, it has 1.");
    const unknown = await trial((issuer) =>
      confirmed(issuer, pay, ({ txData }) => Object.assign(txData, { txid: "ab".repeat(32) })),
    );
    expect(unknown.refusal).toBe("The transaction is unknown.");
    expect([early.lost, unknown.lost]).toEqual([[], []]);
  });

  it("refuses a transaction that lost its place to another one", async () => {
    const refusal = await trial(async (issuer) => {
      const { ledger } = issuer.unit;
      const { asset, order } = common;
      const txid = await chain.payOrder(issuer.unit, order.payments, asset.assetId);
      await issuer.mine(2);
      const payload = await chain.distributionBody(issuer.unit, asset, txid);
      await ledger.reorganise({ blocks: 2, conflict: [txid] });
      return issuer.refusalOf(issuer.confirm(asset, order, payload));
    });
    expect(refusal).toBe("The transaction lost against another one.");
  });

  const first = ({ txData }: Payload) => txData.details[0] as Record<string, unknown>;
  const change = ({ changeData }: Payload) => changeData[0] as Record<string, unknown>;
  const wrongPayloads: [string, (payload: Payload) => unknown, string][] = [
    ["without one of the details", ({ txData }) => txData.details.shift(), "do not pay"],
    [
      "with another amount",
      (payload) => Object.assign(first(payload), { amount: -0.5 }),
      "do not pay the ordered amount",
    ],
    [
      "with a received amount",
      (payload) => Object.assign(first(payload), { category: "receive" }),
      "do not pay",
    ],
    ["with another asset", (payload) => Object.assign(first(payload), { asset: ZEROS }), "do not pay"],
    [
      "with another output",
      (payload) => Object.assign(first(payload), { vout: 99 }),
      "that the transaction does not have",
    ],
    [
      "with blinders of zeros",
      (payload) => Object.assign(first(payload), { assetblinder: ZEROS, amountblinder: ZEROS }),
      "do not open it",
    ],
    [
      "with swapped blinders",
      (payload) => {
        const { assetblinder, amountblinder } = first(payload);
        Object.assign(first(payload), { assetblinder: amountblinder, amountblinder: assetblinder });
      },
      "do not open it",
    ],
    ["without the change", ({ changeData }) => changeData.pop(), "neither in the order nor in change_data"],
    [
      "with a smaller change",
      (payload) => Object.assign(change(payload), { amount: 0.00000001 }),
      "another amount of output",
    ],
    [
      "with change of another transaction",
      (payload) => Object.assign(change(payload), { txid: ZEROS }),
      "no change of the asset",
    ],
    [
      "with change of another asset",
      ({ changeData }) => changeData.push({ ...changeData[0], asset: ZEROS } as never),
      "no change of the asset",
    ],
    [
      "with change that does not open",
      (payload) => Object.assign(change(payload), { amountblinder: "1".repeat(64) }),
      "do not open it",
    ],
  ];

  it.each(wrongPayloads)("refuses a payload %s, and leaves the order open", async (_, alter, words) => {
    const { refusal, lost } = await trial((issuer) => confirmed(issuer, pay, alter));
    expect(refusal).toContain(words);
    expect(lost).toEqual([]);
  });

  it("takes the same transaction again, no other one, and none for two orders", async () => {
    const answers = await trial(async (issuer) => {
      const { asset, user } = common;
      const [one, two] = [
        await issuer.order(asset, user, [1_000n]),
        await issuer.order(asset, user, [1_000n]),
      ];
      const first = await chain.payOrder(issuer.unit, one.payments, asset.assetId);
      await issuer.mine(2);
      const payload = await chain.distributionBody(issuer.unit, asset, first);
      const wrongOrder = await issuer.refusalOf(issuer.confirm(asset, two, payload));
      await issuer.confirm(asset, one, payload);
      await issuer.confirm(asset, one, payload);
      const second = await chain.payOrder(issuer.unit, two.payments, asset.assetId);
      await issuer.mine(2);
      const other = await chain.distributionBody(issuer.unit, asset, second);
      const mixed = {
        txData: { txid: second, details: payload.txData.details },
        changeData: other.changeData,
      };
      return {
        wrongOrder,
        otherTransaction: await issuer.refusalOf(issuer.confirm(asset, one, other)),
        usedTransaction: await issuer.refusalOf(issuer.confirm(asset, two, payload)),
        detailsOfAnother: await issuer.refusalOf(issuer.confirm(asset, two, mixed)),
        right: await issuer.refusalOf(issuer.confirm(asset, two, other)),
        owned: await issuer.owned(asset),
      };
    });
    expect(answers.wrongOrder).toContain("does not pay");
    expect(answers.otherTransaction).toContain("already confirmed by another transaction");
    expect(answers.usedTransaction).toContain("already belongs to another entry");
    expect(answers.detailsOfAnother).toMatch(/do not (pay|open)|does not have/);
    expect(answers).toMatchObject({ right: null, owned: 1_000_000n });
  });

  it("takes change that was spent again before the confirm, which listunspent cannot show", async () => {
    const { refusals, lost } = await trial(async (issuer) => {
      const { asset, user } = common;
      const [one, two] = [
        await issuer.order(asset, user, [1_000n]),
        await issuer.order(asset, user, [2_000n]),
      ];
      const first = await chain.payOrder(issuer.unit, one.payments, asset.assetId);
      const second = await chain.payOrder(issuer.unit, two.payments, asset.assetId);
      await issuer.mine(2);
      const bodies = [];
      for (const txid of [first, second]) bodies.push(await chain.distributionBody(issuer.unit, asset, txid));
      const [early, late] = bodies as [Payload, Payload];
      expect(early.changeData).toEqual([]);
      const refusals = [
        await issuer.refusalOf(issuer.confirm(asset, two, late)),
        await issuer.refusalOf(issuer.confirm(asset, one, early)),
        await issuer.refusalOf(issuer.confirm(asset, two, late)),
      ];
      return { refusals, lost: (await issuer.lost(asset)).asset };
    });
    expect(refusals).toEqual(["The transaction does not spend tracked outputs of the treasury.", null, null]);
    expect(lost).toEqual([]);
  });
});

describe("the confirm of a burn", () => {
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
    const ordered = await trial((issuer) => burned(issuer, burn(issuer, 300_000n)));
    expect(ordered).toMatchObject({ refusal: null, lost: [0, 0], burned: 300_000n });
    const unordered = await trial((issuer) => burned(issuer, burn(issuer, 100_000n)));
    expect(unordered).toMatchObject({ refusal: null, lost: [1, 0], burned: 100_000n });
  });

  it("counts a burn once, however often it is reported", async () => {
    const refusal = await trial(async (issuer) => {
      const { asset, payload } = await burned(issuer, burn(issuer, 300_000n));
      return issuer.refusalOf(issuer.confirmBurn(asset, payload));
    });
    expect(refusal).toBeNull();
  });

  it("refuses what burns nothing, pays others, is too young or came from foreign coins", async () => {
    const nothing = await trial(async (issuer) => {
      const to = await issuer.unit.node.getNewAddress(chain.TREASURY);
      return burned(issuer, ({ assetId }) =>
        chain.spend(issuer.unit, { outputs: [{ to, assetId, amountSats: 300_000n }] }),
      );
    });
    expect(nothing).toMatchObject({ refusal: "The transaction burns nothing of this asset.", lost: [1, 1] });
    const besides = await trial(async (issuer) => {
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
    const young = await trial((issuer) => burned(issuer, burn(issuer, 300_000n), undefined, 1));
    expect(young).toMatchObject({ refusal: expect.stringContaining("it has 1"), lost: [0, 0] });
    const foreign = await trial(async (issuer) => {
      const to = await issuer.unit.node.getNewAddress(chain.TREASURY);
      return burned(issuer, async (asset) => {
        await chain.spend(issuer.unit, { outputs: [{ to, assetId: asset.assetId, amountSats: 1_000_000n }] });
        return chain.burn(issuer.unit, asset, 300_000n);
      });
    });
    expect(foreign).toMatchObject({ refusal: expect.stringContaining("tracked outputs"), burned: 0n });
  });

  it("refuses a claim of a larger burn, missing change and an unknown transaction", async () => {
    const larger = await trial((issuer) =>
      burned(issuer, burn(issuer, 300_000n), ({ changeData }) =>
        Object.assign(changeData[0] ?? {}, { amount: 0.001 }),
      ),
    );
    expect(larger.refusal).toContain("another amount of output");
    const missing = await trial((issuer) =>
      burned(issuer, burn(issuer, 300_000n), ({ changeData }) => changeData.pop()),
    );
    expect(missing.refusal).toContain("neither in the order nor in change_data");
    const unknown = await trial((issuer) =>
      burned(issuer, burn(issuer, 300_000n), ({ txData }) => Object.assign(txData, { txid: ZEROS })),
    );
    expect(unknown.refusal).toBe("The transaction is unknown.");
    expect([larger.burned, missing.burned, unknown.burned]).toEqual([0n, 0n, 0n]);
  });

  it("lets several orders of the same amount explain one transaction each", async () => {
    await trial(async (issuer) => {
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
      for (let count = 0; count < 2; count += 1)
        await issuer.ask("requestBurn", { params, body: { amount: 50_000n } });
      const outputs = [{ to: null, assetId: asset.assetId, amountSats: 50_000n }];
      const txids: string[] = [];
      for (const coin of coins) txids.push(await chain.spend(unit, { outputs, with: [coin] }));
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
});

describe("the confirm of a reissuance", () => {
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
    const ordered = await trial((issuer) => reissued(issuer, reissue(issuer, 300_000n)));
    expect(ordered).toMatchObject({ refusal: null, lost: [0, 0], reissued: 300_000n });
    const unordered = await trial((issuer) => reissued(issuer, reissue(issuer, 100_000n)));
    expect(unordered).toMatchObject({ refusal: null, lost: [1, 0], reissued: 100_000n });
  });

  it("answers a repeat with the stored result, and refuses it for another asset", async () => {
    const { again, other } = await trial(async (issuer) => {
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
    const { refusal, reissued: sats } = await trial((issuer) =>
      reissued(issuer, reissue(issuer, 300_000n), alter),
    );
    expect(refusal).toContain(words);
    expect(sats).toBe(0n);
  });

  it("refuses one confirmation, and a transaction that reissues nothing", async () => {
    const young = await trial((issuer) =>
      reissued(issuer, reissue(issuer, 300_000n), undefined, { blocks: 1 }),
    );
    expect(young).toMatchObject({ refusal: expect.stringContaining("it has 1"), lost: [0, 0] });
    const nothing = await trial((issuer) =>
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
    const gone = await trial((issuer) => reissued(issuer, send(issuer, ["somebody-else"])));
    expect(gone).toMatchObject({ refusal: "No reissuance token returns to the treasury.", lost: [1, 1] });
    const split = await trial((issuer) =>
      reissued(issuer, send(issuer, [chain.TREASURY, chain.TREASURY]), undefined, { tokens: 2n }),
    );
    expect(split).toMatchObject({ refusal: "The transaction splits the reissuance tokens.", lost: [1, 1] });
  });
});

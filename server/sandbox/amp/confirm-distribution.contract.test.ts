import { afterAll, beforeAll, expect, it } from "vitest";
import { Confirms, outputsOf, type Payload, pay, type Scene } from "./confirms-testing";
import * as chain from "./play/chain";

/** What AMP looks at in the transaction of a distribution before it takes it over. */

let common: Confirms;

beforeAll(async () => {
  common = await Confirms.start();
});

afterAll(() => common?.stop());

it("is taken when the transaction is what was ordered, and then nothing is lost", async () => {
  const { refusal, lost, owned } = await common.trial(async (issuer) => {
    const { asset, ...rest } = await common.confirmed(issuer, pay);
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
    const { refusal, lost } = await common.trial((issuer) => common.confirmed(issuer, send));
    expect(refusal).toContain(words);
    // the one that moved another asset left the treasury's coin where it was
    expect(lost).toHaveLength(name === "another asset" ? 0 : 1);
  },
);

it("refuses foreign inputs: coins that went out of AMP's sight before", async () => {
  const { refusal, lost } = await common.trial((issuer) =>
    common.confirmed(issuer, async (scene) => {
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
  const early = await common.trial((issuer) => common.confirmed(issuer, pay, undefined, 1));
  expect(early.refusal).toBe("The transaction needs 2 confirmations, it has 1.");
  const unknown = await common.trial((issuer) =>
    common.confirmed(issuer, pay, ({ txData }) => Object.assign(txData, { txid: "ab".repeat(32) })),
  );
  expect(unknown.refusal).toBe("The transaction is unknown.");
  expect([early.lost, unknown.lost]).toEqual([[], []]);
});

it("refuses a transaction that lost its place to another one", async () => {
  const refusal = await common.trial(async (issuer) => {
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

it("takes the same transaction again, no other one, and none for two orders", async () => {
  const answers = await common.trial(async (issuer) => {
    const { asset, user } = common;
    const [one, two] = [await issuer.order(asset, user, [1_000n]), await issuer.order(asset, user, [1_000n])];
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
  const { refusals, first, lost } = await common.trial(async (issuer) => {
    const { asset, user } = common;
    const [one, two] = [await issuer.order(asset, user, [1_000n]), await issuer.order(asset, user, [2_000n])];
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
    return { refusals, first, lost: (await issuer.lost(asset)).asset };
  });
  const cause = `The transaction spends the change of ${first}, which waits for its confirm.`;
  expect(refusals).toEqual([cause, null, null]);
  expect(lost).toEqual([]);
});

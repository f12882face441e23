import { afterAll, beforeAll, expect, it } from "vitest";
import { Confirms, type Payload, pay, ZEROS } from "./confirms-testing";

/** What AMP looks at in the payload of a distribution's confirm. */

let common: Confirms;

beforeAll(async () => {
  common = await Confirms.start();
});

afterAll(() => common?.stop());

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
  const { refusal, lost } = await common.trial((issuer) => common.confirmed(issuer, pay, alter));
  expect(refusal).toContain(words);
  expect(lost).toEqual([]);
});

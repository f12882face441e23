import { expect, test } from "vitest";
import { exceedsStandardWeight, feeForWeight, MAX_WEIGHT, transactionWeight } from "./weight";

const KEY_HASH = { scriptHex: `0014${"00".repeat(20)}` };
const confidential = { ...KEY_HASH, blindingKey: "02" };
const fee = { scriptHex: "", blindingKey: null };

const weightOf = (recipients: number, inputs = 2) =>
  transactionWeight(new Array(inputs).fill(KEY_HASH), [...new Array(recipients + 2).fill(confidential), fee]);

test.each([
  [10, 57_868],
  [40, 200_900],
  [60, 296_200],
  [70, 343_849],
])("weighs %i recipients as a node measured, within 0.2 percent", (recipients, measured) => {
  expect(Math.abs(weightOf(recipients) - measured)).toBeLessThan(measured * 0.002);
});

test("takes 70 recipients and refuses 71", () => {
  const recipients = (count: number) => new Array(count).fill(confidential);
  expect(exceedsStandardWeight(recipients(70))).toBe(false);
  expect(exceedsStandardWeight(recipients(71))).toBe(true);
  expect(exceedsStandardWeight(new Array(500).fill({ ...KEY_HASH, blindingKey: null }))).toBe(false);
  expect(weightOf(70)).toBeLessThan(MAX_WEIGHT);
});

test("pays the recorded fee of a distribution to two recipients", () => {
  expect(feeForWeight(19_830)).toBe(496n);
  expect(feeForWeight(weightOf(2))).toBe(496n);
});

test("pays the recorded fees of an issuance, a reissuance and a burn", () => {
  const outputs = (count: number) => [...new Array(count).fill(confidential), fee];
  const issuance = { contractHash: "", amountSats: 1n, tokenSats: 1n, isConfidential: true };
  const reissuance = { entropy: "", tokenId: "", amountSats: 1n, isConfidential: true };
  expect(feeForWeight(transactionWeight([KEY_HASH], outputs(3), issuance))).toBe(594n);
  expect(feeForWeight(transactionWeight([KEY_HASH, KEY_HASH], outputs(3), reissuance))).toBe(494n);
  const burn = { scriptHex: "6a", blindingKey: null };
  // The recorded one has its change on scripts of 12 bytes more.
  const taproot = { scriptHex: `5120${"00".repeat(32)}`, blindingKey: "02" };
  const burning = [burn, taproot, taproot, fee];
  expect(feeForWeight(transactionWeight([KEY_HASH, KEY_HASH], burning))).toBe(265n);
});

test("rounds the fee up", () => {
  expect(feeForWeight(4)).toBe(1n);
  expect(feeForWeight(41)).toBe(2n);
});

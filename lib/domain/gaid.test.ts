import { expect, it } from "vitest";
import { isGaid, mayBeGaid } from "./gaid";

it.each([
  "GA114wqp9EXcPFELYrmgg2nmBpX4T",
  "GA2pcpx9Yw1cDMGiSENKd81TiqD3DN",
  "GA2nbvvbayNahDUB7MBpam5jCnfETJ",
  "GAZvearji3AgWRzTavD3w3wnwnryp",
  "GA2xHcXmTu51tS6bh5zc5yfxKtuM6C",
])("accepts %s", (gaid) => {
  expect(isGaid(gaid)).toBe(true);
});

it.each([
  ["the contract's invalid sample", "INVALIDZZ6SqZZvEpAeVz9QmfHqhh"],
  ["a lower-case prefix", "ga2pcpx9Yw1cDMGiSENKd81TiqD3DN"],
  ["a letter outside Base58", "GA0pcpx9Yw1cDMGiSENKd81TiqD3DN"],
  ["19 bytes", "GA2pcpx9Yw1cDMGiSENKd81TiqD3"],
  ["21 bytes", "GA1112pcpx9Yw1cDMGiSENKd81TiqD"],
  ["a value above 20 bytes", "GAzzzzzzzzzzzzzzzzzzzzzzzzzzzz"],
  ["surrounding white space", " GA2pcpx9Yw1cDMGiSENKd81TiqD3DN"],
  ["nothing", ""],
])("refuses %s", (_, text) => {
  expect(isGaid(text)).toBe(false);
});

it("lets AMP be asked about what begins like a GAID, and about nothing else", () => {
  for (const asked of [
    "GA2pcpx9Yw1cDMGiSENKd81TiqD3",
    "GAzzzzzzzzzzzzzzzzzzzzzzzzzzzz",
    "GA0pcpx9Yw1cDMGiSENKd81TiqD3DN",
  ])
    expect([asked, mayBeGaid(asked)]).toEqual([asked, true]);
  for (const none of [
    "GA1",
    "INVALIDZZ6SqZZvEpAeVz9QmfHqhh",
    "ga2pcpx9Yw1cDMGiSENKd81TiqD3DN",
    "GA2pcpx9Yw1cDMGiSEN Kd81TiqD3DN",
  ])
    expect([none, mayBeGaid(none)]).toEqual([none, false]);
});

import { expect, it } from "vitest";
import { isGaid } from "./gaid";

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

import { describe, expect, it } from "vitest";
import { z } from "zod";
import { IssueRequest } from "./assets";
import { AssignmentsCreate } from "./assignments";
import { PageQuery } from "./queries";
import { UserSummary } from "./registered-users";
import { registryContractText } from "./registration";

const ASSET = "50b0e57fb0b1403731b308c5ffc2ebf977fa4a85ed7bb19f48e51f5ce3d74434";
const UUID = "d22ad697-1829-5642-a74f-b7409c14d8be";
const PUBKEY = "0279be667ef9dcbbac55a06295ce870b07029bfcdb2dce28d959f2815b16f81798";

describe("requests", () => {
  const request = { name: "Bond A", amount: 1, destination_address: "vj" };

  it("default to a restricted, explicit asset without tokens", () => {
    expect(z.decode(IssueRequest, request)).toMatchObject({
      transferRestricted: true,
      isConfidential: false,
      isReissuable: false,
      precision: 0,
    });
  });

  it.each([
    ["name", "Bond"],
    ["name", "Bönds of tomorrow"],
    ["amount", 0],
    ["amount", 2100000000000001],
    ["precision", 9],
    ["name", "     "],
    ["ticker", "AB"],
    ["ticker", "A B"],
    ["pubkey", PUBKEY.slice(2)],
  ])("refuse a %s of %s", (field, value) => {
    const result = z.safeDecode(IssueRequest, { ...request, [field]: value } as z.input<typeof IssueRequest>);
    expect(result.error?.issues[0]?.path).toEqual([field]);
  });

  it("take exactly one assignment per call", () => {
    const draft = { registered_user: 101, amount: 5 };
    expect(AssignmentsCreate.parse({ assignments: [draft] }).assignments[0]).toEqual({
      registeredUser: 101,
      amount: 5n,
      readyForDistribution: false,
      vestingTimestamp: null,
    });
    expect(AssignmentsCreate.safeParse({ assignments: [draft, draft] }).success).toBe(false);
  });

  it("read paging from query text and refuse words", () => {
    expect(PageQuery.parse({ start: "20", count: "10", sortorder: "desc", height_stop: "7" })).toEqual({
      start: 20,
      count: 10,
      sortOrder: "desc",
      heightStop: 7,
    });
    expect(PageQuery.safeParse({ start: "-1" }).success).toBe(false);
  });
});

it("a user's summary is read as a list or as a single object", () => {
  const one = {
    asset_uuid: UUID,
    asset_id: ASSET,
    assignments: [],
    assignments_sum: 0,
    distributions: [],
    distributions_sum: 250000,
    balance: 250000,
  };
  expect(UserSummary.parse([one])).toEqual(UserSummary.parse(one));
});

it("a user's summary is read by asset uuid and without what nobody has seen, and never as nothing at all", () => {
  expect(
    UserSummary.parse({ [UUID]: { assignments: [], balance: 250000, distributions_sum: null } }),
  ).toEqual([
    {
      ...{ assetUuid: UUID, assetId: null, assignments: [], balance: 250000n },
      ...{ assignmentsSum: null, distributions: [], distributionsSum: null },
    },
  ]);
  for (const odd of [
    {},
    { detail: "Not here." },
    { [UUID]: { assignments: [] } },
    { [UUID]: { balance: 1 } },
  ])
    expect(UserSummary.safeParse(odd).success, JSON.stringify(odd)).toBe(false);
});

it("prints a registry contract with sorted keys and no white space", () => {
  expect(
    registryContractText({
      version: 0,
      ticker: "AGF1",
      precision: 0,
      name: "Alpine Growth Fund I",
      issuerPubkey: PUBKEY,
      entity: { domain: "example.com" },
    }),
  ).toBe(
    `{"entity":{"domain":"example.com"},"issuer_pubkey":"${PUBKEY}","name":"Alpine Growth Fund I","precision":0,"ticker":"AGF1","version":0}`,
  );
});

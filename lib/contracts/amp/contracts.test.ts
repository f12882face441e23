import { describe, expect, it } from "vitest";
import { z } from "zod";
import { parseExactJson, printExactJson } from "@/lib/exact-json";
import { Activity } from "./activities";
import { Asset, IssueResponse } from "./assets";
import { Assignment } from "./assignments";
import { AssetBalance } from "./balances";
import { BurnOrder } from "./burns";
import { Category } from "./categories";
import { CreatedDistribution, Distribution, DistributionOrder } from "./distributions";
import { RegisteredUser } from "./registered-users";
import { ReissueOrder } from "./reissuances";
import { AssetSummary } from "./summary";
import { AssetTx, AssetTxBrief } from "./transactions";
import { Utxo } from "./utxos";

const ASSET = "50b0e57fb0b1403731b308c5ffc2ebf977fa4a85ed7bb19f48e51f5ce3d74434";
const TOKEN = "645e75a7c2fc5877d328bbd99541cf811f49be616256a69958907d58889d5680";
const UUID = "d22ad697-1829-5642-a74f-b7409c14d8be";
const TX = "2c2cf3ec032d5487c4aa6e79446132eaf4b7f7cb450e4746bb49ccd0d5f1b005";
const GAID = "GAZvearji3AgWRzTavD3w3wnwnryp";
const PUBKEY = "0279be667ef9dcbbac55a06295ce870b07029bfcdb2dce28d959f2815b16f81798";
const ZERO = "0".repeat(64);

const asset = {
  name: "Alpine Growth Fund I",
  asset_uuid: UUID,
  issuer: 7,
  asset_id: ASSET,
  reissuance_token_id: TOKEN,
  requirements: [11],
  ticker: "AGF1",
  precision: 0,
  domain: "example.com",
  pubkey: PUBKEY,
  is_registered: false,
  is_authorized: true,
  is_locked: false,
  issuer_authorization_endpoint: null,
  transfer_restricted: true,
};
const issued = {
  name: "Alpine Growth Fund I",
  amount: 10000000,
  destination_address: "vjU2",
  domain: "example.com",
  ticker: "AGF1",
  precision: 0,
  pubkey: PUBKEY,
  is_confidential: false,
  is_reissuable: true,
  reissuance_amount: 1,
  reissuance_address: "vjTz",
  asset_id: ASSET,
  reissuance_token_id: TOKEN,
  asset_uuid: UUID,
  txid: TX,
  vin: 0,
  asset_vout: 0,
  reissuance_vout: 1,
  issuer_authorization_endpoint: null,
  transfer_restricted: true,
  issuance_assetblinder: ZERO,
  issuance_tokenblinder: TX,
};
const user = { id: 101, GAID, is_company: false, name: "Alice Ames", categories: [11], creator: 7 };
const category = {
  id: 11,
  name: "Accredited EU",
  description: "KYC level 2",
  registered_users: [101, 102],
  assets: [UUID],
};
const assignment = {
  id: 501,
  registered_user: 101,
  amount: 250000,
  receiving_address: null,
  distribution_uuid: null,
  ready_for_distribution: true,
  vesting_datetime: "2026-01-01T00:00:00.000000Z",
  vesting_timestamp: 1767225600,
  has_vested: true,
  is_distributed: false,
  creator: 7,
  GAID,
};
const distribution = {
  distribution_uuid: "2f328437-7da5-5d6b-914b-b1b3da5c96f2",
  distribution_status: "CONFIRMED",
  transactions: [
    {
      txid: TX,
      transaction_status: "CONFIRMED",
      included_blockheight: 2146947,
      confirmed_datetime: "2025-10-22T20:45:13.879000Z",
      assignments: [{ registered_user: 101, amount: 250000, vout: 2 }],
    },
  ],
};
const activity = {
  type: "distribution",
  datetime: "2025-10-22T20:45:13.879000Z",
  description: "Distribution to Alice Ames",
  txid: TX,
  vout: 2,
  blockheight: 2146947,
  asset_blinder: ASSET,
  amount_blinder: TOKEN,
  registered_user: 101,
  GAID,
  amount: 250000,
};
const assetTx = {
  txid: TX,
  datetime: "2025-10-22T20:31:02.000000Z",
  blockheight: 2146933,
  is_issuance: true,
  is_reissuance: false,
  is_distribution: false,
  inputs: [],
  outputs: [
    {
      asset_id: ASSET,
      vout: 0,
      amount: 10000000,
      asset_blinder: ZERO,
      amount_blinder: ZERO,
      registered_user: null,
      GAID: null,
      is_treasury: true,
      is_spent: false,
      is_burnt: false,
    },
  ],
  unblinded_url: `https://blockstream.info/liquidtestnet/tx/${TX}#blinded=10000000,${ASSET}`,
};
const balance = {
  confirmed_balance: [{ owner: "7", amount: 9750000, GAID: null }],
  lost_outputs: [{ txid: TX, vout: 1 }],
  reissuance_lost_outputs: [],
};
const summary = {
  asset_id: ASSET,
  reissuance_token_id: TOKEN,
  issued: 10000000,
  reissued: 0,
  assigned: 0,
  distributed: 250000,
  burned: 0,
  blacklisted: 0,
  registered_users: 2,
  active_registered_users: 1,
  active_green_subaccounts: 1,
  reissuance_tokens: 1,
};
const utxo = {
  txid: TX,
  vout: 2,
  asset: ASSET,
  amount: 250000,
  registered_user: 101,
  gaid: GAID,
  blacklisted: false,
};

const examples: [string, z.ZodType, object][] = [
  ["an asset", Asset, asset],
  ["an issuance", IssueResponse, issued],
  ["a registered user", RegisteredUser, user],
  ["a category", Category, category],
  ["an assignment", Assignment, assignment],
  ["a distribution", Distribution, distribution],
  ["an activity", Activity, activity],
  ["a transaction", AssetTx, assetTx],
  ["a balance", AssetBalance, balance],
  ["a summary", AssetSummary, summary],
  ["a UTXO", Utxo, utxo],
];

describe("AMP's shapes", () => {
  it.each(examples)("keep every field of %s on the way in and out", (_, schema, wire) => {
    const back = z.encode(schema, z.decode(schema, wire)) as object;
    expect(back).toMatchObject(wire);
  });

  it.each(examples)("tolerate unknown keys in %s", (_, schema, wire) => {
    expect(z.decode(schema, { ...wire, since_tomorrow: 1 })).toEqual(z.decode(schema, wire));
  });

  it("read a transaction in part as they read the whole", () => {
    const brief = z.decode(AssetTxBrief, assetTx);
    expect(z.decode(AssetTx, assetTx)).toMatchObject(brief);
    expect(brief.outputs).not.toHaveLength(0);
    expect(JSON.stringify(z.encode(AssetTxBrief, brief))).not.toContain("blinder");
  });

  it("turn whole amounts into bigint and times into dates", () => {
    const read = z.decode(Assignment, assignment);
    expect(read.amount).toBe(250000n);
    expect(read.vestingTimestamp).toEqual(new Date("2026-01-01T00:00:00Z"));
  });

  it("refuse an amount with a fraction and name the field", () => {
    const result = z.safeDecode(Utxo, { ...utxo, amount: 1.5 });
    expect(result.error?.issues[0]?.path).toEqual(["amount"]);
  });
});

describe("names AMP keeps twice", () => {
  it("read the older name when today's is absent", () => {
    const { registered_user: _, ...older } = { ...activity, investor: 102 };
    expect(z.decode(Activity, older).registeredUser).toBe(102);
    const { gaid: __, ...upper } = { ...utxo, GAID };
    expect(z.decode(Utxo, upper).gaid).toBe(GAID);
  });

  it("prefer today's name", () => {
    expect(z.decode(Activity, { ...activity, "registered user": 5, investor: 6 }).registeredUser).toBe(101);
  });

  it("write a name that is only read no second time", () => {
    const { GAID: _, ...lower } = { ...assignment, gaid: GAID };
    expect(z.decode(Assignment, lower).gaid).toBe(GAID);
    for (const [schema, wire] of [[Assignment, assignment] as const, [Activity, activity] as const])
      expect(z.encode(schema as z.ZodType, z.decode(schema as z.ZodType, wire))).not.toHaveProperty("gaid");
  });

  it("write every name", () => {
    const wire = z.encode(Activity, z.decode(Activity, activity));
    expect(wire).toMatchObject({ registered_user: 101, "registered user": 101, investor: 101, GAID });
    expect(z.encode(Utxo, z.decode(Utxo, utxo))).toMatchObject({ gaid: GAID, GAID, investor: 101 });
    expect(z.encode(Category, z.decode(Category, category))).toMatchObject({ investors: [101, 102] });
  });
});

describe("work orders", () => {
  const head = `"min_supported_client_script_version":2,"base_url":"https://amp.example/api/{}","asset_uuid":"${UUID}","asset_id":"${ASSET}"`;

  it("read amounts from the digits of the text, one sat in exponent form included", () => {
    const text = `{"command":"distribute",${head},"distribution_uuid":"${distribution.distribution_uuid}","map_address_amount":{"vjA":0.0025,"vjB":1e-08,"vjC":20999999.99999999},"map_address_asset":{"vjA":"${ASSET}","vjB":"${ASSET}","vjC":"${ASSET}"}}`;
    const order = z.decode(DistributionOrder, parseExactJson(text) as z.input<typeof DistributionOrder>);
    expect(order.mapAddressAmount).toEqual({ vjA: 250000n, vjB: 1n, vjC: 2099999999999999n });
    expect(printExactJson(z.encode(DistributionOrder, order))).toContain('"vjC":20999999.99999999');
  });

  it("read reissue and burn orders and refuse the other command", () => {
    const utxos = `[{"txid":"${TX}","vout":1}]`;
    const burn = parseExactJson(`{"command":"burn",${head},"amount":0.01,"utxos":${utxos}}`);
    const reissue = parseExactJson(`{"command":"reissue",${head},"amount":5,"reissuance_utxos":${utxos}}`);
    expect(BurnOrder.parse(burn).amount).toBe(1000000n);
    expect(ReissueOrder.parse(reissue).amount).toBe(500000000n);
    expect(BurnOrder.safeParse(reissue).success).toBe(false);
  });

  it("tell an order from the answer that nothing is ready", () => {
    const nothing = z.decode(CreatedDistribution, { Error: "No assignments are ready for distribution." });
    expect(nothing.distributionUuid).toBeUndefined();
    const broken = { command: "distribute", distribution_uuid: distribution.distribution_uuid };
    expect(CreatedDistribution.safeParse(broken).success).toBe(false);
  });
});

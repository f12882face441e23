import { z } from "zod";
import { hex64, sats, totalSats, wire } from "@/lib/contracts/wire";
import { Assignment } from "./assignments";
import { Distribution } from "./distributions";

export const RegisteredUser = wire(
  {
    id: z.int(),
    /** The default GAID, the one distributions go to. */
    gaid: z.string().nullable(),
    isCompany: z.boolean(),
    name: z.string(),
    categories: z.array(z.int()),
    creator: z.int(),
  },
  { gaid: "GAID" },
);
export type RegisteredUser = z.output<typeof RegisteredUser>;

const userName = z.string().trim().min(1, "This field may not be blank.").max(255);

export const UserAdd = wire(
  { name: userName, isCompany: z.boolean(), gaid: z.string().nullish() },
  { gaid: "GAID" },
);
export type UserAdd = z.output<typeof UserAdd>;

export const UserEdit = wire({ name: userName });
export type UserEdit = z.output<typeof UserEdit>;

export const UserAssetSummary = wire({
  assetUuid: z.uuid(),
  assetId: hex64.nullable(),
  assignments: z.array(Assignment),
  assignmentsSum: totalSats.nullable(),
  /** Empty where AMP does not tell of any. */
  distributions: z.array(Distribution),
  distributionsSum: totalSats.nullable(),
  balance: sats,
});
export type UserAssetSummary = z.output<typeof UserAssetSummary>;

/** What nothing depends on: these fields were seen by nobody. */
const UNTOLD = { asset_id: null, assignments_sum: null, distributions: [], distributions_sum: null };

const fields = z.record(z.string(), z.unknown());

/** One element per asset. The form is inferred, so a single object and one by asset uuid are read too. */
export const UserSummary = z.codec(z.union([z.array(fields), fields]), z.array(UserAssetSummary), {
  decode: (value) => elementsOf(value).map(withUntold) as z.input<typeof UserAssetSummary>[],
  encode: (value) => value,
});
export type UserSummary = z.output<typeof UserSummary>;

function elementsOf(value: object): object[] {
  if (Array.isArray(value)) return value;
  const entries = Object.entries(value);
  if ("asset_uuid" in value || entries.length === 0) return [value];
  return entries.map(([uuid, element]) => ({ asset_uuid: uuid, ...Object(element) }));
}

const withUntold = (element: object): object => ({
  ...UNTOLD,
  ...Object.fromEntries(Object.entries(element).filter(([, value]) => value !== null)),
});

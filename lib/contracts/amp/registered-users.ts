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
  assetId: hex64,
  assignments: z.array(Assignment),
  assignmentsSum: totalSats,
  distributions: z.array(Distribution),
  distributionsSum: totalSats,
  balance: sats,
});
export type UserAssetSummary = z.output<typeof UserAssetSummary>;

/** One element per asset. One source shows a single object, so that is read too. */
export const UserSummary = z.codec(
  z.union([z.array(z.unknown()), z.record(z.string(), z.unknown())]),
  z.array(UserAssetSummary),
  {
    decode: (value) => (Array.isArray(value) ? value : [value]) as z.input<typeof UserAssetSummary>[],
    encode: (value) => value,
  },
);
export type UserSummary = z.output<typeof UserSummary>;

import { z } from "zod";
import { hex64, sats, wire } from "@/lib/contracts/wire";

/** The most units one issuance can create. */
export const MAX_AMOUNT_SATS = 2_100_000_000_000_000n;

export const amountToIssue = z.codec(z.int().min(1).max(Number(MAX_AMOUNT_SATS)), z.bigint(), {
  decode: BigInt,
  encode: Number,
});

export const Asset = wire({
  name: z.string(),
  assetUuid: z.uuid(),
  /** User id of the issuing API account. */
  issuer: z.int(),
  assetId: hex64,
  reissuanceTokenId: hex64.nullable(),
  /** Category ids a holder must all have. */
  requirements: z.array(z.int()),
  ticker: z.string().nullable(),
  precision: z.int(),
  domain: z.string().nullable(),
  pubkey: z.string().nullable(),
  isRegistered: z.boolean(),
  isAuthorized: z.boolean(),
  isLocked: z.boolean(),
  /** Base URL without `/issuerauthorizer`. */
  issuerAuthorizationEndpoint: z.string().nullable(),
  transferRestricted: z.boolean(),
});
export type Asset = z.output<typeof Asset>;

const issue = {
  amount: amountToIssue,
  destinationAddress: z.string().min(1),
  isConfidential: z.boolean().default(false),
  isReissuable: z.boolean().default(false),
  transferRestricted: z.boolean().default(true),
  precision: z.int().min(0).max(8).default(0),
};

export const IssueRequest = wire({
  name: z
    .string()
    .regex(
      /^(?=.*\S)[\x20-\x7e]{5,255}$/,
      "Ensure this field has 5 to 255 ASCII characters, not only blanks.",
    ),
  ...issue,
  /** Domain, ticker and pubkey come together or are left out together; nothing says that they may be null. */
  domain: z.string().optional(),
  /** How long it may be at most is AMP's to say: its sources disagree. */
  ticker: z
    .string()
    .regex(
      /^(?:[a-zA-Z0-9.-]{3,})?$/,
      "Ensure this field has at least 3 characters: letters, digits, dots and hyphens.",
    )
    .optional(),
  pubkey: z
    .string()
    .regex(/^(?:0[23][0-9a-fA-F]{64})?$/, "Enter a compressed public key of 66 hexadecimal characters.")
    .optional(),
  /** Number of reissuance tokens, counted in sats. */
  reissuanceAmount: z
    .codec(z.int().min(0).max(Number(MAX_AMOUNT_SATS)), z.bigint(), { decode: BigInt, encode: Number })
    .nullish(),
  reissuanceAddress: z.string().nullish(),
});
export type IssueRequest = z.output<typeof IssueRequest>;

/** The echo of the request plus what was created; not an `Asset`. */
export const IssueResponse = wire({
  name: z.string(),
  amount: sats,
  destinationAddress: z.string(),
  domain: z.string().nullable(),
  ticker: z.string().nullable(),
  precision: z.int(),
  pubkey: z.string().nullable(),
  isConfidential: z.boolean(),
  isReissuable: z.boolean(),
  /** 0 when not reissuable. */
  reissuanceAmount: sats,
  /** Empty when not reissuable. */
  reissuanceAddress: z.string(),
  assetId: hex64,
  reissuanceTokenId: hex64.nullable(),
  assetUuid: z.uuid(),
  txid: hex64,
  vin: z.int(),
  assetVout: z.int(),
  reissuanceVout: z.int().nullable(),
  issuerAuthorizationEndpoint: z.string().nullable(),
  transferRestricted: z.boolean(),
  issuanceAssetblinder: hex64,
  issuanceTokenblinder: hex64.nullable(),
});
export type IssueResponse = z.output<typeof IssueResponse>;

/** The only field of an asset that can be edited; null clears it. */
export const AssetEdit = wire({ issuerAuthorizationEndpoint: z.string().nullable() });
export type AssetEdit = z.output<typeof AssetEdit>;

import {
  boolean,
  index,
  integer,
  jsonb,
  primaryKey,
  serial,
  text,
  timestamp,
  uuid,
} from "drizzle-orm/pg-core";
import { sandboxSchema } from "./schema";

const time = (name: string) => timestamp(name, { withTimezone: true });

/** Knobs that outlive a restart: switches, the clock, the block rhythm. One row per knob, its value as JSON. */
export const settings = sandboxSchema.table("settings", {
  key: text("key").primaryKey(),
  value: jsonb("value").notNull(),
});

/** Faults that somebody ordered and that are not used up. */
export const faults = sandboxSchema.table("faults", {
  id: serial("id").primaryKey(),
  surface: text("surface", { enum: ["amp", "node", "registry", "veriff"] }).notNull(),
  /** Endpoint name or path part for AMP, method for the node; "*" for every call. */
  target: text("target").notNull(),
  kind: text("kind").notNull(),
  /** What the kind needs besides, e.g. milliseconds. */
  options: jsonb("options").notNull(),
  /** How many calls it still hits; null = until it is taken away. */
  remaining: integer("remaining"),
  /** How many calls it still lets pass first. */
  skip: integer("skip").notNull().default(0),
  createdAt: time("created_at").notNull(),
});

/** What somebody calls an investor's wallet; most have no label. */
export const gaidLabels = sandboxSchema.table("gaid_labels", {
  gaid: text("gaid").primaryKey(),
  label: text("label").notNull(),
});

/** Every decision about a holder's transfer, with all that led to it. */
export const authorizations = sandboxSchema.table(
  "authorizations",
  {
    uuid: uuid("uuid").primaryKey(),
    sequence: serial("sequence").notNull(),
    assetUuid: uuid("asset_uuid").notNull(),
    createdAt: time("created_at").notNull(),
    fromGaid: text("from_gaid").notNull(),
    /** The `message.request` of the issuer-authorization protocol, whether an endpoint was called or not. */
    request: jsonb("request").notNull(),
    /** AMP's own (category) verdict; null when an earlier rule refused. */
    serverResult: boolean("server_result"),
    /** Address of the issuer's endpoint that was asked; null when none was. */
    endpoint: text("endpoint"),
    endpointStatus: integer("endpoint_status"),
    endpointMs: integer("endpoint_ms"),
    /** What the endpoint answered, cut to a readable length. */
    endpointAnswer: text("endpoint_answer"),
    isApproved: boolean("is_approved").notNull(),
    /** Each rule that was looked at: name, verdict, words. */
    reasons: jsonb("reasons").notNull(),
    /** Set when it was approved and broadcast. */
    txid: text("txid"),
  },
  (table) => [index("authorizations_asset").on(table.assetUuid, table.sequence)],
);

/** Assets of the sandbox's Liquid Asset Registry. */
export const registryEntries = sandboxSchema.table(
  "registry_entries",
  {
    assetId: text("asset_id").primaryKey(),
    sequence: serial("sequence").notNull(),
    domain: text("domain").notNull(),
    ticker: text("ticker"),
    contract: jsonb("contract").notNull(),
    issuanceTxid: text("issuance_txid").notNull(),
    issuanceVin: integer("issuance_vin").notNull(),
    prevoutTxid: text("prevout_txid").notNull(),
    prevoutVout: integer("prevout_vout").notNull(),
    verificationMethod: text("verification_method"),
    createdAt: time("created_at").notNull(),
  },
  (table) => [index("registry_entries_ticker").on(table.domain, table.ticker)],
);

/** Files that the sandbox serves in place of an issuer's web site: the proofs of the registry. */
export const siteFiles = sandboxSchema.table(
  "site_files",
  { domain: text("domain").notNull(), path: text("path").notNull(), content: text("content").notNull() },
  (table) => [primaryKey({ columns: [table.domain, table.path] })],
);

import {
  bigint,
  boolean,
  customType,
  index,
  integer,
  pgTable,
  primaryKey,
  text,
  uuid,
} from "drizzle-orm/pg-core";

/** Sorts by bytes on every host, whatever the cluster's language: a cursor means the same place everywhere. */
const bytewise = customType<{ data: string }>({ dataType: () => 'text collate "C"' });

/** Unspent outputs of an asset as AMP listed them; their copy is a row of `mirror_copies`. */
export const mirrorUtxos = pgTable(
  "mirror_utxos",
  {
    workspaceId: uuid("workspace_id").notNull(),
    generation: bigint("generation", { mode: "number" }).notNull(),
    /** `txid:vout` */
    place: bytewise("place").notNull(),
    kind: text("kind").notNull(),
    userId: integer("user_id"),
    gaid: text("gaid"),
    amount: bigint("amount", { mode: "bigint" }).notNull(),
    isBlacklisted: boolean("is_blacklisted").notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.workspaceId, table.generation, table.place] }),
    index("mirror_utxos_amount").on(table.workspaceId, table.generation, table.amount, table.place),
    index("mirror_utxos_gaid").on(table.workspaceId, table.generation, table.gaid),
  ],
);

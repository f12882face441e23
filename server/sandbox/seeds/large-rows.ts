import type { CopyRows } from "../db/copy";

/** What a large history fills, in an order in which every row finds the rows that it refers to. */
const TABLES = {
  blocks: ["height", "hash", "time"],
  owners: ["owner", "seed_hex", "next_receive", "created_at"],
  scripts: [
    ...["script_hex", "owner", "is_change", "key_index", "label", "address"],
    ...["public_key", "blinding_public_key"],
  ],
  transactions: ["txid", "wtxid", "hex", "block_height", "block_index", "received_at", "fee_sats"],
  outputs: [
    ...["txid", "vout", "script_hex", "owner", "address", "kind", "asset_id", "amount_sats"],
    ...["asset_blinder", "amount_blinder", "spent_by_txid", "spent_by_vin"],
  ],
  inputs: ["txid", "vin", "prev_txid", "prev_vout"],
  amp_registered_users: ["id", "issuer_id", "name", "is_company", "default_gaid", "creator_id"],
  amp_user_gaids: ["issuer_id", "gaid", "user_id"],
  amp_category_users: ["category_id", "user_id"],
  amp_transactions: ["asset_uuid", "txid", "kind", "received_at", "height", "block_time"],
  amp_outputs: [
    ...["txid", "vout", "asset_uuid", "amount_sats", "gaid", "asset_blinder", "amount_blinder", "activity"],
    ...["from_height", "spent_txid", "spent_vin", "spent_height"],
  ],
  amp_distributions: ["uuid", "asset_uuid", "txid", "confirmed_at"],
  amp_assignments: [
    ...["asset_uuid", "user_id", "amount_sats", "is_ready", "creator_id", "distribution_uuid"],
    ...["receiving_address", "receiving_gaid", "is_distributed", "vout"],
  ],
  wallet_comments: ["wallet", "txid", "comment"],
} as const;

export type LargeTable = keyof typeof TABLES;
export const LARGE_TABLES = Object.keys(TABLES) as LargeTable[];

type Cell = string | number | bigint | boolean | null;

/** A row in COPY's text format. No text of the large world holds a character that would have to be escaped. */
export const rowOf = (...cells: Cell[]): string =>
  `${cells.map((cell) => (cell === null ? "\\N" : cell)).join("\t")}\n`;

export interface OutputPlace {
  scriptHex: string;
  owner: string;
  address: string;
}

/** The columns of a payment's output from its script to its kind, a tab behind each. */
export const cellsOf = ({ scriptHex, owner, address }: OutputPlace): string =>
  `${scriptHex}\t${owner}\t${address}\tpayment\t`;

/** Rows that wait to be stored. */
export class LargeRows {
  #rows = new Map<LargeTable, string[]>();

  add(table: LargeTable, row: string): void {
    const rows = this.#rows.get(table);
    if (rows) rows.push(row);
    else this.#rows.set(table, [row]);
  }

  /** Empties itself at once and stores what it held. */
  async store(copy: CopyRows): Promise<void> {
    const rows = this.#rows;
    this.#rows = new Map();
    for (const table of LARGE_TABLES) {
      const lines = rows.get(table);
      if (lines) await copy(table, TABLES[table], lines.join(""));
    }
  }
}

import { sql } from "drizzle-orm";
import type { SandboxDb } from "../db/client";
import { openings } from "../db/ledger-tables";
import type { Opening } from "./commitments";

/** What confidential outputs and issued amounts hide that were blinded here and may be broadcast later. */

export interface Commitments {
  assetCommitment: string;
  amountCommitment: string;
}

export async function insertOpenings(db: SandboxDb, rows: (Opening & Commitments)[]): Promise<void> {
  if (rows.length === 0) return;
  const values = rows.map(
    ({ assetCommitment, amountCommitment, assetId, amountSats, assetBlinder, amountBlinder }) => ({
      ...{ assetCommitment, amountCommitment, assetId, amountSats, assetBlinder, amountBlinder },
    }),
  );
  await db.insert(openings).values(values).onConflictDoNothing();
}

export async function findOpenings(db: SandboxDb, wanted: Commitments[]): Promise<Map<string, Opening>> {
  if (wanted.length === 0) return new Map();
  const rows = await db.select().from(openings).where(among(wanted));
  return new Map(rows.map((row) => [openingKey(row), row]));
}

/** They stand beside their outputs once these are in the chain. */
export async function deleteOpenings(db: SandboxDb, known: Commitments[]): Promise<void> {
  if (known.length > 0) await db.delete(openings).where(among(known));
}

export const openingKey = ({ assetCommitment, amountCommitment }: Commitments): string =>
  `${assetCommitment}${amountCommitment}`;

const among = (wanted: Commitments[]) => {
  const pairs = wanted.map(
    ({ assetCommitment, amountCommitment }) => sql`(${assetCommitment}, ${amountCommitment})`,
  );
  return sql`(${openings.assetCommitment}, ${openings.amountCommitment}) in (${sql.join(pairs, sql`, `)})`;
};

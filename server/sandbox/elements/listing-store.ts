import { type SQL, sql } from "drizzle-orm";
import type { SandboxDb } from "../db/client";
import { outputs, scripts, transactions, walletTransactions, watchedScripts } from "../db/ledger-tables";
import { walletOwner } from "../ledger/keyring";

/** One line of a wallet's list: an output as it was sent or received. */
export interface ListedOutput {
  txid: string;
  vout: number;
  category: "send" | "receive";
}

export interface Page {
  /** Only what was received under this label. */
  label: string | null;
  count: number;
  skip: number;
}

/** Lines from the newest on: of each transaction what was sent, then what was received, without change and fee. */
export const pageOutputs = (db: SandboxDb, wallet: string, { label, count, skip }: Page) =>
  select(db, wallet, label === null ? sql`true` : sql`side.received and own.label = ${label}`, {
    count,
    skip,
  });

/** All lines of transactions that a block above `height` has, or none yet. */
export const outputsSince = (db: SandboxDb, wallet: string, height: number) =>
  select(
    db,
    wallet,
    sql`listed.txid in (select ${transactions.txid} from ${transactions}
      where ${transactions.blockHeight} is null or ${transactions.blockHeight} > ${height})`,
    { count: Number.MAX_SAFE_INTEGER, skip: 0 },
  );

async function select(
  db: SandboxDb,
  wallet: string,
  condition: SQL,
  { count, skip }: { count: number; skip: number },
): Promise<ListedOutput[]> {
  const owner = walletOwner(wallet);
  const { rows } = await db.execute<{ txid: string; vout: number; received: boolean }>(sql`
    select listed.txid, output.vout, side.received
    from ${walletTransactions} as listed
    join ${outputs} as output on output.txid = listed.txid
    cross join (values (false), (true)) as side (received)
    left join lateral (
      select ${scripts.label} as label, ${scripts.isChange} as is_change from ${scripts}
      where ${scripts.scriptHex} = output.script_hex and ${scripts.owner} = ${owner}
      union all
      select ${watchedScripts.label}, ${watchedScripts.isChange} from ${watchedScripts}
      where ${watchedScripts.scriptHex} = output.script_hex and ${watchedScripts.owner} = ${owner}
      limit 1
    ) as own on true
    where listed.owner = ${owner} and own.is_change is not true
      and case when side.received then own.is_change is not null else listed.is_sender and output.kind <> 'fee' end
      and ${condition}
    order by listed.sequence desc, side.received, output.vout
    limit ${count} offset ${skip}`);
  return rows.map(({ txid, vout, received }) => ({ txid, vout, category: received ? "receive" : "send" }));
}

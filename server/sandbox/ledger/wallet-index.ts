import { sql } from "drizzle-orm";
import type { SandboxDb } from "../db/client";
import {
  inputs,
  outputs,
  scripts,
  transactions,
  walletTransactions,
  watchedScripts,
} from "../db/ledger-tables";

/** Which transactions a node wallet has to list, kept when they arrive so that no list has to search the chain. */

const holders = sql`
  select ${scripts.scriptHex} as script_hex, ${scripts.owner} as owner from ${scripts}
  where ${scripts.owner} like 'wallet:%'
  union all
  select ${watchedScripts.scriptHex}, ${watchedScripts.owner} from ${watchedScripts}`;

/** Remembers a new transaction for every wallet whose scripts it pays or spends. */
export async function indexTransaction(db: SandboxDb, txid: string): Promise<void> {
  await db.execute(sql`
    insert into ${walletTransactions} (owner, txid, sequence, is_sender)
    select holder.owner, ${transactions.txid}, ${transactions.sequence}, bool_or(touched.is_sender)
    from (
      select ${outputs.scriptHex} as script_hex, false as is_sender from ${outputs} where ${outputs.txid} = ${txid}
      union all
      select ${outputs.scriptHex}, true from ${inputs} join ${outputs}
        on ${outputs.txid} = ${inputs.prevTxid} and ${outputs.vout} = ${inputs.prevVout}
      where ${inputs.txid} = ${txid}
    ) as touched
    join (${holders}) as holder on holder.script_hex = touched.script_hex
    join ${transactions} on ${transactions.txid} = ${txid}
    group by 1, 2, 3`);
}

/** Remembers what already happened on scripts that the wallet has only just begun to watch. */
export async function indexWatchedScripts(db: SandboxDb, owner: string): Promise<void> {
  await db.execute(sql`
    insert into ${walletTransactions} as known (owner, txid, sequence, is_sender)
    select ${owner}, ${transactions.txid}, ${transactions.sequence}, bool_or(touched.is_sender)
    from (
      select ${outputs.txid} as txid, ${outputs.scriptHex} as script_hex, false as is_sender from ${outputs}
      union all
      select ${inputs.txid}, ${outputs.scriptHex}, true from ${inputs} join ${outputs}
        on ${outputs.txid} = ${inputs.prevTxid} and ${outputs.vout} = ${inputs.prevVout}
    ) as touched
    join ${watchedScripts} on ${watchedScripts.scriptHex} = touched.script_hex
      and ${watchedScripts.owner} = ${owner}
    join ${transactions} on ${transactions.txid} = touched.txid
    group by 1, 2, 3
    on conflict (owner, txid) do update set is_sender = known.is_sender or excluded.is_sender`);
}

/**
 * Gives an owner what already lies on a script that is only now known as its own: a restore forgets addresses, later
 * ones are the same again, and somebody may have paid to them meanwhile.
 */
export async function adoptOutputs(db: SandboxDb, owner: string, scriptHex: string): Promise<void> {
  const adopted = await db.execute(sql`
    update ${outputs} set owner = ${owner} where ${outputs.scriptHex} = ${scriptHex} and ${outputs.owner} is null`);
  if (!adopted.rowCount || !owner.startsWith("wallet:")) return;
  await db.execute(sql`
    insert into ${walletTransactions} as known (owner, txid, sequence, is_sender)
    select ${owner}, ${transactions.txid}, ${transactions.sequence}, bool_or(touched.is_sender)
    from (
      select ${outputs.txid} as txid, false as is_sender from ${outputs} where ${outputs.scriptHex} = ${scriptHex}
      union all
      select ${outputs.spentByTxid}, true from ${outputs}
      where ${outputs.scriptHex} = ${scriptHex} and ${outputs.spentByTxid} is not null
    ) as touched
    join ${transactions} on ${transactions.txid} = touched.txid
    group by 1, 2, 3
    on conflict (owner, txid) do update set is_sender = known.is_sender or excluded.is_sender`);
}

import { randomUUID } from "node:crypto";
import { setImmediate } from "node:timers/promises";
import { sql } from "drizzle-orm";
import { clockOffsetMs, turnClock, withOwnClock } from "@/server/platform/clock";
import { hasAccounts } from "../amp/accounts";
import type { SandboxDb } from "../db/client";
import type { CopyRows } from "../db/copy";
import { createNodeWallets } from "../elements/wallets";
import { forgetTip } from "../ledger/blocks";
import { createLedger } from "../ledger/ledger";
import { loadZkp } from "../ledger/zkp";
import { withoutChecks } from "../snapshots";
import type { Unit, World } from "../world";
import { seedAccounts, TREASURY_WALLET } from "./accounts";
import { Director } from "./director";
import { LargeBlocks } from "./large-blocks";
import { LargeChain, type Line } from "./large-chain";
import { withoutIndexes } from "./large-indexes";
import { issueLarge, type LargeOffice } from "./large-issuing";
import { openLines } from "./large-opening";
import { type Holder, LargePeople } from "./large-people";
import { amountOf, LARGE, type LargeSize, RECIPIENTS } from "./large-plan";
import { LARGE_TABLES, LargeRows, rowOf } from "./large-rows";
import { PlainSigner } from "./large-transaction";
import { WalletMaker } from "./large-wallets";
import type { Report } from "./seed";

/** Rounds of payments that are stored together. */
const PORTION = 14;
/** Blocks on top of the last payment. */
const QUIET = 3;

/**
 * A world of a hundred thousand holders, in one transaction: all of it is there at the end, or nothing. Assets, accounts
 * and the nominee come about as in every other seed; the million payments that follow are written as rows.
 */
export async function loadLarge(world: World, report: Report, size: LargeSize = LARGE): Promise<void> {
  const { network } = world.env;
  const isLoaded = await withOwnClock(clockOffsetMs(), () =>
    world.database.load(async (db, copy) => {
      if (await hasAccounts(db)) return false;
      const unit = { db, ledger: createLedger(db, network), node: createNodeWallets(db, network) };
      turnClock(-size.days * 86_400_000);
      const accounts = await seedAccounts(unit);
      const director = new Director(unit, world.env, accounts.issuer, size.days);
      const office = await issueLarge(director, accounts, size);
      await pay(unit, director, office, { size, copy, report });
      forgetTip(db);
      return true;
    }),
  );
  if (!isLoaded) return;
  // Lets indexes answer without a look at the rows, and plans know how many there are.
  for (const table of LARGE_TABLES)
    await world.database.db.execute(sql`vacuum (analyze) sandbox.${sql.identifier(table)}`);
}

interface Loading {
  size: LargeSize;
  copy: CopyRows;
  report: Report;
}

async function pay(unit: Unit, director: Director, office: LargeOffice, { size, copy, report }: Loading) {
  const { db, ledger } = unit;
  const zkp = await loadZkp();
  const rows = new LargeRows();
  const people = new LargePeople(rows, new WalletMaker(zkp, ledger.network), {
    ...office.register,
    openedAt: (await ledger.tip()).time,
  });
  const rounds = Math.ceil(size.users / RECIPIENTS);
  const sizeOf = (round: number) => Math.min(RECIPIENTS, size.users - round * RECIPIENTS);
  const holders = people.next(sizeOf(0) - 1);
  await rows.store(copy); // an output finds its owner by the script
  // The nominee keeps what it does not pass on.
  const lines = await openLines(director, office.assets, ({ nominee }) =>
    nominee === null ? [office.nominee, ...holders] : holders,
  );
  const distribution = (line: Line, { txid, time }: { txid: string; time: string }, paid: Holder[]) =>
    addDistribution(rows, office, line, { txid, time, paid });
  for (const line of lines)
    if (line.kind === "distribution")
      distribution(line, { txid: line.txid, time: line.time.toISOString() }, [office.nominee, ...holders]);

  const tip = await ledger.tip();
  const blocks = new LargeBlocks(rows, tip);
  const chain = new LargeChain(rows, blocks, new PlainSigner(zkp));
  const span = Math.max(1, Math.floor((director.msBehind - (QUIET + 1) * 60_000) / 60_000));
  const heightOf = (place: number) =>
    Math.max(blocks.open, tip.height + 1 + Math.floor((place * span) / (rounds * size.assets)));
  await withoutChecks(db, async () => {
    await withoutIndexes(db, [...LARGE_TABLES, "wallet_transactions"], async () => {
      let storing = rows.store(copy);
      for (let first = 1; first < rounds; first += PORTION) {
        for (let round = first; round < Math.min(first + PORTION, rounds); round += 1) {
          const paid = people.next(sizeOf(round));
          for (const line of lines) {
            const made = chain.pay(line, paid, heightOf(round * size.assets + line.index));
            if (line.kind === "distribution") distribution(line, made, paid);
            // Lets what is already written go to the database meanwhile.
            await setImmediate();
          }
        }
        blocks.advance(blocks.open + 1);
        await storing;
        storing = rows.store(copy);
        storing.catch(() => {}); // awaited later
        report(first * RECIPIENTS * size.assets, size.users * size.assets);
      }
      for (const { asset } of lines) asset.end(rows);
      for (const fees of new Set(lines.map((line) => line.fees))) fees.end(rows);
      blocks.advance(Math.max(blocks.open, tip.height + span + QUIET) + 1);
      await storing;
      await rows.store(copy);
    });
    await settle(db, chain, size, office);
  });
  report(size.users * size.assets, size.users * size.assets);
}

/** The order that the treasury's payment carried out. */
function addDistribution(
  rows: LargeRows,
  { register: { issuerId } }: LargeOffice,
  { assetUuid, index }: Line,
  { txid, time, paid }: { txid: string; time: string; paid: Holder[] },
): void {
  const uuid = randomUUID();
  rows.add("amp_distributions", rowOf(uuid, assetUuid, txid, time));
  rows.add("wallet_comments", rowOf(TREASURY_WALLET, txid, uuid));
  for (const [vout, { userId, place, gaid, confidentialAddress }] of paid.entries()) {
    const amountSats = amountOf(place, index);
    const order = [assetUuid, userId, amountSats, true, issuerId, uuid] as const;
    rows.add("amp_assignments", rowOf(...order, confidentialAddress, gaid, true, vout));
  }
}

/** What refers to rows that came before or is known only now. */
async function settle(db: SandboxDb, { spends }: LargeChain, { users }: LargeSize, office: LargeOffice) {
  for (const { txid, vout, byTxid, byVin, height } of spends) {
    await db.execute(sql`
      update sandbox.outputs set spent_by_txid = ${byTxid}, spent_by_vin = ${byVin}
      where txid = ${txid} and vout = ${vout}`);
    await db.execute(sql`
      update sandbox.amp_outputs set spent_txid = ${byTxid}, spent_vin = ${byVin}, spent_height = ${height}
      where txid = ${txid} and vout = ${vout}`);
  }
  await db.execute(sql`
    insert into sandbox.wallet_transactions (owner, txid, sequence, is_sender)
    select ${`wallet:${TREASURY_WALLET}`}, made.txid, made.sequence, true
    from sandbox.amp_distributions as paid join sandbox.transactions as made on made.txid = paid.txid
    on conflict do nothing`);
  const last = office.register.firstId + users - 2;
  await db.execute(
    sql`select setval(pg_get_serial_sequence('sandbox.amp_registered_users', 'id'), ${Math.max(last, office.nominee.userId)}::bigint)`,
  );
}

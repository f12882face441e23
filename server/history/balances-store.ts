import { type SQL, sql } from "drizzle-orm";
import { AppError } from "@/lib/errors";
import { ownershipMomentText } from "@/lib/messages/ownership-moment";
import { toldRows } from "@/server/db/rows";
import { historyMovements, historyTransactions } from "@/server/db/schema/history";
import { ownersHeld } from "@/server/mirror/holders";
import { type Ask, asking, type OwnersSource } from "@/server/mirror/owners-store";
import { ownersKeeper } from "./kept-owners";
import { type Kept, keptTables, type OwnedTables, requireKept } from "./kept-store";
import { type History, look, ofMovements, ofTransactions, TREASURY } from "./store";

/** From the end of one block to the end of another; without the first, only what was held at the other. */
export interface Span {
  from: number | null;
  to: number;
}

/** Who owns an account today, as AMP was asked; null for one without a record. */
export interface AskedOwner {
  gaid: string;
  user: { id: number; name: string; sortName: string } | null;
}

/** What every account had moved by the two blocks, in sats, and where its newest movement stands, whatever its height. */
export const movedSql = (history: History, { from, to }: Span): SQL => {
  const by = (height: number | null) =>
    sql`coalesce(sum(${historyMovements.sats}) filter (where ${historyTransactions.height} <= ${height}::bigint), 0)`;
  return sql`
    select ${historyMovements.gaid} as gaid, ${by(from)} as before_sats, ${by(to)} as amount,
      max(${historyMovements.position}) as newest
    from ${historyMovements} join ${historyTransactions} on ${ofTransactions(history)}
      and ${historyTransactions.position} = ${historyMovements.position}
    where ${ofMovements(history)} group by ${historyMovements.gaid}`;
};

/** The copies that say who is who today. */
const today = ({ workspaceId, assetUuid }: History) => ownersHeld(workspaceId, assetUuid);

/**
 * The accounts that held something at either end, with today's owner: by the register, by who owns now, by the newest
 * movement; `is_told` where only the last of them knew.
 */
const ownedSql = (history: History, span: Span): SQL => sql`
  select moved.gaid, moved.before_sats, moved.amount,
    case when registered.id is not null then registered.id
      when holding.gaid is not null then holding.user_id else told.user_id end as user_id,
    registered.id is null and holding.gaid is null as is_told
  from (${movedSql(history, span)}) as moved
  left join (select gaid, max(id) as id from (${today(history).users}) as one group by gaid) as registered
    on registered.gaid = moved.gaid
  left join (select gaid, max(user_id) as user_id from (${today(history).parts}) as part group by gaid) as holding
    on holding.gaid = moved.gaid
  left join (select position, gaid, user_id from ${historyMovements} where ${ofMovements(history)}) as told
    on told.position = moved.newest and told.gaid = moved.gaid
  where moved.before_sats <> 0 or moved.amount <> 0`;

/** Owners at the end of a span and, for whoever compares, what they had at its beginning. */
export interface OwnersThen extends OwnersSource {
  /** holder_id, kind, user_id, gaid, before_sats, amount: also of who holds nothing at one of the ends. */
  ends: SQL;
  /** The same added up by owner: id, kind, user_id, before_sats, amount. */
  sums: SQL;
}

/** Whom AMP is asked for where the copies do not say whose an account is today: so many of the fullest. */
interface Asking {
  most: number;
  ask: (gaids: string[]) => Promise<AskedOwner[]>;
}

/**
 * Adds up once what everybody held, and gives it to `work`, within one look at the copy; once for all portions of a reading.
 * @throws AppError INTERNAL when somebody would own less than nothing: AMP's transactions are not all there
 */
export async function withOwners<T>(
  history: History,
  span: Span,
  { most, ask }: Asking,
  work: (owners: OwnersThen) => Promise<T>,
): Promise<T> {
  const of = `${history.assetUuid} ${span.from} ${span.to}`;
  const keeper = ownersKeeper<readonly AskedOwner[]>(history.workspaceId, of);
  if (keeper?.known) return lookAtKept(history, keeper.known, work);
  const kept = async (owners: OwnersThen) => {
    const value = await work(owners);
    await keeper?.keep(owners.ask, ASIDE); // last, because it locks out others who keep something
    return value;
  };
  const first = await lookAside(history, span, [], async (owners) => {
    const inDoubt = await accountsInDoubt(owners, most);
    return { inDoubt, value: inDoubt.length === 0 ? await kept(owners) : null };
  });
  const isClear = first.inDoubt.length === 0;
  const asked = isClear ? [] : await ask(first.inDoubt); // not while a transaction waits for AMP
  const value = isClear ? (first.value as T) : await lookAside(history, span, asked, kept);
  keeper?.keptWith(asked);
  return value;
}

const lookAtKept = <T>(
  history: History,
  { kept, asked }: { kept: Kept; asked: readonly AskedOwner[] },
  work: (owners: OwnersThen) => Promise<T>,
): Promise<T> =>
  look(history, async (tx) => {
    const ask = inTurn(asking(tx));
    await ask(WORK_MEMORY);
    await requireKept(ask, kept);
    return work(ownersFrom(ask, keptTables(kept), usersSql(history, asked)));
  });

const ASIDE: OwnedTables = { owned: sql`owned_then`, sums: sql`owners_then` };

const ownersFrom = (ask: Ask, { owned, sums }: OwnedTables, users: SQL): OwnersThen => ({
  ask,
  ends: sql`select holder_id, kind, user_id, gaid, before_sats, amount from ${owned}`,
  parts: sql`select holder_id, kind, user_id, gaid, amount from ${owned} where amount > 0`,
  owners: sql`select id, kind, user_id, amount from ${sums} where amount > 0`,
  sums: sql`select id, kind, user_id, before_sats, amount from ${sums}`,
  users,
});

const lookAside = <T>(
  history: History,
  span: Span,
  asked: readonly AskedOwner[],
  work: (owners: OwnersThen) => Promise<T>,
): Promise<T> =>
  look(
    history,
    async (tx) => {
      const owners = ownersFrom(inTurn(asking(tx)), ASIDE, usersSql(history, asked));
      await setAside(owners, history, span, asked);
      return work(owners);
    },
    "read write",
  );

/** One query after the other, as a transaction takes them, however many are asked at once. */
function inTurn(ask: Ask): Ask {
  let last: Promise<unknown> = Promise.resolve();
  return <T extends Record<string, unknown>>(query: SQL) => {
    const rows = last.then(() => ask<T>(query));
    last = rows.catch(() => {});
    return rows;
  };
}

/** Accounts of which the copies do not say whose they are today, the fullest first. */
async function accountsInDoubt({ ask, users }: OwnersThen, most: number): Promise<string[]> {
  const rows = await ask<{ gaid: string }>(sql`
    select x.gaid from owned_then as x left join (${users}) as u on u.id = x.user_id
    where x.is_told and u.id is null order by greatest(x.before_sats, x.amount) desc, x.gaid limit ${most}`);
  return rows.map(({ gaid }) => gaid);
}

const ASKED = sql.raw("(gaid text, user_id int, name text, sort_name text)");

const askedSql = (asked: readonly AskedOwner[]): SQL => {
  const rows = asked.map(({ gaid, user }) => ({
    gaid,
    user_id: user?.id ?? null,
    name: user?.name,
    sort_name: user?.sortName,
  }));
  return sql`${toldRows(rows)} as asked ${ASKED}`;
};

/** The register, and whom AMP named who is not in the copy of it. */
const usersSql = (history: History, asked: readonly AskedOwner[]): SQL => {
  const { users } = today(history);
  const isAnyNamed = asked.some(({ user }) => user !== null);
  if (!isAnyNamed) return users;
  return sql`${users} union all
    select distinct on (asked.user_id) asked.user_id, asked.name, null, asked.sort_name, lower(asked.name)
    from ${askedSql(asked)} where asked.user_id not in (select id from (${users}) as known)`;
};

/** Some hundred thousand accounts are added up in memory. */
const WORK_MEMORY = sql.raw("set local work_mem = '64MB'");

async function setAside(
  { ask }: OwnersThen,
  history: History,
  span: Span,
  asked: readonly AskedOwner[],
): Promise<void> {
  await ask(WORK_MEMORY);
  await ask(sql`
    create temporary table owned_then (
      holder_id text collate "C" not null, kind text not null, user_id int, gaid text,
      before_sats bigint not null, amount bigint not null, is_told boolean not null
    ) on commit drop`);
  await ask(sql`
    insert into owned_then
    select case when is_treasury then 'treasury' when user_id is null then 'account:' || gaid
        else 'user:' || user_id end,
      case when is_treasury then 'treasury' when user_id is null then 'account' else 'user' end,
      case when is_treasury then null else user_id end, nullif(gaid, ${TREASURY}), before_sats, amount,
      is_told and not is_treasury
    from (
      select owned.gaid, owned.gaid = ${TREASURY} as is_treasury, owned.before_sats, owned.amount,
        case when asked.gaid is null then owned.user_id else asked.user_id end as user_id,
        asked.gaid is null and owned.is_told as is_told
      from (${ownedSql(history, span)}) as owned left join ${askedSql(asked)} on asked.gaid = owned.gaid
    ) as named`);
  const short = await ask(sql`select 1 from owned_then where before_sats < 0 or amount < 0 limit 1`);
  if (short.length > 0) throw new AppError("INTERNAL", ownershipMomentText.history.incomplete);
  await ask(sql`create temporary table owners_then (
    id text collate "C" not null, kind text not null, user_id int, before_sats bigint not null, amount bigint not null
  ) on commit drop`);
  await ask(sql`
    insert into owners_then
    select holder_id, min(kind), min(user_id), sum(before_sats), sum(amount) from owned_then group by holder_id`);
  await ask(sql`analyze owned_then, owners_then`);
}

/** Issued and reissued, less burned, by the end of a block. */
export async function supplyBy({ ask }: OwnersThen, history: History, height: number): Promise<bigint> {
  const rows = await ask<{ sats: string }>(sql`
    select coalesce(sum(supply_sats), 0)::text as sats from ${historyTransactions}
    where ${ofTransactions(history)} and height <= ${height}::bigint`);
  return BigInt(rows[0]?.sats ?? 0);
}

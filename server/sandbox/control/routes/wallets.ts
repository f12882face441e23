import { z } from "zod";
import {
  assetNames,
  heldBy,
  historyOf,
  insertLabel,
  pageOfWallets,
  type WalletPage,
} from "../../green/wallet-store";
import { gaidOwner } from "../../ledger/keyring";
import { LedgerError } from "../../ledger/port";
import type { Unit, World } from "../../world";
import { count, gaid, text } from "../fields";
import { type ControlRoute, controlRoute } from "../route";

const asset = {
  /** null for what AMP does not manage. */
  asset_uuid: z.uuid().nullable(),
  asset_id: z.string(),
  name: z.string().nullable(),
};

const Wallet = z.object({
  gaid: z.string(),
  label: z.string().nullable(),
  created_at: z.date(),
  balances: z.array(z.object({ ...asset, amount: z.bigint(), blacklisted: z.bigint() })),
});

const Movement = z.object({
  txid: z.string(),
  at: z.date(),
  /** null in the mempool. */
  blockheight: z.int().nullable(),
  /** The decision that let it happen; null when nobody asked AMP. */
  authorization: z.uuid().nullable(),
  /** Of each asset what came in less what went out. */
  changes: z.array(z.object({ ...asset, type: z.enum(["receive", "send"]), amount: z.bigint() })),
});

/** Wallets of the Green side, each known by its GAID. */
export const walletRoutes: ControlRoute[] = [
  controlRoute({
    method: "POST",
    path: "/wallets",
    summary: "Opens investors' wallets, one unless told otherwise; several with one label are numbered.",
    input: z.strictObject({
      count: z.int().min(1).max(1000).default(1),
      label: text.min(1).optional(),
    }),
    output: z.object({ gaid: z.string(), gaids: z.array(z.string()) }),
    run: async ({ world }, input) => {
      const gaids = await world.write((unit) => openWallets(unit, input));
      return { gaid: gaids[0], gaids };
    },
  }),
  controlRoute({
    method: "GET",
    path: "/wallets",
    summary:
      "Investors' wallets with what they hold on chain in whole sats, oldest first unless told otherwise; `next` asks for more.",
    input: z.object({
      search: text.default(""),
      after: gaid.optional(),
      count,
      order: z.enum(["oldest", "newest"]).default("oldest"),
    }),
    output: z.object({ wallets: z.array(Wallet), next: z.string().nullable() }),
    run: ({ world }, input) => listWallets(world, input),
  }),
  controlRoute({
    method: "POST",
    path: "/wallets/address",
    summary: "A fresh confidential address of an investor's wallet.",
    input: z.strictObject({ gaid }),
    output: z.object({ address: z.string() }),
    run: ({ world }, input) =>
      world.write(async (unit) => {
        await known(unit, input.gaid);
        return { address: await unit.ledger.nextGaidAddress(input.gaid) };
      }),
  }),
  controlRoute({
    method: "GET",
    path: "/wallets/history",
    summary: "Receipts and sends of an investor's wallet, newest first; `next` asks for older ones.",
    input: z.object({ gaid, after: z.coerce.number().int().positive().optional(), count }),
    output: z.object({ movements: z.array(Movement), next: z.int().nullable() }),
    run: ({ world }, input) => readHistory(world, input),
  }),
  controlRoute({
    method: "GET",
    path: "/wallets/balance",
    summary: "What the chain holds for a GAID, in sats by asset id.",
    input: z.object({ gaid }),
    output: z.object({ gaid: z.string(), balance: z.record(z.string(), z.bigint()) }),
    run: async ({ world }, input) => {
      const held = await world.read(({ db }) => heldBy(db, [input.gaid]));
      return {
        gaid: input.gaid,
        balance: Object.fromEntries(held.map(({ assetId, amountSats }) => [assetId, amountSats])),
      };
    },
  }),
];

async function openWallets(
  { db, ledger }: Unit,
  { count, label }: { count: number; label?: string | undefined },
) {
  const gaids: string[] = [];
  for (let number = 1; number <= count; number++) {
    const gaid = await ledger.createGaid();
    gaids.push(gaid);
    if (label !== undefined) await insertLabel(db, gaid, count === 1 ? label : `${label} ${number}`);
  }
  return gaids;
}

async function known({ ledger }: Unit, gaid: string): Promise<void> {
  if (!(await ledger.isKnownGaid(gaid))) throw new LedgerError("unknown", "The GAID is not known.");
}

function listWallets(world: World, { count, ...page }: WalletPage) {
  return world.read(async ({ db, ledger }) => {
    const rows = await pageOfWallets(db, { ...page, count: count + 1 });
    const shown = rows.slice(0, count);
    const held = await heldBy(
      db,
      shown.map((row) => row.gaid),
    );
    const nameOf = await assetNames(db, ledger.network, [...new Set(held.map(({ assetId }) => assetId))]);
    const wallets = shown.map(({ gaid, label, createdAt }) => ({
      gaid,
      label,
      created_at: createdAt,
      balances: held
        .filter(({ owner }) => owner === gaidOwner(gaid))
        .map(({ assetId, amountSats, blacklistedSats }) => ({
          ...named(assetId, nameOf),
          amount: amountSats,
          blacklisted: blacklistedSats,
        })),
    }));
    return { wallets, next: rows.length > count ? (shown.at(-1)?.gaid ?? null) : null };
  });
}

function readHistory(world: World, input: { gaid: string; after?: number | undefined; count: number }) {
  return world.read(async (unit) => {
    await known(unit, input.gaid);
    const { db, ledger } = unit;
    const rows = await historyOf(db, { ...input, count: input.count + 1 });
    const shown = rows.slice(0, input.count);
    const assetIds = shown.flatMap(({ moves }) => moves.map(({ assetId }) => assetId));
    const nameOf = await assetNames(db, ledger.network, [...new Set(assetIds)]);
    const movements = shown.map(({ txid, at, height, authorization, moves }) => ({
      txid,
      at,
      blockheight: height,
      authorization,
      changes: moves.map(({ assetId, netSats, isSend }) => ({
        ...named(assetId, nameOf),
        type: isSend ? "send" : "receive",
        amount: netSats,
      })),
    }));
    return { movements, next: rows.length > shown.length ? (shown.at(-1)?.place ?? null) : null };
  });
}

const named = (assetId: string, nameOf: Awaited<ReturnType<typeof assetNames>>) => {
  const { assetUuid, name } = nameOf(assetId);
  return { asset_uuid: assetUuid, asset_id: assetId, name };
};

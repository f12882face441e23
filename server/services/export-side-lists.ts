import type { Actor } from "@/lib/domain/actor";
import { searchCategories } from "@/lib/domain/category-matrix";
import type { ExportedList, ExportHead } from "@/lib/domain/exports";
import { AppError } from "@/lib/errors";
import { assetFiles, categoryFiles, userFiles, workspaceFiles } from "@/lib/list-files";
import { lists } from "@/lib/lists";
import { exportsText } from "@/lib/messages/exports";
import { gaidsText } from "@/lib/messages/gaids";
import { treasuryApprovalsText as approvalsText } from "@/lib/messages/treasury-approvals";
import { now } from "@/server/platform/clock";
import { listOwnSessions } from "./account";
import { listTreasuryAddresses } from "./asset-addresses";
import { allAssets } from "./assets";
import { shownOpenRows } from "./assignments";
import { readCampaignOrders } from "./campaign-orders";
import { readCategory } from "./categories";
import { readMatrix } from "./category-matrix";
import * as columns from "./export-side-columns";
import { type ExportSource, source, wholePage } from "./export-source";
import { listForeignOrders } from "./foreign-orders";
import { readGaid } from "./gaids";
import { listHeldBack } from "./held-back";
import { listDeliveries } from "./notices";
import { readObjectId } from "./object-id";
import { getJournal } from "./operations";
import { intentOfOperation, intentToSend, transactionsOfOperation } from "./shown-intents";
import { listBalances } from "./treasury";
import { readForeignOutputs } from "./treasury-approvals";
import { readUser } from "./users";
import { listWatchAlerts } from "./watch";

const { head: terms } = exportsText;

/** A file without the assets that AMP does not tell now would look whole: it is refused with AMP's reason. */
async function wholeUser(actor: Actor, id: string) {
  const [user] = await Promise.all([readUser(actor, readObjectId(id)), allAssets(actor)]);
  return user;
}

/** Lists that stand on a page beside something else. */
export const SIDE_SOURCES = {
  "user-holdings": source({
    of: "user",
    config: userFiles.holdings,
    columns: () => columns.holdingColumns,
    isHeld: true,
    read: async (actor, id) => {
      const { holdings, freshness } = await wholeUser(actor, id);
      return { page: wholePage(holdings, freshness) };
    },
  }),
  "user-payments": source({
    of: "user",
    config: userFiles.payments,
    columns: () => columns.paymentColumns,
    isHeld: true,
    read: async (actor, id) => {
      const { payments, freshness } = await wholeUser(actor, id);
      return { page: wholePage(payments, freshness) };
    },
  }),
  "user-vesting": source({
    of: "user",
    config: userFiles.vesting,
    columns: () => columns.userVestingColumns,
    isHeld: true,
    read: async (actor, id) => {
      const { vesting, freshness } = await wholeUser(actor, id);
      return { page: wholePage(vesting, freshness) };
    },
  }),
  "category-matrix": source({
    of: null,
    config: () => lists.matrix,
    columns: () => columns.memberColumns,
    read: async (actor, _, query) => {
      const { page, categories } = await readMatrix(actor, query);
      const found = searchCategories(categories, query.filters.named);
      return { page, more: found.map(columns.categoryColumn) };
    },
  }),
  sessions: source({
    of: null,
    config: () => lists.sessions,
    columns: () => columns.sessionColumns,
    isHeld: true,
    read: async (actor) => ({
      page: wholePage(await listOwnSessions(actor), { asOf: now(), source: "mirror" }),
    }),
  }),
  balances: source({
    of: null,
    config: () => workspaceFiles.balances,
    columns: () => columns.balanceColumns,
    isHeld: true,
    read: async (actor) => {
      const { balances, height, asOf } = await listBalances(actor);
      return {
        page: wholePage(balances, { asOf, source: "mirror" }),
        from: "node",
        about: [
          [terms.height, String(height)],
          [terms.counted, terms.countedText],
        ],
      };
    },
  }),
  "watch-alerts": source({
    of: null,
    config: () => workspaceFiles.alerts,
    columns: () => columns.alertColumns,
    read: async (actor, _, query) => ({ page: await listWatchAlerts(actor, query) }),
  }),
  journal: source({
    of: null,
    config: () => workspaceFiles.journal,
    columns: () => columns.journalColumns,
    isHeld: true,
    read: async (actor, _, { filters }) => {
      const journal = await getJournal(actor, filters.operation ?? "");
      return { page: wholePage(journal, { asOf: now(), source: "mirror" }) };
    },
  }),
  "gaid-balances": source({
    of: null,
    config: () => workspaceFiles.gaidBalances,
    columns: () => columns.gaidBalanceColumns,
    isHeld: true,
    read: async (actor, _, { filters }) => {
      const { balances, problem, asOf } = await readGaid(actor, filters.gaid ?? "");
      if (problem !== null) throw new AppError("NOT_FOUND", gaidsText.problems[problem].title);
      return { page: wholePage(balances, { asOf, source: "amp" }) };
    },
  }),
  notices: source({
    of: null,
    config: () => workspaceFiles.notices,
    columns: () => columns.deliveryColumns,
    read: async (actor, _, query) => ({ page: await listDeliveries(actor, query) }),
  }),
  "campaign-orders": source({
    of: null,
    config: () => workspaceFiles.campaignOrders,
    columns: () => columns.campaignOrderColumns,
    isHeld: true,
    read: async (actor, _, { filters }) => {
      const asked = { chainId: Number(filters.chain), campaign: filters.campaign ?? "" };
      const { coin, orders } = await readCampaignOrders(actor, asked);
      const rows = orders.map((order) => ({ ...order, coin }));
      return { page: wholePage(rows, { asOf: now(), source: "amp" }), from: "identity" };
    },
  }),
  "distribution-intent": source({
    of: "asset",
    config: assetFiles.intent,
    columns: columns.intentColumns,
    isHeld: true,
    read: async (actor, of, { filters: { operation } }) => {
      const { intent, intentHash, freshness } =
        operation === undefined
          ? await intentToSend(actor, of)
          : await intentOfOperation(actor, of, operation);
      return { page: wholePage(intent.assignments, freshness), about: [[terms.intent, intentHash]] };
    },
  }),
  "distribution-transactions": source({
    of: "asset",
    config: assetFiles.distributionTransactions,
    columns: columns.distributionTransactionColumns,
    isHeld: true,
    read: async (actor, of, { filters }) => {
      const transactions = await transactionsOfOperation(actor, of, filters.operation ?? "");
      return { page: wholePage(transactions, { asOf: now(), source: "mirror" }) };
    },
  }),
  "held-back": source({
    of: "asset",
    config: assetFiles.heldBack,
    columns: columns.heldBackColumns,
    isHeld: true,
    read: async (actor, of) => {
      const { rows, freshness } = await listHeldBack(actor, of);
      return { page: wholePage(rows, freshness) };
    },
  }),
  "foreign-orders": source({
    of: "asset",
    config: assetFiles.foreignOrders,
    columns: columns.foreignOrderColumns,
    isHeld: true,
    read: async (actor, of) => {
      const open = await shownOpenRows(actor, of);
      const orders = await listForeignOrders(actor, of, Promise.resolve(open));
      const rows = orders.flatMap(({ intent, distributionUuid, leftBy }) =>
        intent.assignments.map((member) => ({ ...member, distributionUuid, leftBy })),
      );
      return { page: wholePage(rows, open.freshness) };
    },
  }),
  "foreign-outputs": source({
    of: "asset",
    config: assetFiles.foreignOutputs,
    columns: columns.foreignOutputColumns,
    isHeld: true,
    read: async (actor, of) => {
      const { outputs, problem, looked, outside } = await readForeignOutputs(actor, of);
      if (outputs === null) throw new AppError("UNAVAILABLE", problem ?? "", { retryable: true });
      const about: ExportHead = looked < outside ? [[terms.part, approvalsText.capped(looked, outside)]] : [];
      return { page: wholePage(outputs, { asOf: now(), source: "amp" }), about };
    },
  }),
  "requiring-assets": source({
    of: "category",
    config: categoryFiles.requiringAssets,
    columns: () => columns.requiringAssetColumns,
    isHeld: true,
    read: async (actor, id) => {
      const { details, freshness } = await readCategory(actor, readObjectId(id), { limit: 1, filters: {} });
      const { assets, hiddenAssets, unreadable } = details;
      const left = hiddenAssets + unreadable.length;
      return {
        page: wholePage(assets, freshness),
        about: left > 0 ? [[terms.part, terms.notReadable(left)]] : [],
      };
    },
  }),
  "treasury-addresses": source({
    of: "asset",
    config: assetFiles.treasuryAddresses,
    columns: () => columns.addressColumns,
    isHeld: true,
    read: async (actor, of) => {
      const addresses = await listTreasuryAddresses(actor, of);
      return { page: wholePage(addresses, { asOf: now(), source: "amp" }) };
    },
  }),
} satisfies Partial<Record<ExportedList, ExportSource>>;

import type { Freshness } from "@/lib/contracts/list";
import type { ExportedList, ExportHead } from "@/lib/domain/exports";
import type { MomentView } from "@/lib/domain/moment";
import type { BlacklistedBasis } from "@/lib/domain/ownership";
import type { UsersPage } from "@/lib/domain/users";
import { basisWords, gapWords } from "@/lib/format/balance-basis";
import { momentSentences } from "@/lib/format/moment-words";
import { formatUtc } from "@/lib/format/times";
import { assetFiles } from "@/lib/list-files";
import type { ListConfig } from "@/lib/list-state";
import { assetLists, categoryLists, lists, userJobLists } from "@/lib/lists";
import { exportsText } from "@/lib/messages/exports";
import { authorize } from "@/server/auth/authorize";
import { now } from "@/server/platform/clock";
import { listActivities } from "./activities";
import { listAmpCalls } from "./amp-calls";
import { getAmpDistribution, listAmpDistributions } from "./amp-distributions";
import { listEveryAsset } from "./asset-list";
import { readBatch } from "./assignment-batches";
import { listAssignmentJobRows } from "./assignment-jobs";
import { assignmentsOf } from "./assignments";
import { listWholeAudit } from "./audit";
import { listCategories, listMembers } from "./categories";
import { listDistributions } from "./distributions";
import { readEligibility } from "./eligibility";
import { listEligibilityPairs } from "./eligibility-matrix";
import { toNewestBlock } from "./export-blocks";
import * as columns from "./export-columns";
import * as verdicts from "./export-eligibility-columns";
import * as jobColumns from "./export-job-columns";
import { SANDBOX_SOURCES } from "./export-sandbox-lists";
import { SIDE_SOURCES } from "./export-side-lists";
import { type ExportSource, ROWS_AT_ONCE, SORTED_AT_ONCE, source, wholePage } from "./export-source";
import * as supplyColumns from "./export-supply-columns";
import { readLostOutputs } from "./lost-outputs";
import { listManagers } from "./managers";
import { readObjectId } from "./object-id";
import { pageOfOperations } from "./operations";
import { listOwners } from "./ownership";
import { readDifference } from "./ownership-difference";
import { listRequests } from "./requests";
import { shownAssets } from "./shown-assets";
import { readSupplyHistory } from "./supply-history";
import { listSupplyOperations } from "./supply-page";
import { listTransactions } from "./transactions";
import { listUserJobRows, listUserJobs } from "./user-jobs";
import { listUsers } from "./users";
import { listUtxos } from "./utxos";
import { readVesting } from "./vesting";

const { head: terms } = exportsText;

/** A file has room for every asset that is found: which of them the page shows side by side is left out. */
const { part: _part, ...matrixFilters } = lists.eligibilityMatrix.filters;
const wholeMatrix: ListConfig = { ...lists.eligibilityMatrix, filters: matrixFilters };

/** A line for each list that can be exported: its address's rules, its columns, and its own service. */
export const SOURCES: Record<ExportedList, ExportSource> = {
  ...SIDE_SOURCES,
  ...SANDBOX_SOURCES,
  assets: source({
    of: null,
    config: () => lists.assets,
    columns: () => columns.assetColumns,
    isHeld: true,
    read: async (actor, _, query) => ({ page: await listEveryAsset(actor, query) }),
  }),
  users: source({
    of: null,
    config: () => lists.users,
    columns: () => columns.userColumns,
    read: async (actor, _, query) => {
      const page = await listUsers(actor, query);
      return { page, about: balancesOf(page, query.filters.balance) };
    },
  }),
  "user-jobs": source({
    of: null,
    config: () => lists.userJobs,
    columns: () => jobColumns.userJobColumns,
    read: async (actor, _, query) => ({ page: await listUserJobs(actor, query) }),
  }),
  "user-job": source({
    of: "job",
    config: userJobLists.rows,
    columns: () => [],
    read: async (actor, id, query) => {
      const { page, about } = await listUserJobRows(actor, id, query);
      return { page, more: jobColumns.userJobRowColumns(about.kind) };
    },
  }),
  members: source({
    of: "category",
    config: categoryLists.members,
    columns: () => columns.memberColumns,
    read: async (actor, id, query) => ({ page: await listMembers(actor, readObjectId(id), query) }),
  }),
  categories: source({
    of: null,
    config: () => lists.categories,
    columns: () => columns.categoryColumns,
    isHeld: true,
    read: async (actor, _, query) => {
      const [page, { assets }] = await Promise.all([listCategories(actor, query), shownAssets(actor)]);
      return { page, more: [columns.requiringColumn(assets)] };
    },
  }),
  managers: source({
    of: null,
    config: () => lists.managers,
    columns: () => columns.managerColumns,
    isHeld: true,
    read: async (actor, _, query) => ({ page: await listManagers(actor, query) }),
  }),
  requests: source({
    of: null,
    config: () => lists.requests,
    columns: () => columns.requestColumns,
    isHeld: true,
    read: async (actor, _, query) => ({ page: await listRequests(actor, query) }),
  }),
  operations: source({
    of: null,
    config: () => lists.treasury,
    columns: () => columns.operationColumns,
    read: async (actor, _, query) => {
      await authorize(actor, "treasury:read");
      return { page: await pageOfOperations(actor.workspaceId, query) };
    },
  }),
  audit: source({
    of: null,
    config: () => lists.audit,
    columns: () => columns.auditColumns,
    read: async (actor, _, query) => ({ page: await listWholeAudit(actor, query) }),
  }),
  calls: source({
    of: null,
    config: () => lists.calls,
    columns: () => columns.callColumns,
    read: async (actor, _, query) => ({ page: await listAmpCalls(actor, query) }),
  }),
  assignments: source({
    of: "asset",
    config: assetLists.assignments,
    columns: columns.assignmentColumns,
    // By the rules with which it begins, whatever the asset requires when the last portion is read.
    read: async (actor, _, query, asset) => ({ page: await assignmentsOf(actor, asset, query) }),
  }),
  vesting: source({
    of: "asset",
    config: assetFiles.vesting,
    columns: supplyColumns.vestingColumns,
    isHeld: true, // what has vested by now is one row: between two portions it would take others into it
    read: async (actor, of, query) => {
      const { page, ...told } = await readVesting(actor, of, query);
      return { page: { rows: page.dates, ...told } };
    },
  }),
  batch: source({
    of: "asset",
    config: assetFiles.batch,
    columns: jobColumns.batchColumns,
    isHeld: true,
    read: async (actor, of, { filters }) => {
      const { batch, asOf } = await readBatch(actor, of, filters.batch ?? "");
      return { page: wholePage(batch.rows, { asOf, source: "mirror" }) };
    },
  }),
  "assignment-job": source({
    of: "asset",
    config: assetFiles.assignmentJob,
    columns: jobColumns.assignmentJobColumns,
    read: async (actor, of, query) => ({ page: await listAssignmentJobRows(actor, of, query) }),
  }),
  distributions: source({
    of: "asset",
    config: assetLists.ampDistributions,
    columns: columns.distributionColumns,
    read: async (actor, of, query) => ({ page: await listAmpDistributions(actor, of, query) }),
  }),
  "distribution-operations": source({
    of: "asset",
    config: assetLists.distributions,
    columns: () => columns.operationColumns,
    read: async (actor, of, query) => ({ page: await listDistributions(actor, of, query) }),
  }),
  recipients: source({
    of: "asset",
    config: assetFiles.recipients,
    columns: supplyColumns.recipientColumns,
    isHeld: true,
    read: async (actor, of, query) => {
      const distribution = query.filters.distribution ?? "";
      return { page: (await getAmpDistribution(actor, of, distribution, query)).recipients };
    },
  }),
  "supply-steps": source({
    of: "asset",
    config: assetFiles.supplySteps,
    columns: supplyColumns.supplyStepColumns,
    isHeld: true,
    read: async (actor, of) => {
      const { changes } = await readSupplyHistory(actor, of);
      return { page: wholePage(changes.toReversed(), { asOf: now(), source: "amp" }) };
    },
  }),
  "supply-operations": source({
    of: "asset",
    config: assetLists.supply,
    columns: () => columns.operationColumns,
    read: async (actor, of, query) => ({ page: await listSupplyOperations(actor, of, query) }),
  }),
  "lost-outputs": source({
    of: "asset",
    config: assetFiles.lostOutputs,
    columns: supplyColumns.lostOutputColumns,
    isHeld: true,
    read: async (actor, of, query) => ({ page: (await readLostOutputs(actor, of, query)).page }),
  }),
  activity: source({
    of: "asset",
    config: assetLists.activity,
    columns: columns.activityColumns,
    rowsAtOnce: () => ROWS_OF_AMP,
    read: toNewestBlock("activities", "activity:read", listActivities),
  }),
  transactions: source({
    of: "asset",
    config: assetLists.transactions,
    columns: columns.transactionColumns,
    read: toNewestBlock("transactions", "transaction:read", listTransactions),
  }),
  utxos: source({
    of: "asset",
    config: assetLists.utxos,
    columns: columns.utxoColumns,
    read: listUtxos,
  }),
  owners: source({
    of: "asset",
    config: assetLists.ownership,
    columns: columns.holderColumns,
    rowsAtOnce: ({ filters }) => (filters.at === undefined ? ROWS_AT_ONCE : SORTED_AT_ONCE),
    read: async (actor, of, query) => {
      const { page, moment, blacklisted, supplySats } = await listOwners(actor, of, query);
      const more = [columns.shareColumn(supplySats)];
      if (moment === null) return { page, more, about: aboutNow(page.freshness, blacklisted) };
      const pinned = { at: String(moment.height) };
      return { page, more, pinned, about: heightOf(terms.height, moment) };
    },
  }),
  eligibility: source({
    of: "asset",
    config: assetLists.eligibility,
    columns: () => verdicts.eligibilityColumns,
    read: async (actor, of, query) => {
      const { page, failing, required } = await readEligibility(actor, of, query);
      const about = failing.map((rule): [string, string] => [terms.everybody, exportsText.assetRules[rule]]);
      return { page, about, more: verdicts.verdictColumns({ failing, required }, actor) };
    },
  }),
  "eligibility-matrix": source({
    of: null,
    config: () => wholeMatrix,
    columns: () => verdicts.eligibilityPairColumns,
    read: async (actor, _, query) => ({
      page: await listEligibilityPairs(actor, query),
      more: [verdicts.pairRemedies(actor)],
    }),
  }),
  changes: source({
    of: "asset",
    config: assetLists.ownershipDifference,
    columns: columns.changeColumns,
    rowsAtOnce: () => SORTED_AT_ONCE,
    read: async (actor, of, query) => {
      const { page, from, to } = await readDifference(actor, of, query);
      const pinned = { from: String(from.height), to: String(to.height) };
      return { page, pinned, about: [...heightOf(terms.from, from), ...heightOf(terms.to, to)] };
    },
  }),
};

/** What AMP pages itself is parsed as it answers: half a megabyte at once. */
const ROWS_OF_AMP = 1_000;

const balancesOf = ({ balances }: UsersPage, filter: string | undefined): ExportHead =>
  balances ? [[terms.balances, `${basisWords(balances)} ${gapWords(balances, filter)}`.trim()]] : [];

/** AMP's list of owners comes without a block, so the time stands for it. */
const aboutNow = ({ asOf }: Freshness, blacklisted: BlacklistedBasis | null): ExportHead => [
  [terms.height, terms.noHeight(formatUtc(asOf))],
  [terms.blacklisted, blacklisted?.asOf ? formatUtc(blacklisted.asOf) : terms.notKnown],
];

/** A block still to come is one whose owners can change. */
const heightOf = (term: string, moment: MomentView): ExportHead => [
  [term, String(moment.height)],
  [terms.inWords(term), momentSentences(moment).join(" ")],
];

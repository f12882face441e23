import type { ListQuery } from "@/lib/contracts/list";
import type { Actor } from "@/lib/domain/actor";
import {
  EXPORT_FORMATS,
  EXPORTED_LISTS,
  type ExportedList,
  type ExportFormat,
  type ExportHead,
  exportName,
} from "@/lib/domain/exports";
import { AppError } from "@/lib/errors";
import { formatUtc } from "@/lib/format/times";
import { parseListState, type SearchParams } from "@/lib/list-state";
import { exportsText, headInEnglish } from "@/lib/messages/exports";
import { isUuid } from "@/lib/uuid";
import { audited } from "@/server/audit/audited";
import { now } from "@/server/platform/clock";
import { SOURCES } from "./export-lists";
import type { BegunExport, ExportSource } from "./export-source";

const { head: terms } = exportsText;

/** Lists of what lies on the chain or is to lie there, so that a block tells which state of it they are. */
const OF_A_BLOCK: ReadonlySet<ExportedList> = new Set([
  ...(["assets", "user-holdings", "gaid-balances", "balances", "utxos", "lost-outputs", "owners"] as const),
  ...(["assignments", "vesting", "distributions", "recipients", "distribution-intent"] as const),
  ...(["held-back", "foreign-orders", "foreign-outputs", "user-payments", "user-vesting"] as const),
  "distribution-transactions",
  ...(["supply-steps", "activity", "transactions", "changes"] as const),
]);

/** A file whose text comes portion by portion. */
export interface ExportFile {
  name: string;
  format: ExportFormat;
  chunks: AsyncIterable<string>;
}

/**
 * A whole list as a file, with the search, filters and order of its address; read page by page through the list's own
 * service, while it is downloaded. What the person may not see is refused before the first byte.
 * @param params of the address: `format`, `of` (an asset's or a bulk change's UUID, a category's or a user's id) and what the list's page knows
 * @throws AppError NOT_FOUND for no such list or what `of` names, and whatever the list's service throws
 */
export async function exportList(actor: Actor, list: string, params: SearchParams): Promise<ExportFile> {
  const name = EXPORTED_LISTS.find((known) => known === list);
  const format = EXPORT_FORMATS.find((known) => known === params.format);
  const of = typeof params.of === "string" ? params.of : "";
  if (!name || !format) throw new AppError("NOT_FOUND", exportsText.noList);
  const source: ExportSource = SOURCES[name];
  const { query } = parseListState(params, source.config(of));
  const belonging = source.of === null || source.of === "asset" ? {} : { [source.of]: of };
  const entry = {
    action: "export.downloaded",
    ...(source.of === "asset" && isUuid(of) ? { assetUuid: of } : {}),
    detail: { list: name, format, ...namedBy(name, query), ...belonging },
  };
  const begun = await audited(actor, entry, () => source.begin(actor, of, query));
  try {
    const head = headOf(actor, name, begun, query, belonging);
    return {
      name: exportName(namePartsOf(actor, name, begun), now(), format),
      format,
      chunks: begun.chunks(format, head),
    };
  } catch (error) {
    await begun.end();
    throw error;
  }
}

/** What a filter names instead of narrowing: an operation, an account, a campaign. */
function namedBy(list: ExportedList, { filters: { operation, gaid, chain, campaign } }: ListQuery) {
  if (list === "journal" || list === "distribution-intent" || list === "distribution-transactions")
    return { operation };
  if (list === "gaid-balances") return { gaid };
  return list === "campaign-orders" ? { chain, campaign } : {};
}

const namePartsOf = ({ environment }: Actor, list: ExportedList, { asset, about }: BegunExport) => {
  // Words in its place say that nobody told it.
  const height = about.find(([term, value]) => term === terms.height && /^\d+$/.test(value))?.[1];
  return [
    "ampdesk",
    environment,
    asset && (asset.ticker ?? asset.name),
    list,
    height ? `at-${height}` : null,
  ];
};

function headOf(
  actor: Actor,
  list: ExportedList,
  { asset, freshness, about, from }: BegunExport,
  query: ListQuery,
  { category, job, user }: { category?: string; job?: string; user?: string },
): ExportHead {
  const head: ExportHead = [
    [terms.list, exportsText.lists[list]],
    [terms.environment, actor.environment],
    ...(actor.accountName === null ? [] : ([[terms.account, actor.accountName]] as const)),
    ...(asset === null ? [] : ([[terms.asset, nameOf(asset)]] as const)),
    ...(category === undefined ? [] : ([[terms.category, category]] as const)),
    ...(job === undefined ? [] : ([[terms.job, job]] as const)),
    ...(user === undefined ? [] : ([[terms.user, user]] as const)),
    ...about,
    ...unlessTold(list, about, freshness.asOf),
    [terms.readAt, formatUtc(freshness.asOf)],
    [terms.source, terms.sources[from]],
    [terms.filter, filterOf(query)],
    [terms.amounts, terms.amountsText],
  ];
  return head.map(([term, value]) => [term, value, headInEnglish(term)]);
}

/** AMP tells of most lists no block: the file says so, and the time that stands for it. */
function unlessTold(list: ExportedList, about: ExportHead, asOf: Date): ExportHead {
  const isTold = about.some(([term]) => term === terms.height || term === terms.from);
  return isTold || !OF_A_BLOCK.has(list) ? [] : [[terms.height, terms.noHeight(formatUtc(asOf))]];
}

const nameOf = ({ name, ticker, assetUuid }: { name: string; ticker: string | null; assetUuid: string }) =>
  [name, ticker && `(${ticker})`, assetUuid].filter(Boolean).join(" ");

/** As the list's address says it. */
function filterOf({ q, sort, filters }: ListQuery): string {
  const pairs = { ...(q ? { q } : {}), ...filters, ...(sort ? { sort } : {}) };
  const text = Object.entries(pairs).map(([name, value]) => `${name}=${value}`);
  return text.length === 0 ? terms.noFilter : text.join("; ");
}

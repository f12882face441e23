import type { Metadata } from "next";
import { PartFailure } from "@/components/data/part-failure";
import { TransactionsTable } from "@/components/transactions/transactions-table";
import { promptly } from "@/components/ui/promptly";
import { parseListState } from "@/lib/list-state";
import { assetLists } from "@/lib/lists";
import { transactionsText } from "@/lib/messages/transactions";
import { pageData } from "@/server/doors/page-data";
import { listTransactions } from "@/server/services/transactions";

export const generateMetadata = (): Metadata => ({ title: transactionsText.title });

export default promptly(async function TransactionsPage({
  params,
  searchParams,
}: PageProps<"/assets/[uuid]/transactions">) {
  const { uuid } = await params;
  const state = parseListState(await searchParams, assetLists.transactions(uuid));
  const page = await pageData((actor) => listTransactions(actor, uuid, state.query));
  if (!page.ok) return <PartFailure error={page.error} state={state} />;
  return <TransactionsTable state={state} initial={page.data} assetUuid={uuid} />;
});

import type { Metadata } from "next";
import { PartFailure } from "@/components/data/part-failure";
import { BlindersCard } from "@/components/transactions/blinders-card";
import { TransactionFacts } from "@/components/transactions/transaction-facts";
import { TransactionInputs, TransactionOutputs } from "@/components/transactions/transaction-sides";
import { BackLink } from "@/components/ui/back-link";
import { Freshness } from "@/components/ui/freshness";
import { promptly } from "@/components/ui/promptly";
import { transactionsText } from "@/lib/messages/transactions";
import { may } from "@/lib/policy";
import { routes } from "@/lib/routes";
import { pageData } from "@/server/doors/page-data";
import { readTransaction } from "@/server/services/transactions";

export const generateMetadata = (): Metadata => ({ title: transactionsText.one });

export default promptly(async function TransactionPage({
  params,
}: PageProps<"/assets/[uuid]/transactions/[txid]">) {
  const { uuid, txid } = await params;
  const page = await pageData((actor) => readTransaction(actor, uuid, txid));
  if (!page.ok) return <PartFailure error={page.error} />;
  const { asset, transaction, asOf } = page.data;
  return (
    <div className="grid gap-5">
      <div className="flex flex-wrap items-center justify-between gap-2">
        <BackLink href={routes.transactions(uuid)}>{transactionsText.all}</BackLink>
        <Freshness freshness={{ asOf, source: "amp" }} />
      </div>
      <TransactionFacts view={page.data} />
      <TransactionInputs rows={transaction.inputs} asset={asset} assetUuid={uuid} />
      <TransactionOutputs rows={transaction.outputs} asset={asset} />
      {may(page.actor.role, "transaction:reveal") && <BlindersCard assetUuid={uuid} txid={txid} />}
    </div>
  );
});

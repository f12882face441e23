import ArrowLeft from "lucide-react/icons/arrow-left";
import type { Metadata } from "next";
import { ErrorAlert } from "@/components/data/error-alert";
import { Retry } from "@/components/data/retry";
import { BlindersCard } from "@/components/transactions/blinders-card";
import { TransactionFacts } from "@/components/transactions/transaction-facts";
import { TransactionInputs, TransactionOutputs } from "@/components/transactions/transaction-sides";
import { ButtonLink } from "@/components/ui/button";
import { transactionsText } from "@/lib/messages/transactions";
import { may } from "@/lib/policy";
import { routes } from "@/lib/routes";
import { pageData } from "@/server/doors/page-data";
import { readTransaction } from "@/server/services/transactions";

export const metadata: Metadata = { title: transactionsText.one };

export default async function TransactionPage({ params }: PageProps<"/assets/[uuid]/transactions/[txid]">) {
  const { uuid, txid } = await params;
  const page = await pageData((actor) => readTransaction(actor, uuid, txid));
  if (!page.ok)
    return <ErrorAlert error={page.error} action={page.error.code !== "FORBIDDEN" && <Retry />} />;
  const { asset, transaction } = page.data;
  return (
    <div className="grid gap-5">
      <div>
        <ButtonLink
          size="sm"
          variant="ghost"
          href={routes.transactions(uuid)}
          icon={<ArrowLeft aria-hidden className="rtl:-scale-x-100" />}
        >
          {transactionsText.all}
        </ButtonLink>
      </div>
      <TransactionFacts view={page.data} />
      <TransactionInputs rows={transaction.inputs} asset={asset} assetUuid={uuid} />
      <TransactionOutputs rows={transaction.outputs} asset={asset} />
      {may(page.actor.role, "transaction:reveal") && <BlindersCard assetUuid={uuid} txid={txid} />}
    </div>
  );
}

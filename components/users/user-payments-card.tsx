import Inbox from "lucide-react/icons/inbox";
import { TransactionLink } from "@/components/distributions/amp-distribution-parts";
import { ExportButton } from "@/components/export/export-button";
import { Amount } from "@/components/ui/amount";
import { BlockTime } from "@/components/ui/block-time";
import { Card, CardHeader } from "@/components/ui/card";
import { CopyId } from "@/components/ui/copy-id";
import { EmptyState } from "@/components/ui/empty-state";
import { Link } from "@/components/ui/link";
import { RowTitle, Table, TableBody, TableHead, TableRow, Td, Th } from "@/components/ui/table";
import { SHOWN_PAYMENTS, type UserPayment } from "@/lib/domain/user-payments";
import { userFiles } from "@/lib/list-files";
import { parseListState } from "@/lib/list-state";
import { userPaymentsText as text } from "@/lib/messages/user-payments";
import { routes } from "@/lib/routes";

const { columns } = text;

interface UserPaymentsCardProps {
  userId: number;
  /** All of them, the newest first. */
  payments: UserPayment[];
  isManager: boolean;
  /** For whom transactions and distributions have pages. */
  canFollow: boolean;
}

/** What distributions paid to one user, over all assets the reader may see. */
export function UserPaymentsCard({ userId, payments, isManager, canFollow }: UserPaymentsCardProps) {
  const description = isManager ? text.managerDescription : text.description;
  const isPart = payments.length > SHOWN_PAYMENTS;
  return (
    <Card>
      <CardHeader
        title={text.title}
        description={isPart ? `${description} ${text.newest(SHOWN_PAYMENTS, payments.length)}` : description}
        actions={<ExportButton list="user-payments" state={parseListState({}, userFiles.payments(userId))} />}
        className="border-b-0"
      />
      {payments.length === 0 ? (
        <EmptyState icon={<Inbox aria-hidden />} title={text.none} className="border-border border-t">
          {text.noneText}
        </EmptyState>
      ) : (
        <Table caption={text.title} className="border-border border-t">
          <TableHead>
            <Th>{columns.asset}</Th>
            <Th numeric>{columns.amount}</Th>
            <Th>{columns.at}</Th>
            <Th>{columns.transaction}</Th>
            {canFollow && <Th>{columns.distribution}</Th>}
          </TableHead>
          <TableBody>
            {payments.slice(0, SHOWN_PAYMENTS).map((payment) => (
              <PaymentRow key={`${payment.txid}:${payment.vout}`} payment={payment} canFollow={canFollow} />
            ))}
          </TableBody>
        </Table>
      )}
    </Card>
  );
}

function PaymentRow({ payment, canFollow }: { payment: UserPayment; canFollow: boolean }) {
  const { assetUuid, assetName, ticker, precision, amountSats, at, blockHeight, txid } = payment;
  return (
    <TableRow>
      <RowTitle>
        <Link href={routes.asset(assetUuid)} className="font-medium hover:underline">
          {assetName}
        </Link>
      </RowTitle>
      <Td label={columns.amount} numeric>
        <Amount sats={amountSats} precision={precision} ticker={ticker} />
      </Td>
      <Td label={columns.at}>
        <BlockTime at={at} height={blockHeight} />
      </Td>
      <Td label={columns.transaction}>
        {canFollow ? (
          <TransactionLink assetUuid={assetUuid} txid={txid} />
        ) : (
          <CopyId value={txid} label={text.txid} ends={8} />
        )}
      </Td>
      {canFollow && (
        <Td label={columns.distribution}>
          <Link
            href={routes.ampDistribution(assetUuid, payment.distributionUuid)}
            aria-label={text.distributionOf(assetName)}
            className="inline-block min-h-6 text-link leading-6 hover:underline"
          >
            {text.distribution}
          </Link>
        </Td>
      )}
    </TableRow>
  );
}

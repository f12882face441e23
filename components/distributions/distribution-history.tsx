import Link from "next/link";
import { OperationStatus } from "@/components/operations/operation-status";
import { Amount } from "@/components/ui/amount";
import { BlockTime } from "@/components/ui/block-time";
import { Card, CardHeader } from "@/components/ui/card";
import { RowTitle, Table, TableBody, TableHead, TableRow, Td, Th } from "@/components/ui/table";
import type { Asset } from "@/lib/contracts/amp/assets";
import type { OperationView } from "@/lib/domain/operation";
import { distributionsText } from "@/lib/messages/distributions";
import { routes } from "@/lib/routes";

const { history: text } = distributionsText;

/** Every distribution of the asset that this desk ran, newest first. */
export function DistributionHistory({ asset, operations }: { asset: Asset; operations: OperationView[] }) {
  if (operations.length === 0) return null;
  return (
    <Card>
      <CardHeader title={text.title} />
      <Table caption={text.title}>
        <TableHead>
          <Th>{text.when}</Th>
          <Th>{text.state}</Th>
          <Th numeric>{text.recipients}</Th>
          <Th numeric>{text.amount}</Th>
          <Th>{text.by}</Th>
        </TableHead>
        <TableBody>
          {operations.map((operation) => (
            <TableRow key={operation.id}>
              <RowTitle>
                <Link
                  href={routes.distribution(asset.assetUuid, operation.id)}
                  className="font-medium hover:underline"
                >
                  <BlockTime at={operation.createdAt} />
                </Link>
              </RowTitle>
              <Td label={text.state}>
                <OperationStatus state={operation.state} />
              </Td>
              <Td label={text.recipients} numeric>
                {operation.intent.assignments.length}
              </Td>
              <Td label={text.amount} numeric>
                <Amount sats={operation.intent.totalSats} precision={asset.precision} ticker={asset.ticker} />
              </Td>
              <Td label={text.by}>{operation.requestedBy}</Td>
            </TableRow>
          ))}
        </TableBody>
      </Table>
    </Card>
  );
}

import { OperationStatus } from "@/components/operations/operation-status";
import { Amount } from "@/components/ui/amount";
import { BlockTime } from "@/components/ui/block-time";
import { ButtonLink } from "@/components/ui/button";
import { Card, CardBody, CardHeader } from "@/components/ui/card";
import { Link } from "@/components/ui/link";
import type { OperationRow } from "@/lib/domain/treasury";
import { operationsText } from "@/lib/messages/operations";
import { overviewText } from "@/lib/messages/overview";
import { routes } from "@/lib/routes";

const { operations: text } = overviewText;

/** Open operations, which move by themselves, before the latest others. */
export function OperationsCard({ operations }: { operations: OperationRow[] }) {
  return (
    <Card>
      <CardHeader
        title={text.title}
        actions={
          <ButtonLink size="sm" variant="ghost" href={routes.treasury}>
            {text.all}
          </ButtonLink>
        }
      />
      {operations.length === 0 ? (
        <CardBody>
          <p className="text-muted-foreground text-sm">{text.none}</p>
        </CardBody>
      ) : (
        <ul className="divide-y divide-border">
          {operations.map((operation) => (
            <li
              key={operation.id}
              className="grid items-center gap-x-4 gap-y-1 px-4 py-2.5 text-sm sm:grid-cols-[minmax(0,1fr)_auto_auto_auto]"
            >
              <Link href={routes.operation(operation)} className="truncate font-medium hover:underline">
                {operationsText.of(operation.kind, operation.assetName)}
              </Link>
              <Amount sats={operation.totalSats} precision={operation.precision} ticker={operation.ticker} />
              <OperationStatus state={operation.state} />
              <BlockTime at={operation.createdAt} />
            </li>
          ))}
        </ul>
      )}
    </Card>
  );
}

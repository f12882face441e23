"use client";

import Send from "lucide-react/icons/send";
import { PortionTable } from "@/components/data/portion-table";
import { Amount } from "@/components/ui/amount";
import { ButtonLink } from "@/components/ui/button";
import { Card, CardHeader } from "@/components/ui/card";
import { CopyId } from "@/components/ui/copy-id";
import { EmptyState } from "@/components/ui/empty-state";
import { Link } from "@/components/ui/link";
import { RowTitle, TableRow, Td, Th } from "@/components/ui/table";
import type { DistributionIntent } from "@/lib/domain/intent";
import { distributionsText } from "@/lib/messages/distributions";
import { routes } from "@/lib/routes";

const { intent: text } = distributionsText;

/** Who gets how much, row by row: what a person approves. */
export function IntentTable({ intent, title = text.title }: { intent: DistributionIntent; title?: string }) {
  if (intent.assignments.length === 0) {
    return (
      <Card>
        <EmptyState
          icon={<Send aria-hidden />}
          title={text.empty}
          action={<ButtonLink href={routes.assignments(intent.assetUuid)}>{text.toAssignments}</ButtonLink>}
        >
          {text.emptyText}
        </EmptyState>
      </Card>
    );
  }
  return (
    <Card>
      <CardHeader title={title} description={text.lead(intent.assignments.length)} />
      <PortionTable
        rows={intent.assignments}
        caption={title}
        head={
          <>
            <Th>{text.user}</Th>
            <Th>{text.gaid}</Th>
            <Th numeric>{text.assignment}</Th>
            <Th numeric>{text.amount}</Th>
          </>
        }
        row={(part) => (
          <TableRow key={part.assignmentId}>
            <RowTitle>
              <Link href={routes.user(part.registeredUser)} className="font-medium hover:underline">
                {part.userName}
              </Link>
            </RowTitle>
            <Td label={text.gaid}>
              <CopyId value={part.gaid} label={text.gaid} />
            </Td>
            <Td label={text.assignment} numeric>
              {part.assignmentId}
            </Td>
            <Td label={text.amount} numeric>
              <Amount sats={part.amountSats} precision={intent.precision} ticker={intent.ticker} />
            </Td>
          </TableRow>
        )}
        foot={
          <TableRow>
            <RowTitle>{text.total}</RowTitle>
            <Td className="max-sm:hidden" />
            <Td className="max-sm:hidden" />
            <Td label={text.amount} numeric>
              <Amount
                sats={intent.totalSats}
                precision={intent.precision}
                ticker={intent.ticker}
                className="font-semibold"
              />
            </Td>
          </TableRow>
        }
      />
    </Card>
  );
}

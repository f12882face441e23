"use client";

import Send from "lucide-react/icons/send";
import { useMore } from "@/components/data/use-more";
import { ExportButton } from "@/components/export/export-button";
import { Amount } from "@/components/ui/amount";
import { ButtonLink } from "@/components/ui/button";
import { Card, CardHeader } from "@/components/ui/card";
import { CopyId } from "@/components/ui/copy-id";
import { EmptyState } from "@/components/ui/empty-state";
import { Link } from "@/components/ui/link";
import { RowTitle, Table, TableBody, TableFoot, TableHead, TableRow, Td, Th } from "@/components/ui/table";
import type { ShownIntent } from "@/lib/domain/shown-intent";
import type { ListState } from "@/lib/list-state";
import { distributionsText } from "@/lib/messages/distributions";
import { routes } from "@/lib/routes";

const { intent: text } = distributionsText;

interface IntentTableProps {
  intent: ShownIntent;
  /** What answers with the rows behind a number. */
  pathBehind: (after: number) => string;
  /** The file of all of them, where the page has no other. */
  file?: ListState;
  title?: string;
}

/** Who gets how much, row by row: what a person approves. */
export function IntentTable({ intent, pathBehind, file, title = text.title }: IntentTableProps) {
  const { rows, more } = useMore(intent.assignments, pathBehind);
  if (intent.assignments.total === 0) {
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
      <CardHeader
        title={title}
        description={text.lead(intent.assignments.total)}
        actions={file && <ExportButton list="distribution-intent" state={file} />}
      />
      <Table caption={title}>
        <TableHead>
          <Th>{text.user}</Th>
          <Th>{text.gaid}</Th>
          <Th numeric>{text.assignment}</Th>
          <Th numeric>{text.amount}</Th>
        </TableHead>
        <TableBody>
          {rows.map((part) => (
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
          ))}
        </TableBody>
        <TableFoot>
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
        </TableFoot>
      </Table>
      {more}
    </Card>
  );
}

"use client";

import Send from "lucide-react/icons/send";
import type { ReactNode } from "react";
import { PortionTable } from "@/components/data/portion-table";
import { Amount } from "@/components/ui/amount";
import { ButtonLink } from "@/components/ui/button";
import { Card, CardBody, CardHeader } from "@/components/ui/card";
import { CopyId } from "@/components/ui/copy-id";
import { EmptyState } from "@/components/ui/empty-state";
import { Link } from "@/components/ui/link";
import { Status } from "@/components/ui/status";
import { RowTitle, TableRow, Td, Th } from "@/components/ui/table";
import type { DistributionPreview } from "@/lib/domain/distribution";
import type { DistributionIntent } from "@/lib/domain/intent";
import { distributionsText } from "@/lib/messages/distributions";
import { routes } from "@/lib/routes";

const { intent: text, heldBack } = distributionsText;

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

/** The assignments that stay behind, each with its reason. @param invite what to do about a missing GAID */
export function HeldBackList({ preview, invite }: { preview: DistributionPreview; invite: ReactNode }) {
  if (preview.heldBack.length === 0) return null;
  const { precision, ticker } = preview.asset;
  return (
    <Card>
      <CardHeader title={heldBack.title} description={heldBack.lead} />
      {invite && <CardBody className="border-border border-b">{invite}</CardBody>}
      <PortionTable
        rows={preview.heldBack}
        caption={heldBack.title}
        head={
          <>
            <Th>{text.user}</Th>
            <Th>{heldBack.why}</Th>
            <Th numeric>{text.amount}</Th>
          </>
        }
        row={({ row, why }) => (
          <TableRow key={row.id}>
            <RowTitle>
              <Link href={routes.user(row.registeredUser)} className="font-medium hover:underline">
                {row.userName}
              </Link>
            </RowTitle>
            <Td label={heldBack.why}>
              <Status tone={why === "vesting" ? "waiting" : "blocked"}>{heldBack.reasons[why]}</Status>
            </Td>
            <Td label={text.amount} numeric>
              <Amount sats={row.amount} precision={precision} ticker={ticker} />
            </Td>
          </TableRow>
        )}
      />
    </Card>
  );
}

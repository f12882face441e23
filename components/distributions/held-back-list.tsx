"use client";

import type { ReactNode } from "react";
import { useMore } from "@/components/data/use-more";
import { ExportButton } from "@/components/export/export-button";
import { Amount } from "@/components/ui/amount";
import { Card, CardBody, CardHeader } from "@/components/ui/card";
import { Link } from "@/components/ui/link";
import { Status } from "@/components/ui/status";
import { RowTitle, Table, TableBody, TableHead, TableRow, Td, Th } from "@/components/ui/table";
import type { DistributionPreview } from "@/lib/domain/distribution";
import { distributionsText } from "@/lib/messages/distributions";
import { routes } from "@/lib/routes";
import { fileBeside } from "./intent-paths";

const { intent: text, heldBack } = distributionsText;

interface HeldBackListProps {
  preview: Pick<DistributionPreview, "asset" | "heldBack">;
  /** What to do about a missing GAID. */
  invite: ReactNode;
}

/** The assignments that stay behind, each with its reason. */
export function HeldBackList({ preview: { asset, heldBack: first }, invite }: HeldBackListProps) {
  const path = `/api${routes.distributions(asset.assetUuid)}/held-back`;
  const { rows, more } = useMore(first, (after) => `${path}?after=${after}`);
  return (
    <Card>
      <CardHeader
        title={heldBack.title}
        description={heldBack.lead}
        actions={<ExportButton list="held-back" state={fileBeside(asset.assetUuid)} />}
      />
      {invite && <CardBody className="border-border border-b">{invite}</CardBody>}
      <Table caption={heldBack.title}>
        <TableHead>
          <Th>{text.user}</Th>
          <Th>{heldBack.why}</Th>
          <Th numeric>{text.amount}</Th>
        </TableHead>
        <TableBody>
          {rows.map(({ id, registeredUser, userName, amountSats, why }) => (
            <TableRow key={id}>
              <RowTitle>
                <Link href={routes.user(registeredUser)} className="font-medium hover:underline">
                  {userName}
                </Link>
              </RowTitle>
              <Td label={heldBack.why}>
                <Status tone={why === "vesting" ? "waiting" : "blocked"}>{heldBack.reasons[why]}</Status>
              </Td>
              <Td label={text.amount} numeric>
                <Amount sats={amountSats} precision={asset.precision} ticker={asset.ticker} />
              </Td>
            </TableRow>
          ))}
        </TableBody>
      </Table>
      {more}
    </Card>
  );
}

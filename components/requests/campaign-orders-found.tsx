"use client";

import { ExportButton } from "@/components/export/export-button";
import { CardBody } from "@/components/ui/card";
import { CopyId } from "@/components/ui/copy-id";
import { Table, TableBody, TableHead, TableRow, Td, Th } from "@/components/ui/table";
import type { CampaignOrders } from "@/lib/domain/auto-invest";
import { coinAmount } from "@/lib/format/coin-amount";
import { parseListState } from "@/lib/list-state";
import { campaignOrdersText as text } from "@/lib/messages/campaign-orders";
import { routes } from "@/lib/routes";

/** As `workspaceFiles` has it, without the table of all lists among the page's scripts. */
const fileOf = (asked: URLSearchParams) =>
  parseListState(
    { chain: asked.get("chain") ?? "", campaign: asked.get("address") ?? "" },
    { path: routes.requests, sorts: [], filters: { chain: "any", campaign: "any" } },
  );

/** What was ordered for a campaign. @param asked network and address, as the question had them */
export function CampaignOrdersFound({ coin, orders, asked }: CampaignOrders & { asked: URLSearchParams }) {
  if (orders.length === 0)
    return <CardBody className="pt-0 text-muted-foreground text-sm">{text.none}</CardBody>;
  const total = orders.reduce((sum, { amount }) => sum + amount, 0n);
  return (
    <>
      <CardBody className="flex flex-wrap items-center justify-between gap-2 pt-0 text-sm">
        <p>{text.summary(orders.length, coinAmount(total, coin))}</p>
        <ExportButton list="campaign-orders" state={fileOf(asked)} />
      </CardBody>
      {/* The sum is said aloud; hundreds of wallets are not. */}
      <div aria-live="off">
        <Table caption={text.caption}>
          <TableHead>
            <Th>{text.columns.wallet}</Th>
            <Th numeric>{text.columns.amount}</Th>
          </TableHead>
          <TableBody>
            {orders.map(({ wallet, amount }) => (
              <TableRow key={wallet}>
                <Td label={text.columns.wallet}>
                  <CopyId value={wallet} label={text.columns.wallet} />
                </Td>
                <Td label={text.columns.amount} numeric>
                  {coinAmount(amount, coin)}
                </Td>
              </TableRow>
            ))}
          </TableBody>
        </Table>
      </div>
    </>
  );
}

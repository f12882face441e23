"use client";

import { ConfirmAction } from "@/components/data/confirm-action";
import { ErrorAlert } from "@/components/data/error-alert";
import { useLive } from "@/components/data/use-live";
import { Card, CardBody, CardHeader } from "@/components/ui/card";
import { CopyId } from "@/components/ui/copy-id";
import { Table, TableBody, TableHead, TableRow, Td, Th } from "@/components/ui/table";
import type { AutoInvestOrder } from "@/lib/domain/auto-invest";
import type { OfferedChain } from "@/lib/domain/investor";
import { coinAmount } from "@/lib/format/coin-amount";
import { autoInvestText as text } from "@/lib/messages/invest-pages";
import { cancelAutoInvest } from "@/server/actions/invest-chain";
import { chainName } from "./chain-words";
import { useInvestorAction, useInvestorPath } from "./signed-in";

const EVERY_MS = 8_000;

interface OpenOrdersProps {
  initial: AutoInvestOrder[];
  chains: readonly OfferedChain[];
}

/** Orders that wait for their coins or are on their way. */
export function OpenOrders({ initial, chains }: OpenOrdersProps) {
  const { data: orders, error } = useLive(useInvestorPath("/api/invest/auto-invest"), initial, {
    everyMs: EVERY_MS,
  });
  const cancel = useInvestorAction(cancelAutoInvest);
  return (
    <Card>
      <CardHeader title={text.openTitle} />
      {error && (
        <CardBody className="pb-0">
          <ErrorAlert error={error} />
        </CardBody>
      )}
      {orders.length === 0 ? (
        <CardBody className="text-muted-foreground text-sm">{text.none}</CardBody>
      ) : (
        <Table caption={text.openTitle}>
          <TableHead>
            <Th>{text.columns.campaign}</Th>
            <Th>{text.columns.chain}</Th>
            <Th numeric>{text.columns.amount}</Th>
            <Th fit />
          </TableHead>
          <TableBody>
            {orders.map(({ chainId, campaign, amount, coin }) => (
              <TableRow key={`${chainId}:${campaign}`}>
                <Td label={text.columns.campaign}>
                  <CopyId value={campaign} label={text.columns.campaign} />
                </Td>
                <Td label={text.columns.chain}>{chainName(chainId, chains)}</Td>
                <Td label={text.columns.amount} numeric>
                  {coinAmount(amount, coin)}
                </Td>
                <Td fit>
                  <ConfirmAction
                    size="sm"
                    variant="danger-quiet"
                    title={text.cancelTitle}
                    consequence={text.cancelText}
                    confirmLabel={text.cancel}
                    action={() => cancel({ chainId, campaign })}
                    done={text.cancelled}
                  >
                    {text.cancel}
                  </ConfirmAction>
                </Td>
              </TableRow>
            ))}
          </TableBody>
        </Table>
      )}
    </Card>
  );
}

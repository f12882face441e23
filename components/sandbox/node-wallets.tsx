import { Amount } from "@/components/ui/amount";
import { Card, CardBody, CardHeader } from "@/components/ui/card";
import { DialogButton } from "@/components/ui/dialog-button";
import { RowTitle, Table, TableBody, TableHead, TableRow, Td, Th } from "@/components/ui/table";
import { LBTC } from "@/lib/domain/treasury";
import { sandboxText } from "@/lib/messages/sandbox";

const { funds: text } = sandboxText;
const load = () => import("./fund-dialog").then((module) => module.FundDialog);

/** What the node's wallets have for fees. @param wallets L-BTC in sats by name */
export function NodeWallets({ wallets }: { wallets: Record<string, bigint> }) {
  const rows = Object.entries(wallets);
  return (
    <Card>
      <CardHeader title={text.title} description={text.description} />
      {rows.length === 0 ? (
        <CardBody className="text-muted-foreground text-sm">{text.none}</CardBody>
      ) : (
        <Table caption={text.caption}>
          <TableHead>
            <Th>{text.wallet}</Th>
            <Th numeric>{text.balance}</Th>
            <Th fit>
              <span className="sr-only">{text.button}</span>
            </Th>
          </TableHead>
          <TableBody>
            {rows.map(([name, sats]) => (
              <TableRow key={name}>
                <RowTitle>{name}</RowTitle>
                <Td label={text.balance} numeric>
                  <Amount sats={sats} precision={LBTC.precision} />
                </Td>
                <Td fit>
                  <DialogButton
                    load={load}
                    dialog={{ wallet: name }}
                    size="sm"
                    aria-label={text.buttonFor(name)}
                  >
                    {text.button}
                  </DialogButton>
                </Td>
              </TableRow>
            ))}
          </TableBody>
        </Table>
      )}
    </Card>
  );
}

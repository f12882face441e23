import { Amount } from "@/components/ui/amount";
import { Card, CardBody, CardHeader } from "@/components/ui/card";
import { DialogButton } from "@/components/ui/dialog-button";
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
        <ul className="divide-y divide-border">
          {rows.map(([name, sats]) => (
            <li key={name} className="flex items-center gap-4 px-4 py-2 text-sm">
              <span className="min-w-0 flex-1 break-words font-medium">{name}</span>
              <Amount sats={sats} precision={LBTC.precision} ticker={LBTC.ticker} />
              <DialogButton load={load} dialog={{ wallet: name }} size="sm" aria-label={text.buttonFor(name)}>
                {text.button}
              </DialogButton>
            </li>
          ))}
        </ul>
      )}
    </Card>
  );
}

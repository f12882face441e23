import { Amount } from "@/components/ui/amount";
import { Badge } from "@/components/ui/badge";
import { BlockTime } from "@/components/ui/block-time";
import { CopyId } from "@/components/ui/copy-id";
import { Link } from "@/components/ui/link";
import { TableRow, Td } from "@/components/ui/table";
import type { MovementRow } from "@/lib/domain/sandbox";
import { sandboxWalletsText } from "@/lib/messages/sandbox-wallets";
import { routes } from "@/lib/routes";
import { AssetTitle, unitOf } from "./holdings";

const { wallet: text, verdict } = sandboxWalletsText;

/** One transaction of a wallet: per asset what came in less what went out. */
export function MovementTableRow({ movement }: { movement: MovementRow }) {
  const { txid, at, blockheight, authorization, changes } = movement;
  const isSend = changes.some(({ type }) => type === "send");
  return (
    <TableRow>
      <Td label={text.columns.at}>
        <BlockTime at={blockheight === null ? null : at} height={blockheight} />
      </Td>
      <Td label={text.columns.what}>
        <Badge tone={isSend ? "neutral" : "ok"}>{isSend ? text.send : text.receive}</Badge>
      </Td>
      <Td label={text.columns.amount} numeric>
        <ul className="grid gap-0.5">
          {changes.map((change) => (
            <li key={change.assetId}>
              <Amount sats={change.netSats} precision={change.precision} ticker={unitOf(change)} signed />
              <span className="ms-2 text-muted-foreground text-xs">
                <AssetTitle asset={change} assetId={change.assetId} />
              </span>
            </li>
          ))}
        </ul>
      </Td>
      <Td label={text.columns.decision}>
        {authorization ? (
          <Link
            href={routes.sandboxDecision(authorization)}
            className="inline-block min-h-6 leading-6 hover:underline"
          >
            {text.decision}
          </Link>
        ) : (
          <span className="text-muted-foreground">{text.noDecision}</span>
        )}
      </Td>
      <Td label={text.columns.txid}>
        <CopyId value={txid} label={verdict.txid} />
      </Td>
    </TableRow>
  );
}

import { Link } from "@/components/ui/link";
import { Status } from "@/components/ui/status";
import type { AmpDistributionRow } from "@/lib/domain/amp-distribution";
import { shortenMiddle } from "@/lib/format/ids";
import { ampDistributionsText as text } from "@/lib/messages/amp-distributions";
import { routes } from "@/lib/routes";

export const AmpStatus = ({ status }: Pick<AmpDistributionRow, "status">) => (
  <Status tone={status === "CONFIRMED" ? "ok" : "waiting"}>{text.statuses[status]}</Status>
);

export const TransactionLink = ({ assetUuid, txid }: { assetUuid: string; txid: string }) => (
  <Link
    href={routes.transaction(assetUuid, txid)}
    title={txid}
    className="inline-block min-h-6 font-mono text-link text-xs leading-6 underline-offset-2 hover:underline"
  >
    {shortenMiddle(txid, 8)}
  </Link>
);

/** Where this desk carried it out, or that it did not. */
export function OwnOperation({
  assetUuid,
  operationId,
}: {
  assetUuid: string;
} & Pick<AmpDistributionRow, "operationId">) {
  if (operationId === null) return <span className="text-muted-foreground">{text.elsewhere}</span>;
  return (
    <Link
      href={routes.distribution(assetUuid, operationId)}
      className="inline-block min-h-6 text-link leading-6 underline-offset-2 hover:underline"
    >
      {text.operation(operationId.slice(0, 8))}
    </Link>
  );
}

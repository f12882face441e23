import type { ListPage } from "@/lib/contracts/list";
import type { OperationKind } from "./intent";
import type { AssetUnit } from "./transactions";
import type { UtxoRef } from "./utxos";
import type { AlertState } from "./watch";

export interface LostOutput extends UtxoRef {
  /** Of the reissuance token, whose amount is counted in sats. */
  isToken: boolean;
  /** Null when AMP does not tell what it held. */
  amountSats: bigint | null;
  /** The transaction that spent it and what a person said about it, where the watch knows. */
  spentBy: string | null;
  alert: AlertState | null;
}

export interface LostOutputsView {
  asset: AssetUnit & { name: string; assetId: string; assetUuid: string };
  page: ListPage<LostOutput>;
  /** For AMP's support, about all of them. */
  report: string;
}

/** Outputs that the report names; the file of the list has them all. */
const NAMED = 200;

interface Reported {
  asset: LostOutputsView["asset"];
  outputs: readonly (UtxoRef & Pick<LostOutput, "isToken" | "spentBy">)[];
  asOf: Date;
}

/** What AMP's support needs to repair its books, as plain lines. */
export function supportReport({ asset, outputs, asOf }: Reported): string {
  const lines = outputs
    .slice(0, NAMED)
    .map(({ txid, vout, isToken, spentBy }) =>
      [
        `${isToken ? "reissuance token" : "asset"} ${txid}:${vout}`,
        ...(spentBy === null ? [] : [`spent by ${spentBy}`]),
      ].join(", "),
    );
  return [
    `Asset: ${asset.name}`,
    `Asset UUID: ${asset.assetUuid}`,
    `Asset id: ${asset.assetId}`,
    `Lost outputs as of ${asOf.toISOString()}:`,
    ...lines,
    ...(outputs.length > NAMED ? [`and ${outputs.length - NAMED} more, in the file of the list`] : []),
  ].join("\n");
}

/**
 * How many lost outputs stop an operation: any of the asset; a lost reissuance token, which nothing else spends, stops
 * reissuances alone. The watch's alert of it holds up everything until a person has looked.
 */
export const stoppedBy = (
  kind: OperationKind,
  { lostOutputs, reissuanceLostOutputs }: { lostOutputs: unknown[]; reissuanceLostOutputs: unknown[] },
): number => lostOutputs.length + (kind === "reissuance" ? reissuanceLostOutputs.length : 0);

import { ExportButton } from "@/components/export/export-button";
import { Alert } from "@/components/ui/alert";
import { Amount } from "@/components/ui/amount";
import { Badge, type Tone } from "@/components/ui/badge";
import { BlockTime } from "@/components/ui/block-time";
import { Card, CardBody, CardHeader } from "@/components/ui/card";
import { CopyId } from "@/components/ui/copy-id";
import { Link } from "@/components/ui/link";
import { Table, TableBody, TableHead, TableRow, Td, Th } from "@/components/ui/table";
import type { MoveKind } from "@/lib/domain/movements";
import { type SupplyChange, type SupplyHistoryView, supplyDisagreements } from "@/lib/domain/supply-history";
import { formatAmount } from "@/lib/format/amounts";
import { formatUtcDay } from "@/lib/format/times";
import { assetFiles } from "@/lib/list-files";
import { parseListState } from "@/lib/list-state";
import { commonText } from "@/lib/messages/common";
import { supplyHistoryText as text } from "@/lib/messages/supply-history";
import { routes } from "@/lib/routes";
import { SupplyLine } from "./supply-line";

const { columns } = text;

/** Rows shown; what is older stands among the activities. */
const NEWEST = 100;

const TONES: Partial<Record<MoveKind, Tone>> = { issuance: "info", reissuance: "info", burn: "blocked" };

/** How the supply became what it is: a line, and a table of every step, the newest first. */
export function SupplyHistory({ view, assetUuid }: { view: SupplyHistoryView; assetUuid: string }) {
  const { asset, changes, movedSats } = view;
  const [first, last] = [changes[0], changes.at(-1)];
  const unit = (sats: bigint) => formatAmount(sats, asset.precision, { ticker: asset.ticker });
  return (
    <Card>
      <CardHeader
        title={text.title}
        description={text.description}
        actions={
          <ExportButton list="supply-steps" state={parseListState({}, assetFiles.supplySteps(assetUuid))} />
        }
      />
      <Disagreements view={view} unit={unit} />
      {first && last ? (
        <>
          <CardBody>
            <p className="mb-2 font-medium">{text.now(unit(movedSats))}</p>
            <figure
              role="img"
              aria-label={text.chart(
                formatUtcDay(first.at),
                formatUtcDay(last.at),
                text.steps(changes.length),
              )}
              className="h-48"
            >
              <SupplyLine changes={changes} asset={asset} />
            </figure>
          </CardBody>
          <Steps changes={changes} asset={asset} />
          {changes.length > NEWEST && (
            <p className="border-border border-t px-4 py-2.5 text-muted-foreground text-sm">
              {text.older(changes.length - NEWEST)}{" "}
              <Link
                href={routes.activity(assetUuid)}
                className="text-link underline-offset-2 hover:underline"
              >
                {text.seeActivity}
              </Link>
            </p>
          )}
        </>
      ) : (
        <CardBody className="text-muted-foreground text-sm">{text.empty}</CardBody>
      )}
    </Card>
  );
}

function Steps({ changes, asset }: Pick<SupplyHistoryView, "changes" | "asset">) {
  return (
    <Table caption={text.caption}>
      <TableHead>
        <Th>{columns.when}</Th>
        <Th>{columns.what}</Th>
        <Th numeric>{columns.change}</Th>
        <Th numeric>{columns.supply}</Th>
        <Th>{columns.transaction}</Th>
        <Th>{columns.to}</Th>
      </TableHead>
      <TableBody>
        {[...changes]
          .reverse()
          .slice(0, NEWEST)
          .map((change) => (
            <Step key={change.txid} change={change} asset={asset} />
          ))}
      </TableBody>
    </Table>
  );
}

function Step({ change, asset }: { change: SupplyChange; asset: SupplyHistoryView["asset"] }) {
  const { precision, ticker } = asset;
  return (
    <TableRow>
      <Td label={columns.when}>
        <BlockTime at={change.at} height={change.height} />
      </Td>
      <Td label={columns.what}>
        <Badge tone={TONES[change.kind] ?? "neutral"}>{text.kinds[change.kind] ?? change.kind}</Badge>
      </Td>
      <Td label={columns.change} numeric>
        <Amount sats={change.changeSats} precision={precision} ticker={ticker} signed />
      </Td>
      <Td label={columns.supply} numeric>
        <Amount sats={change.supplySats} precision={precision} ticker={ticker} />
      </Td>
      <Td label={columns.transaction}>
        <CopyId value={change.txid} label={text.txid} />
      </Td>
      <Td label={columns.to}>
        {change.address ? <CopyId value={change.address} label={text.address} /> : untold(change)}
      </Td>
    </TableRow>
  );
}

const untold = ({ kind }: SupplyChange) => (kind === "reissuance" ? text.untold : commonText.none);

function Disagreements({ view, unit }: { view: SupplyHistoryView; unit: (sats: bigint) => string }) {
  const found = supplyDisagreements(view);
  if (found.length === 0) return null;
  const words = {
    supply: text.disagree.supply(unit(view.movedSats), unit(view.summarySats)),
    reissuances: text.disagree.reissuances(
      unit(view.listedReissuedSats ?? 0n),
      unit(view.summaryReissuedSats),
    ),
  };
  return (
    <CardBody>
      <Alert tone="danger" title={text.disagree.title}>
        {found.map((kind) => (
          <p key={kind}>{words[kind]}</p>
        ))}
      </Alert>
    </CardBody>
  );
}

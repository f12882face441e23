import { ExportButton } from "@/components/export/export-button";
import { Alert } from "@/components/ui/alert";
import { Amount } from "@/components/ui/amount";
import { ButtonLink } from "@/components/ui/button";
import { Card, CardBody, CardHeader } from "@/components/ui/card";
import { CopyButton } from "@/components/ui/copy-button";
import { CopyId } from "@/components/ui/copy-id";
import { EmptyState } from "@/components/ui/empty-state";
import { Freshness } from "@/components/ui/freshness";
import { Pagination } from "@/components/ui/pagination";
import { Status } from "@/components/ui/status";
import { Table, TableBody, TableHead, TableRow, Td, Th } from "@/components/ui/table";
import type { LostOutput, LostOutputsView } from "@/lib/domain/lost-outputs";
import { utxoKey } from "@/lib/domain/utxos";
import type { ListState } from "@/lib/list-state";
import { lostOutputsText as text } from "@/lib/messages/lost-outputs";
import { outputsText } from "@/lib/messages/outputs";
import { routes } from "@/lib/routes";

const { columns, steps, report } = text;
/** Tokens are counted in sats, whatever the asset's precision is. */
const TOKEN_PRECISION = 0;

export function LostOutputs({ view, state }: { view: LostOutputsView; state: ListState }) {
  const { asset, page } = view;
  const { rows, total, nextCursor } = page;
  const found = total ?? rows.length;
  const freshness = <Freshness freshness={page.freshness} />;
  if (found === 0)
    return (
      <Card>
        <CardHeader title={text.title} actions={freshness} />
        <EmptyState title={text.none.title}>{text.none.text}</EmptyState>
      </Card>
    );
  return (
    <div className="grid gap-5">
      <Alert tone="danger" title={text.found(found)} safe={text.safe}>
        {text.stops}
      </Alert>
      <Card>
        <CardHeader
          title={text.title}
          actions={
            <>
              {freshness}
              <ExportButton list="lost-outputs" state={state} />
            </>
          }
        />
        <Table caption={text.caption}>
          <TableHead>
            <Th>{columns.what}</Th>
            <Th numeric>{columns.amount}</Th>
            <Th>{columns.output}</Th>
            <Th>{columns.spentBy}</Th>
            <Th>{columns.state}</Th>
          </TableHead>
          <TableBody>
            {rows.map((output) => (
              <Row key={utxoKey(output)} output={output} asset={asset} />
            ))}
          </TableBody>
        </Table>
        {rows.length < found && (
          <Pagination state={state} shown={rows.length} total={found} nextCursor={nextCursor} />
        )}
      </Card>
      <div className="grid items-start gap-5 lg:grid-cols-2">
        <Steps assetUuid={asset.assetUuid} />
        <Card>
          <CardHeader
            title={report.title}
            description={report.text}
            actions={<CopyButton value={view.report} label={report.copy} done={report.copied} />}
          />
          <CardBody>
            <pre className="whitespace-pre-wrap break-all font-mono text-xs">{view.report}</pre>
          </CardBody>
        </Card>
      </div>
    </div>
  );
}

function Row({ output, asset }: { output: LostOutput; asset: LostOutputsView["asset"] }) {
  const { isToken, amountSats, spentBy, alert } = output;
  return (
    <TableRow>
      <Td label={columns.what}>{isToken ? text.token : text.asset}</Td>
      <Td label={columns.amount} numeric>
        {amountSats === null ? (
          <span className="text-muted-foreground">{text.amountUnknown}</span>
        ) : (
          <Amount
            sats={amountSats}
            precision={isToken ? TOKEN_PRECISION : asset.precision}
            ticker={isToken ? null : asset.ticker}
          />
        )}
      </Td>
      <Td label={columns.output}>
        <CopyId value={utxoKey(output)} label={outputsText.output} />
      </Td>
      <Td label={columns.spentBy}>
        {spentBy === null ? (
          <span className="text-muted-foreground">{text.spentUnknown}</span>
        ) : (
          <CopyId value={spentBy} label={outputsText.transaction} />
        )}
      </Td>
      <Td label={columns.state}>
        <Status tone={alert === "acknowledged" ? "waiting" : "danger"} wraps>
          {alert === null ? text.noAlert : text.alerts[alert]}
        </Status>
      </Td>
    </TableRow>
  );
}

function Steps({ assetUuid }: { assetUuid: string }) {
  return (
    <Card>
      <CardHeader title={steps.title} />
      <CardBody className="grid gap-3 text-sm">
        <ol className="grid list-decimal gap-2 ps-5">
          {steps.list.map((step) => (
            <li key={step}>{step}</li>
          ))}
        </ol>
        <div className="flex flex-wrap gap-2">
          <ButtonLink size="sm" href={routes.treasury}>
            {steps.treasury}
          </ButtonLink>
          <ButtonLink size="sm" href={routes.transactions(assetUuid)}>
            {steps.transactions}
          </ButtonLink>
        </div>
      </CardBody>
    </Card>
  );
}

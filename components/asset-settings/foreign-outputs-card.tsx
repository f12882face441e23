import { ExportButton } from "@/components/export/export-button";
import { Alert } from "@/components/ui/alert";
import { Amount, Sats } from "@/components/ui/amount";
import { BlockTime } from "@/components/ui/block-time";
import { ButtonLink } from "@/components/ui/button";
import { Card, CardBody, CardHeader } from "@/components/ui/card";
import { CopyId } from "@/components/ui/copy-id";
import { Link } from "@/components/ui/link";
import { Status } from "@/components/ui/status";
import { RowTitle, Table, TableBody, TableHead, TableRow, Td, Th } from "@/components/ui/table";
import type { ForeignOutput, ForeignOutputs } from "@/lib/domain/treasury-approvals";
import { utxoKey } from "@/lib/domain/utxos";
import { shortenMiddle } from "@/lib/format/ids";
import { assetFiles } from "@/lib/list-files";
import { parseListState } from "@/lib/list-state";
import { treasuryApprovalsText as text } from "@/lib/messages/treasury-approvals";
import { routes } from "@/lib/routes";

const { columns } = text;
const ENDS = 12;

/** What AMP counts as the treasury's and the treasury's node cannot spend. */
export function ForeignOutputsCard({ view }: { view: ForeignOutputs }) {
  const { outputs, problem, looked, outside } = view;
  return (
    <Card>
      <CardHeader
        title={text.title}
        description={text.lead}
        actions={
          outputs !== null &&
          outputs.length > 0 && (
            <ExportButton
              list="foreign-outputs"
              state={parseListState({}, assetFiles.foreignOutputs(view.asset.assetUuid))}
            />
          )
        }
      />
      {outputs === null ? (
        <CardBody>
          <Alert tone="waiting" title={text.unknown}>
            {problem}
          </Alert>
        </CardBody>
      ) : outputs.length === 0 ? (
        <CardBody className="text-muted-foreground text-sm">
          {looked < outside ? text.noneLooked : text.none}
        </CardBody>
      ) : (
        <Found view={view} outputs={outputs} />
      )}
      {outputs !== null && looked < outside && (
        <p className="border-border border-t px-4 py-2.5 text-muted-foreground text-xs">
          {text.capped(looked, outside)}
        </p>
      )}
    </Card>
  );
}

function Found({ view: { asset }, outputs }: { view: ForeignOutputs; outputs: ForeignOutput[] }) {
  return (
    <>
      <CardBody>
        <Alert
          tone="blocked"
          title={text.some(outputs.length)}
          action={
            <ButtonLink size="sm" href={routes.assetRules(asset.assetUuid)}>
              {text.toRules}
            </ButtonLink>
          }
        >
          <p>{text.means}</p>
          <ul className="my-2 list-disc ps-4">
            {text.todo.map((step) => (
              <li key={step}>{step}</li>
            ))}
          </ul>
          <p>{text.endpoint}</p>
        </Alert>
      </CardBody>
      <Table caption={text.caption}>
        <TableHead>
          <Th>{columns.address}</Th>
          <Th numeric>{columns.amount}</Th>
          <Th>{columns.transaction}</Th>
          <Th>{columns.since}</Th>
          <Th>{columns.how}</Th>
        </TableHead>
        <TableBody>
          {outputs.map((output) => (
            <Row key={utxoKey(output)} output={output} asset={asset} />
          ))}
        </TableBody>
      </Table>
    </>
  );
}

function Row({ output, asset }: { output: ForeignOutput; asset: ForeignOutputs["asset"] }) {
  const { address, amountSats, isToken, txid, vout, since, isListed } = output;
  const { assetUuid, precision, ticker } = asset;
  return (
    <TableRow>
      <RowTitle>
        {address === null ? text.noAddress : <CopyId value={address} label={text.addressLabel} ends={ENDS} />}
      </RowTitle>
      <Td label={columns.amount} numeric>
        {isToken ? (
          <Sats sats={amountSats} />
        ) : (
          <Amount sats={amountSats} precision={precision} ticker={ticker} />
        )}
      </Td>
      <Td label={columns.transaction}>
        <Link
          href={routes.transaction(assetUuid, txid)}
          title={`${txid}:${vout}`}
          className="inline-block min-h-6 font-mono text-link text-xs leading-6 underline-offset-2 hover:underline"
        >
          {`${shortenMiddle(txid)}:${vout}`}
        </Link>
      </Td>
      <Td label={columns.since}>
        {since === null ? text.noTime : <BlockTime at={since.at} height={since.height} />}
      </Td>
      <Td label={columns.how}>
        <Status tone={isListed ? "waiting" : "blocked"} wraps>
          {isListed ? text.listed : text.approved}
        </Status>
      </Td>
    </TableRow>
  );
}

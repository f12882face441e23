import type { ReactNode } from "react";
import { Amount } from "@/components/ui/amount";
import { BlockTime } from "@/components/ui/block-time";
import { Card, CardBody, CardHeader } from "@/components/ui/card";
import { CopyId } from "@/components/ui/copy-id";
import { KeyValue, KeyValues } from "@/components/ui/key-values";
import { Link } from "@/components/ui/link";
import { Status } from "@/components/ui/status";
import { RowTitle, Table, TableBody, TableHead, TableRow, Td, Th } from "@/components/ui/table";
import type { DecisionInput, DecisionOutput } from "@/lib/contracts/control-decisions";
import type { AssetLook, DecisionView } from "@/lib/domain/sandbox";
import { commonText } from "@/lib/messages/common";
import { sandboxDecisionsText } from "@/lib/messages/sandbox-decisions";
import { sandboxWalletsText } from "@/lib/messages/sandbox-wallets";
import { routes } from "@/lib/routes";
import { GaidLink, Party } from "./decision-row";
import { AssetTitle, unitOf } from "./holdings";
import { RuleList } from "./rule-list";

const { detail: text } = sandboxDecisionsText;

/** One decision with all that led to it. */
export function DecisionDetail({ decision }: { decision: DecisionView }) {
  const { request, asset } = decision;
  return (
    <div className="grid gap-5">
      <div className="grid items-start gap-5 lg:grid-cols-2">
        <Summary decision={decision} />
        <EndpointCard decision={decision} />
      </div>
      <Card>
        <CardHeader title={text.rules} description={ownText(decision.serverResult)} />
        <CardBody>
          <RuleList reasons={decision.reasons} />
        </CardBody>
      </Card>
      <Card>
        <CardHeader title={text.request} />
        <Rows title={text.inputs(request.inputs.length)} caption={text.inputsCaption}>
          {request.inputs.map((input) => (
            <Row key={input.vin} index={input.vin} row={input} asset={asset} />
          ))}
        </Rows>
        <Rows title={text.outputs(request.outputs.length)} caption={text.outputsCaption}>
          {request.outputs.map((output) => (
            <Row key={output.vout} index={output.vout} row={output} asset={asset} />
          ))}
        </Rows>
        <CardBody className="flex flex-wrap items-baseline gap-x-4 border-border border-t text-sm">
          <span className="text-muted-foreground">{text.hex}</span>
          <CopyId value={request.txHex} label={text.hexLabel} ends={12} />
        </CardBody>
      </Card>
    </div>
  );
}

const ownText = (result: boolean | null) =>
  result === null ? text.ownTexts.firm : result ? text.ownTexts.passed : text.ownTexts.refused;

function Summary({ decision }: { decision: DecisionView }) {
  const { approved: isApproved, fromGaid, asset, createdAt, txid, uuid, request } = decision;
  return (
    <Card>
      <CardHeader
        title={text.title}
        actions={
          <Status tone={isApproved ? "ok" : "blocked"} className="text-sm">
            {isApproved ? sandboxDecisionsText.approved : sandboxDecisionsText.refused}
          </Status>
        }
      />
      <CardBody>
        <KeyValues>
          <KeyValue term={text.at}>
            <BlockTime at={createdAt} />
          </KeyValue>
          <KeyValue term={text.asset}>
            <AssetTitle asset={asset} assetId={request.assetId} />
          </KeyValue>
          <KeyValue term={text.by}>
            <GaidLink gaid={fromGaid} />
          </KeyValue>
          <KeyValue term={text.txid}>
            {txid ? <CopyId value={txid} label={sandboxWalletsText.verdict.txid} ends={8} /> : text.notSent}
          </KeyValue>
          <KeyValue term={text.uuid}>
            <CopyId value={uuid} label={text.uuidLabel} />
          </KeyValue>
        </KeyValues>
      </CardBody>
    </Card>
  );
}

function EndpointCard({ decision }: { decision: DecisionView }) {
  const { endpoint, endpointStatus, endpointMs, endpointAnswer } = decision;
  return (
    <Card>
      <CardHeader title={text.endpoint} />
      <CardBody className="text-sm">
        {endpoint === null ? (
          <p className="text-muted-foreground">{text.notAsked}</p>
        ) : (
          <KeyValues>
            <KeyValue term={text.endpointUrl}>
              <span className="break-all">{endpoint}</span>
            </KeyValue>
            <KeyValue term={text.endpointStatus}>{endpointStatus ?? sandboxDecisionsText.noAnswer}</KeyValue>
            <KeyValue term={text.endpointMs}>
              {endpointMs === null ? commonText.none : text.ms(endpointMs)}
            </KeyValue>
            <KeyValue term={text.endpointAnswer}>
              <code className="block max-h-48 overflow-y-auto whitespace-pre-wrap break-all">
                {endpointAnswer ?? commonText.none}
              </code>
            </KeyValue>
          </KeyValues>
        )}
      </CardBody>
    </Card>
  );
}

const { columns } = text;

const Rows = ({ title, caption, children }: { title: string; caption: string; children: ReactNode }) => (
  <>
    <h3 className="px-4 pt-3 pb-1 font-medium text-sm">{title}</h3>
    <Table caption={caption}>
      <TableHead>
        <Th>{columns.index}</Th>
        <Th>{columns.party}</Th>
        <Th>{columns.user}</Th>
        <Th numeric>{columns.amount}</Th>
      </TableHead>
      <TableBody>{children}</TableBody>
    </Table>
  </>
);

interface RowProps {
  index: number;
  row: DecisionInput | DecisionOutput;
  asset: AssetLook;
}

const Row = ({ index, row, asset }: RowProps) => (
  <TableRow>
    <RowTitle>{index}</RowTitle>
    <Td label={columns.party}>
      <Party output={row} />
    </Td>
    <Td label={columns.user}>
      {row.registeredUser === null ? (
        commonText.none
      ) : (
        <Link
          href={routes.user(row.registeredUser)}
          className="inline-block min-h-6 leading-6 hover:underline"
        >
          {row.registeredUser}
        </Link>
      )}
    </Td>
    <Td label={columns.amount} numeric>
      <Amount sats={row.amount} precision={asset.precision} ticker={unitOf(asset)} />
    </Td>
  </TableRow>
);

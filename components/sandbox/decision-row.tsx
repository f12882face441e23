import { Amount } from "@/components/ui/amount";
import { BlockTime } from "@/components/ui/block-time";
import { Link } from "@/components/ui/link";
import { Status } from "@/components/ui/status";
import { TableRow, Td } from "@/components/ui/table";
import type { DecisionOutput } from "@/lib/contracts/control-decisions";
import { type DecisionRow, receiversOf } from "@/lib/domain/sandbox";
import { shortenMiddle } from "@/lib/format/ids";
import { sandboxDecisionsText as text } from "@/lib/messages/sandbox-decisions";
import { routes } from "@/lib/routes";
import { AssetTitle, unitOf } from "./holdings";

const { columns, own } = text;

export function DecisionTableRow({ decision }: { decision: DecisionRow }) {
  const { uuid, createdAt, approved, asset, serverResult } = decision;
  const receivers = receiversOf(decision);
  const sent = receivers.reduce((sum, { amount }) => sum + amount, 0n);
  return (
    <TableRow>
      <Td label={columns.at} className="align-top!">
        <BlockTime at={createdAt} />
      </Td>
      <Td label={columns.verdict} className="align-top!">
        <Link
          href={routes.sandboxDecision(uuid)}
          title={text.open}
          className="inline-block min-h-6 font-medium leading-6 hover:underline"
        >
          <Status tone={approved ? "ok" : "blocked"}>{approved ? text.approved : text.refused}</Status>
        </Link>
      </Td>
      <Td label={columns.asset} className="align-top!">
        <span className="grid">
          <AssetTitle asset={asset} />
          <Amount
            sats={sent}
            precision={asset.precision}
            ticker={unitOf(asset)}
            className="text-muted-foreground text-xs"
          />
        </span>
      </Td>
      <Td label={columns.parties} className="align-top!">
        <Parties from={decision.fromGaid} receivers={receivers} />
      </Td>
      <Td label={columns.categories} className="align-top!">
        <Status tone={serverResult === true ? "ok" : serverResult === false ? "waiting" : "blocked"}>
          {ownVerdict(serverResult)}
        </Status>
      </Td>
      <Td label={columns.endpoint} className="align-top!">
        <Endpoint decision={decision} />
      </Td>
    </TableRow>
  );
}

const ownVerdict = (result: boolean | null) =>
  result === null ? own.firm : result ? own.passed : own.refused;

function Parties({ from, receivers }: { from: string; receivers: DecisionOutput[] }) {
  const [first, ...others] = receivers;
  return (
    <span className="grid max-sm:justify-items-end">
      <GaidLink gaid={from} />
      <span className="inline-flex flex-wrap items-baseline gap-x-1.5">
        <span aria-hidden className="text-muted-foreground">
          {ARROW}
        </span>
        {first ? <Party output={first} /> : text.toItself}
        {others.length > 0 && (
          <span className="text-muted-foreground text-xs">{text.more(others.length)}</span>
        )}
      </span>
    </span>
  );
}

const ARROW = "→";

/** Whose an input or output is. */
export function Party({
  output: { gaid, isTreasury },
}: {
  output: Pick<DecisionOutput, "gaid" | "isTreasury">;
}) {
  if (gaid !== null) return <GaidLink gaid={gaid} />;
  return isTreasury ? text.treasury : text.address;
}

export const GaidLink = ({ gaid }: { gaid: string }) => (
  <Link
    href={routes.sandboxWallet(gaid)}
    title={gaid}
    className="inline-block min-h-6 w-fit leading-6 hover:underline"
  >
    <code>{shortenMiddle(gaid, 8)}</code>
  </Link>
);

function Endpoint({ decision }: { decision: DecisionRow }) {
  const { endpoint, endpointStatus, endpointMs, endpointAnswer } = decision;
  if (endpoint === null) return <span className="text-muted-foreground">{text.noEndpoint}</span>;
  return (
    <span className="grid min-w-0 max-w-80 gap-0.5">
      <span className="break-all text-xs">{endpoint}</span>
      <span>{text.answered(endpointStatus, endpointMs)}</span>
      {endpointAnswer && (
        <code title={endpointAnswer} className="line-clamp-2 break-all text-muted-foreground">
          {endpointAnswer}
        </code>
      )}
    </span>
  );
}

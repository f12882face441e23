import { ButtonLink } from "@/components/ui/button";
import { Card, CardBody, CardHeader } from "@/components/ui/card";
import { Status } from "@/components/ui/status";
import type { OverviewAlert } from "@/lib/domain/overview";
import { isBlocking, isOfLostOutputs } from "@/lib/domain/watch";
import { formatAmount } from "@/lib/format/amounts";
import { formatBlockHeight, formatUtc } from "@/lib/format/times";
import { foreignOrdersText } from "@/lib/messages/foreign-orders";
import { noticesText } from "@/lib/messages/notices";
import { operationsText } from "@/lib/messages/operations";
import { overviewText } from "@/lib/messages/overview";
import { requestsText } from "@/lib/messages/requests";
import { uiText } from "@/lib/messages/ui";
import { watchText } from "@/lib/messages/watch";
import { routes } from "@/lib/routes";

const LBTC_DECIMALS = 8;
const SHOWN = 6;
const { alerts: text } = overviewText;
const { alert: kycText } = requestsText;

/** What needs a person, each with the page where it is settled. */
export function AlertsCard({ alerts }: { alerts: OverviewAlert[] }) {
  return (
    <Card>
      <CardHeader title={text.title} />
      {alerts.length === 0 ? (
        <CardBody>
          <Status tone="ok">{text.none}</Status>
        </CardBody>
      ) : (
        <>
          <AlertList alerts={alerts.slice(0, SHOWN)} />
          {alerts.length > SHOWN && (
            <details className="border-border border-t">
              <summary className="cursor-pointer px-4 py-2.5 text-link text-xs">
                {text.more(alerts.length - SHOWN)}
              </summary>
              <AlertList alerts={alerts.slice(SHOWN)} />
            </details>
          )}
        </>
      )}
    </Card>
  );
}

const AlertList = ({ alerts }: { alerts: OverviewAlert[] }) => (
  <ul className="divide-y divide-border">
    {alerts.map((alert) => (
      <AlertRow key={keyOf(alert)} alert={alert} />
    ))}
  </ul>
);

function AlertRow({ alert }: { alert: OverviewAlert }) {
  const { title, detail, href, tone } = wordsOf(alert);
  return (
    <li className="flex flex-wrap items-center justify-between gap-x-4 gap-y-1.5 px-4 py-2.5">
      <div className="min-w-0 flex-1 basis-56">
        <Status tone={tone} wraps className="font-medium">
          {title}
        </Status>
        <p className="ms-4 text-muted-foreground text-xs">{detail}</p>
      </div>
      <ButtonLink size="sm" href={href}>
        {text.open}
      </ButtonLink>
    </li>
  );
}

const withAge = (words: string, { asOf }: { asOf: Date | null }): string =>
  asOf === null ? words : `${words} (${uiText.freshness(formatUtc(asOf))})`;

function wordsOf(alert: OverviewAlert) {
  switch (alert.kind) {
    case "operation": {
      const { kind, assetName, problem } = alert.operation;
      return {
        tone: "danger" as const,
        title: text.operation(operationsText.of(kind, assetName)),
        detail: problem ?? "",
        href: routes.operation(alert.operation),
      };
    }
    case "watch": {
      const { kind, assetName, assetUuid } = alert.alert;
      return {
        tone: isBlocking(kind) ? ("danger" as const) : ("waiting" as const),
        title: text.watch(watchText.kinds[kind].title, assetName),
        detail: watchText.kinds[kind].text,
        href: isOfLostOutputs(kind) ? routes.lostOutputs(assetUuid) : routes.treasury,
      };
    }
    case "work":
      return alert.work;
    case "kyc": {
      const { requestId, kind } = alert.request;
      return {
        tone: "blocked" as const,
        title: kycText.overview[kind](requestsText.shortId(requestId)),
        detail: kycText.overviewText,
        href: routes.request(requestId),
      };
    }
    case "unwatched": {
      const { reason, since } = alert;
      const isResting = reason === "resting";
      const words = isResting ? text.watchRests : noticesText.notices.watchAwayText[reason];
      const last = isResting ? text.lastLooked : text.lastWatched;
      return {
        tone: "danger" as const,
        title: noticesText.notices.watchAway,
        detail: `${words} ${last(formatUtc(since))}`,
        href: routes.treasury,
      };
    }
    case "node":
      return { tone: "danger" as const, title: text.node, detail: alert.message, href: routes.treasury };
    case "node-behind":
      return {
        tone: "danger" as const,
        title: text.nodeBehind,
        detail: text.nodeBehindText(formatBlockHeight(alert.blocks), formatBlockHeight(alert.headers)),
        href: routes.treasury,
      };
    case "blinders":
      return {
        tone: "waiting" as const,
        title: text.blinders(alert.asset.name),
        detail: withAge(text.blindersText(alert.count), alert),
        href: routes.blinders(alert.asset.assetUuid),
      };
    case "foreign-orders":
      return {
        tone: "waiting" as const,
        title: foreignOrdersText.waits(alert.asset.name),
        detail: withAge(foreignOrdersText.waitsText(alert.count), alert),
        href: routes.distributions(alert.asset.assetUuid),
      };
    case "low-fee":
      return {
        tone: "blocked" as const,
        title: text.lowFee,
        detail: text.lowFeeText(formatAmount(alert.policySats, LBTC_DECIMALS)),
        href: routes.treasury,
      };
    case "locked":
      return {
        tone: "blocked" as const,
        title: text.locked(alert.asset.name),
        detail: text.lockedText,
        href: routes.asset(alert.asset.assetUuid),
      };
    case "unauthorized":
      return {
        tone: "waiting" as const,
        title: text.unauthorized(alert.asset.name),
        detail: text.unauthorizedText,
        href: routes.asset(alert.asset.assetUuid),
      };
  }
}

function keyOf(alert: OverviewAlert): string {
  if ("asset" in alert) return `${alert.kind}-${alert.asset.assetUuid}`;
  if ("request" in alert) return alert.request.requestId;
  if ("work" in alert) return alert.work.id;
  if ("alert" in alert) return alert.alert.id;
  return "operation" in alert ? alert.operation.id : alert.kind;
}

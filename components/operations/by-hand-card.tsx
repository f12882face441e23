"use client";

import Download from "lucide-react/icons/download";
import { ConfirmAction } from "@/components/data/confirm-action";
import { buttonVariants } from "@/components/ui/button";
import { Card, CardBody, CardHeader } from "@/components/ui/card";
import { canAttach, canRunAutomatically, canRunByHand, isHandedOut } from "@/lib/domain/by-hand-decisions";
import type { OperationView } from "@/lib/domain/operation";
import { byHandText } from "@/lib/messages/by-hand";
import { decideOperationAction } from "@/server/actions/distributions";
import { AttachForm } from "./attach-form";
import { TakenBy } from "./taken-by";

const { waiting, offer, download, back } = byHandText;

/** What people may do beside the worker: run AMP's order elsewhere, attach what was sent there, give it back. */
export function ByHandCard({ operation }: { operation: OperationView }) {
  const isOut = isHandedOut(operation);
  const mayAttach = canAttach(operation);
  const lead = leadOf(operation);
  if (lead === null && !mayAttach) return null;
  return (
    <Card>
      <CardHeader title={byHandText.title} description={lead} />
      <CardBody className="grid gap-4 text-sm">
        {isOut && (
          <div className="grid justify-items-start gap-1.5">
            <p>{download.text}</p>
            <p className="text-muted-foreground text-xs">{download.rebuilt}</p>
            <a
              className={buttonVariants({ variant: "primary" })}
              href={`/api/operations/${operation.id}/order`}
              download
            >
              <Download aria-hidden />
              {download.link}
            </a>
          </div>
        )}
        {operation.facts.byHand?.before !== undefined || operation.facts.byHand?.taken ? (
          <TakenBy operation={operation} />
        ) : null}
        {mayAttach && <AttachForm operationId={operation.id} />}
        <Ways operation={operation} />
      </CardBody>
    </Card>
  );
}

function leadOf(operation: OperationView): string | null {
  const { byHand } = operation.facts;
  if (operation.state !== "by-hand") {
    if (byHand && canRunAutomatically(operation)) return waiting.wished;
    return canRunByHand(operation) ? offer.lead : null;
  }
  if (byHand?.before === undefined && !byHand?.isBlind) return waiting.preparing;
  return byHand.leaving ? waiting.leaving : waiting.lead;
}

/** From the worker's hands into a person's, and back. */
function Ways({ operation }: { operation: OperationView }) {
  const { id: operationId, kind, state } = operation;
  const mayRun = canRunByHand(operation);
  const mayReturn = canRunAutomatically(operation);
  if ((!mayRun && !mayReturn) || kind === "blinders" || kind === "lbtc") return null;
  const isBack = state === "by-hand";
  return (
    <div className="flex flex-wrap gap-2">
      {mayRun && (
        <ConfirmAction
          size="sm"
          tone="primary"
          title={offer.title}
          consequence={offer.consequence}
          confirmLabel={isBack ? offer.keep : offer.label}
          done={isBack ? offer.kept : offer.done}
          action={() => decideOperationAction({ operationId, decision: "by-hand" })}
        >
          {isBack ? offer.keep : offer.run}
        </ConfirmAction>
      )}
      {mayReturn && (
        <ConfirmAction
          variant="danger-quiet"
          size="sm"
          title={back.title}
          consequence={
            <>
              {back.consequences[kind]}
              <TakenBy operation={operation} />
            </>
          }
          confirmLabel={back.label}
          typeToConfirm={operation.intent.assetName}
          done={back.done}
          action={() => decideOperationAction({ operationId, decision: "automatic" })}
        >
          {back.button}
        </ConfirmAction>
      )}
    </div>
  );
}

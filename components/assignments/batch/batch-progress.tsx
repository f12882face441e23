"use client";

import { ErrorAlert } from "@/components/data/error-alert";
import { ExportButton } from "@/components/export/export-button";
import { ButtonLink } from "@/components/ui/button";
import { Card, CardBody, CardFooter, CardHeader } from "@/components/ui/card";
import { ConfirmButton } from "@/components/ui/confirm-button";
import { Freshness } from "@/components/ui/freshness";
import { Progress } from "@/components/ui/progress";
import type { Asset } from "@/lib/contracts/amp/assets";
import { countStates, isMissing, isSettled } from "@/lib/domain/assignment-batch";
import { assetFiles } from "@/lib/list-files";
import { parseListState } from "@/lib/list-state";
import { assignmentBatchesText } from "@/lib/messages/assignment-batches";
import { routes } from "@/lib/routes";
import { AgainButton } from "./again-button";
import { BatchMove, moveOf } from "./batch-move";
import { BatchRows } from "./batch-rows";
import { BatchStanding } from "./batch-standing";
import { MissingAlert } from "./missing-alert";
import { type BatchState, useBatch } from "./use-batch";

const { page: text } = assignmentBatchesText;

interface BatchProgressProps {
  asset: Asset;
  initial: BatchState;
}

/** A batch on its way: how far it is, what became of each row, and what a person can decide. */
export function BatchProgress({ asset, initial }: BatchProgressProps) {
  const { batch, next, asOf, refresh, error, asked, decide } = useBatch(initial);
  const isRunning = batch.isCarried;
  const counts = countStates(batch.rows);
  const settled = batch.rows.filter(isSettled).length;
  const move = moveOf({ batch, next }, asked);
  return (
    <div className="grid gap-5">
      {error && <ErrorAlert error={error} />}
      {batch.rows.some(isMissing) ? (
        <MissingAlert asked={asked} decide={decide} />
      ) : (
        <BatchStanding batch={batch} counts={counts} next={next} />
      )}
      <Card>
        <CardHeader
          title={text.title(batch.kind)}
          description={text.begun(batch.personName)}
          actions={
            <>
              <Freshness freshness={{ asOf, source: "mirror" }} onRefresh={refresh} />
              <ExportButton
                list="batch"
                state={parseListState({ batch: batch.id }, assetFiles.batch(asset.assetUuid))}
              />
            </>
          }
        />
        <CardBody>
          <Progress
            label={text.progress}
            done={settled}
            total={batch.rows.length}
            figure={text.figure(settled, batch.rows.length)}
          />
          {isRunning && <p className="mt-2 text-muted-foreground text-sm">{text.goesOn}</p>}
        </CardBody>
        <BatchRows asset={asset} batch={batch} />
        <CardFooter>
          <ButtonLink href={routes.assignments(asset.assetUuid)}>{text.back}</ButtonLink>
          {counts.waiting > 0 && !isRunning && (
            <ConfirmButton
              variant="danger-quiet"
              disabled={asked !== null}
              dialog={{
                ...{ title: text.dropTitle(counts.waiting), consequence: text.dropText },
                ...{ confirmLabel: text.drop, onConfirm: () => decide("drop") },
              }}
            >
              {text.drop}
            </ConfirmButton>
          )}
          {move === "retry" && <AgainButton asset={asset} batch={batch} />}
          {/* One button for all three: whoever pressed one stands on the next. */}
          {move && (
            <BatchMove
              {...{ asked, decide, decision: move, label: text.moves[move] }}
              variant={move === "continue" ? "primary" : "secondary"}
            />
          )}
        </CardFooter>
      </Card>
    </div>
  );
}

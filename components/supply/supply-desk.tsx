"use client";

import { useState } from "react";
import { Alert } from "@/components/ui/alert";
import { ButtonLink } from "@/components/ui/button";
import { Card, CardBody, CardHeader } from "@/components/ui/card";
import { InPlace } from "@/components/ui/in-place";
import { late } from "@/components/ui/late";
import { PageSkeleton } from "@/components/ui/skeleton";
import type { SupplyKind } from "@/lib/domain/supply";
import type { SupplyPageData } from "@/lib/domain/supply-state";
import { operationsText } from "@/lib/messages/operations";
import { supplyText } from "@/lib/messages/supply";
import { routes } from "@/lib/routes";
import { SupplyForm } from "./supply-form";

const SupplyReview = late(
  () => import("./supply-review").then((module) => module.SupplyReview),
  <PageSkeleton />,
);

type SupplyDeskProps = Omit<SupplyPageData, "history" | "freshness">;
type Draft = { kind: SupplyKind; sats: bigint };

/** From the amount to its review, behind which the amount stays as it was typed. */
export function SupplyDesk({ asset, figures, isReissuable, open }: SupplyDeskProps) {
  const [reviewed, setReviewed] = useState<Draft | null>(null);
  if (open) return <UnderWay open={open} />;
  const form = (kind: SupplyKind) => (
    <SupplyForm kind={kind} asset={asset} figures={figures} onReview={setReviewed} />
  );
  return (
    <>
      {reviewed && (
        <InPlace label={supplyText.kinds[reviewed.kind].review}>
          <SupplyReview asset={asset} {...reviewed} onBack={() => setReviewed(null)} />
        </InPlace>
      )}
      <div hidden={reviewed !== null} className="grid items-start gap-5 lg:grid-cols-2">
        {isReissuable ? form("reissuance") : <NotReissuable />}
        {form("burn")}
      </div>
    </>
  );
}

const NotReissuable = () => (
  <Card>
    <CardHeader title={supplyText.kinds.reissuance.title} />
    <CardBody>
      <Alert tone="neutral" title={supplyText.notReissuable.title}>
        {supplyText.notReissuable.text}
      </Alert>
    </CardBody>
  </Card>
);

const UnderWay = ({ open }: { open: NonNullable<SupplyPageData["open"]> }) => (
  <Alert
    tone="info"
    title={operationsText.underWay.title}
    action={
      <ButtonLink variant="primary" href={routes.operation(open)}>
        {operationsText.underWay.follow}
      </ButtonLink>
    }
  >
    {operationsText.underWay.text}
  </Alert>
);

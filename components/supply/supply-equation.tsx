import type { ReactNode } from "react";
import { Amount } from "@/components/ui/amount";
import { ButtonLink } from "@/components/ui/button";
import { Card, CardBody, CardFooter, CardHeader } from "@/components/ui/card";
import { Status } from "@/components/ui/status";
import { cn } from "@/lib/cn";
import type { Asset } from "@/lib/contracts/amp/assets";
import { balanceOf, type SupplyFigures } from "@/lib/domain/supply-state";
import { supplyText } from "@/lib/messages/supply";
import { routes } from "@/lib/routes";

const { equation: text } = supplyText;
const TONES = { equal: "ok", "on-its-way": "waiting", lost: "danger", "too-much": "danger" } as const;

type Shown = Pick<Asset, "assetUuid" | "precision" | "ticker">;

interface SupplyEquationProps {
  asset: Shown;
  figures: SupplyFigures;
  /** How fresh the figures are. */
  freshness?: ReactNode;
}

/** Both sides of the supply equation with a name to each figure, and what does not add up. */
export function SupplyEquation({ asset, figures, freshness }: SupplyEquationProps) {
  const balance = balanceOf(figures);
  const row = (term: string, sats: bigint, look: Look = {}) => (
    <Row term={term} look={look}>
      <Amount
        sats={sats}
        precision={asset.precision}
        ticker={asset.ticker}
        signed={look.isMovement === true}
      />
    </Row>
  );
  return (
    <Card>
      <CardHeader title={text.title} description={text.lead} actions={freshness} />
      <CardBody className="grid gap-x-12 gap-y-5 md:grid-cols-2">
        <Side title={text.made}>
          {row(text.issued, figures.issuedSats)}
          {row(text.reissued, figures.reissuedSats, { isMovement: true })}
          {row(text.burned, -figures.burnedSats, { isMovement: true })}
          {row(text.supply, figures.supplySats, { isTotal: true })}
        </Side>
        <Side title={text.owned}>
          {row(text.holders(figures.holders), figures.holdersSats)}
          {row(text.blacklisted, figures.blacklistedSats, { isPart: true })}
          {row(text.treasury, figures.treasurySats)}
          {row(text.assigned, figures.assignedSats, { isPart: true })}
          {row(text.rest, figures.restSats)}
          {row(text.together, figures.holdersSats + figures.treasurySats + figures.restSats, {
            isTotal: true,
          })}
        </Side>
      </CardBody>
      <CardFooter className="justify-start">
        <Status tone={TONES[balance]} wraps>
          {balance === "lost" ? text.lost(figures.lostOutputs) : text.balance[balance]}
        </Status>
        {balance === "lost" && (
          <ButtonLink size="sm" href={routes.lostOutputs(asset.assetUuid)}>
            {text.toLost}
          </ButtonLink>
        )}
      </CardFooter>
    </Card>
  );
}

interface Look {
  /** The sum below the line. */
  isTotal?: boolean;
  /** Contained in the row above. */
  isPart?: boolean;
  /** With its sign. */
  isMovement?: boolean;
}

const Side = ({ title, children }: { title: string; children: ReactNode }) => (
  <div className="min-w-0">
    <h3 className="mb-1 text-muted-foreground text-xs">{title}</h3>
    <dl className="text-sm">{children}</dl>
  </div>
);

function Row({ term, look, children }: { term: string; look: Look; children: ReactNode }) {
  return (
    <div
      className={cn(
        "flex flex-wrap items-baseline justify-between gap-x-4 py-1",
        look.isTotal && "mt-1 border-border-strong border-t font-semibold",
        look.isPart && "ps-4 text-muted-foreground text-xs",
      )}
    >
      <dt>{term}</dt>
      <dd className="ms-auto">{children}</dd>
    </div>
  );
}

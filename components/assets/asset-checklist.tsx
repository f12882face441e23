"use client";

import { ConfirmAction } from "@/components/data/confirm-action";
import { useLive } from "@/components/data/use-live";
import { ButtonLink } from "@/components/ui/button";
import { Card, CardBody, CardHeader } from "@/components/ui/card";
import { type Step, Stepper, type StepState } from "@/components/ui/stepper";
import type { Asset } from "@/lib/contracts/amp/assets";
import { AUTHORIZE_CONFIRMATIONS } from "@/lib/domain/lifecycle";
import { assetsText } from "@/lib/messages/assets";
import { routes } from "@/lib/routes";
import { authorizeAssetAction } from "@/server/actions/assets";

interface Issuance {
  txid: string | null;
  confirmations: number | null;
}

const POLL_MS = 3_000;
const isDeep = ({ confirmations }: Issuance) =>
  confirmations !== null && confirmations >= AUTHORIZE_CONFIRMATIONS;

interface AssetChecklistProps {
  asset: Asset;
  initial: Issuance;
  hasTreasury: boolean;
}

/** From issued to ready: what is done, what it waits for, what comes next. */
export function AssetChecklist({ asset, initial, hasTreasury }: AssetChecklistProps) {
  const { data } = useLive(`/api/assets/${asset.assetUuid}/issuance`, initial, {
    everyMs: (issuance) => (asset.isAuthorized || isDeep(issuance) ? false : POLL_MS),
  });
  const { checklist } = assetsText;
  return (
    <Card>
      <CardHeader title={checklist.title} description={checklist.lead} />
      <CardBody>
        <Stepper label={checklist.title} steps={stepsOf(asset, data, hasTreasury)} />
      </CardBody>
    </Card>
  );
}

function stepsOf(asset: Asset, issuance: Issuance, hasTreasury: boolean): Step[] {
  const { checklist } = assetsText;
  const deep = asset.isAuthorized || isDeep(issuance);
  const hasCategories = !asset.transferRestricted || asset.requirements.length > 0;
  return [
    { id: "issued", title: checklist.issued, state: "done", description: checklist.issuedText },
    {
      id: "confirmed",
      title: checklist.confirmed,
      state: confirmedState(deep, issuance),
      aside: confirmationsText(asset, issuance),
      description: deep ? undefined : checklist.confirmedText,
    },
    registryStep(asset),
    {
      id: "authorized",
      title: checklist.authorized,
      state: asset.isAuthorized ? "done" : deep ? "blocked" : "todo",
      description: checklist.authorizedText,
      action: !asset.isAuthorized && deep && <Authorize asset={asset} />,
    },
    {
      id: "categories",
      title: checklist.categories,
      state: categoriesState(asset, hasCategories),
      description: asset.transferRestricted ? checklist.categoriesText : checklist.categoriesTracked,
    },
    treasuryStep(asset, hasTreasury),
    {
      id: "ready",
      title: checklist.ready,
      state: asset.isAuthorized && hasCategories ? "done" : "todo",
      description: checklist.readyText,
      action: asset.isAuthorized && hasCategories && (
        <ButtonLink size="sm" href={routes.assignments(asset.assetUuid)}>
          {checklist.toAssignments}
        </ButtonLink>
      ),
    },
  ];
}

/** Nothing waits for it, so it never blocks. */
function registryStep(asset: Asset): Step {
  const { checklist } = assetsText;
  const isPossible = asset.domain !== null && asset.ticker !== null && asset.pubkey !== null;
  return {
    id: "registry",
    title: checklist.registry,
    state: asset.isRegistered ? "done" : "todo",
    description: isPossible || asset.isRegistered ? checklist.registryText : checklist.registryNone,
    action: isPossible && !asset.isRegistered && (
      <ButtonLink size="sm" href={routes.assetSettings(asset.assetUuid)}>
        {checklist.toSettings}
      </ButtonLink>
    ),
  };
}

function treasuryStep(asset: Asset, hasTreasury: boolean): Step {
  const { checklist } = assetsText;
  return {
    id: "treasury",
    title: checklist.treasury,
    state: hasTreasury ? "done" : "todo",
    description: checklist.treasuryText,
    action: !hasTreasury && (
      <ButtonLink size="sm" href={routes.assetSettings(asset.assetUuid)}>
        {checklist.toTreasury}
      </ButtonLink>
    ),
  };
}

function confirmedState(isEnough: boolean, { confirmations }: Issuance): StepState {
  if (isEnough) return "done";
  return confirmations === null ? "waiting" : "current";
}

function categoriesState(asset: Asset, hasCategories: boolean): StepState {
  if (hasCategories) return "done";
  return asset.isAuthorized ? "blocked" : "todo";
}

function confirmationsText(asset: Asset, { confirmations }: Issuance): string {
  const { checklist } = assetsText;
  if (confirmations === null) return asset.isAuthorized ? "" : checklist.confirmationsUnknown;
  return checklist.confirmations(Math.min(confirmations, AUTHORIZE_CONFIRMATIONS), AUTHORIZE_CONFIRMATIONS);
}

function Authorize({ asset }: { asset: Asset }) {
  const { authorize } = assetsText;
  return (
    <ConfirmAction
      variant="primary"
      size="sm"
      tone="primary"
      title={authorize.title(asset.name)}
      consequence={authorize.consequence}
      confirmLabel={authorize.confirm}
      done={authorize.done}
      action={() => authorizeAssetAction({ assetUuid: asset.assetUuid })}
    >
      {authorize.confirm}
    </ConfirmAction>
  );
}

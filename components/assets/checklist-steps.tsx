import type { ReactNode } from "react";
import { ConfirmAction } from "@/components/data/confirm-action";
import { ButtonLink } from "@/components/ui/button";
import { type Step, Stepper, type StepState } from "@/components/ui/stepper";
import type { Asset } from "@/lib/contracts/amp/assets";
import type { AssetLooks, Issuance, ProofLook } from "@/lib/domain/asset-steps";
import { AUTHORIZE_CONFIRMATIONS } from "@/lib/domain/lifecycle";
import { formatUtcClock } from "@/lib/format/times";
import { assetsText } from "@/lib/messages/assets";
import { routes } from "@/lib/routes";
import { authorizeAssetAction } from "@/server/actions/assets";

export type Depth = Pick<Issuance, "txid" | "confirmations">;

export const isDeep = ({ confirmations }: Depth) =>
  confirmations !== null && confirmations >= AUTHORIZE_CONFIRMATIONS;

/** It is in a block, and no node counts how deep: AMP decides by itself. */
const isUnseen = ({ txid, confirmations }: Depth) => txid !== null && confirmations === null;

interface ChecklistStepsProps {
  asset: Asset;
  issuance: Depth;
  hasTreasury: boolean;
  /** When, who and by what proof, by the step's id; shown of what is done. */
  facts: Readonly<Record<string, ReactNode>>;
  /** Null while they are on their way. */
  looks: AssetLooks | null;
}

export function ChecklistSteps({ facts, ...known }: ChecklistStepsProps) {
  const steps = stepsOf(known).map((step) => withFacts(step, facts));
  return <Stepper label={assetsText.checklist.title} steps={steps} />;
}

const withFacts = (step: Step, facts: ChecklistStepsProps["facts"]): Step =>
  step.state !== "done"
    ? step
    : {
        ...step,
        description: (
          <>
            {step.description}
            {facts[step.id]}
          </>
        ),
      };

type Standing = Omit<ChecklistStepsProps, "facts">;

function stepsOf({ asset, issuance, hasTreasury, looks }: Standing): Step[] {
  const { checklist } = assetsText;
  const deep = asset.isAuthorized || isDeep(issuance);
  const mayAuthorize = !asset.isAuthorized && (deep || isUnseen(issuance));
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
    ...proofSteps(asset, looks),
    registryStep(asset),
    {
      id: "authorized",
      title: checklist.authorized,
      state: asset.isAuthorized ? "done" : mayAuthorize ? "blocked" : "todo",
      description: checklist.authorizedText,
      action: mayAuthorize && <Authorize asset={asset} isDepthUnseen={!deep} />,
    },
    {
      id: "categories",
      title: checklist.categories,
      state: categoriesState(asset, hasCategories),
      description: categoriesText(asset, hasCategories),
    },
    treasuryStep(asset, hasTreasury),
    readyStep(asset, hasCategories, hasTreasury, looks),
  ];
}

/** Assigning needs neither treasury addresses nor blinders, so the way there stands open; being ready takes both. */
function readyStep(
  asset: Asset,
  hasCategories: boolean,
  hasTreasury: boolean,
  looks: AssetLooks | null,
): Step {
  const { checklist } = assetsText;
  const mayAssign = asset.isAuthorized && hasCategories;
  const lacking = looks?.lacking ?? null;
  const missing = [
    ...(hasTreasury ? [] : [checklist.missingTreasury]),
    ...(lacking ? [checklist.missingBlinders(lacking)] : []),
  ];
  const isWhole = missing.length === 0;
  return {
    id: "ready",
    title: checklist.ready,
    state: !mayAssign ? "todo" : isWhole ? (lacking === null ? "waiting" : "done") : "blocked",
    description: mayAssign && !isWhole ? missing.join(" ") : checklist.readyText,
    action: mayAssign && (
      <ButtonLink size="sm" href={routes.assignments(asset.assetUuid)}>
        {checklist.toAssignments}
      </ButtonLink>
    ),
  };
}

const canBeListed = ({ domain, ticker, pubkey }: Asset) =>
  domain !== null && ticker !== null && pubkey !== null;

/** The registry asks for the file before it lists the asset. Nothing waits for it, so it never blocks. */
function proofSteps(asset: Asset, looks: AssetLooks | null): Step[] {
  if (!canBeListed(asset)) return [];
  const { checklist } = assetsText;
  const look = looks?.proof;
  const isThere = asset.isRegistered || look?.state === "accepted";
  return [
    {
      id: "proof",
      title: checklist.proof,
      state: isThere ? "done" : looks ? "todo" : "waiting",
      description: asset.isRegistered ? checklist.proofTaken : proofText(look),
      aside: !asset.isRegistered && look ? checklist.looked(formatUtcClock(look.checkedAt)) : undefined,
    },
  ];
}

const proofText = (look: ProofLook | null | undefined): string =>
  look ? assetsText.checklist.proofStates[look.state] : assetsText.checklist.proofText;

/** Nothing waits for it, so it never blocks. */
function registryStep(asset: Asset): Step {
  const { checklist } = assetsText;
  const isPossible = canBeListed(asset);
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

function confirmedState(isEnough: boolean, { confirmations }: Depth): StepState {
  if (isEnough) return "done";
  return confirmations === null ? "waiting" : "current";
}

function categoriesState(asset: Asset, hasCategories: boolean): StepState {
  if (hasCategories) return "done";
  return asset.isAuthorized ? "blocked" : "todo";
}

function categoriesText(asset: Asset, hasCategories: boolean): string {
  const { checklist } = assetsText;
  if (!asset.transferRestricted) return checklist.categoriesTracked;
  return hasCategories ? checklist.categoriesText : checklist.categoriesNone;
}

function confirmationsText(asset: Asset, { confirmations }: Depth): string {
  const { checklist } = assetsText;
  if (confirmations === null) return asset.isAuthorized ? "" : checklist.confirmationsUnknown;
  return checklist.confirmations(Math.min(confirmations, AUTHORIZE_CONFIRMATIONS), AUTHORIZE_CONFIRMATIONS);
}

function Authorize({ asset, isDepthUnseen }: { asset: Asset; isDepthUnseen: boolean }) {
  const { authorize } = assetsText;
  return (
    <ConfirmAction
      variant="primary"
      size="sm"
      tone="primary"
      title={authorize.title(asset.name)}
      consequence={isDepthUnseen ? `${authorize.unseen} ${authorize.consequence}` : authorize.consequence}
      confirmLabel={authorize.confirm}
      done={authorize.done}
      action={() => authorizeAssetAction({ assetUuid: asset.assetUuid, isDepthUnseen })}
      {...(isDepthUnseen ? { typeToConfirm: asset.name } : {})}
    >
      {authorize.confirm}
    </ConfirmAction>
  );
}

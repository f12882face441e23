"use client";

import { useState } from "react";
import { ConfirmAction } from "@/components/data/confirm-action";
import { Alert } from "@/components/ui/alert";
import { Card, CardBody, CardFooter, CardHeader } from "@/components/ui/card";
import { Checkbox } from "@/components/ui/checkbox";
import { DialogButton } from "@/components/ui/dialog-button";
import { late } from "@/components/ui/late";
import { type ApprovalPreview, movingAssignments, type RequestDetails } from "@/lib/domain/requests";
import { shortenMiddle } from "@/lib/format/ids";
import { requestsText } from "@/lib/messages/requests";
import { approveRequestAction } from "@/server/actions/requests";
import { EligibilityList } from "./eligibility-list";

const { approval: text, alert, decline, kyc } = requestsText;
const FreedAssignments = late(() => import("./freed-assignments").then((module) => module.FreedAssignments));
const loadDecline = () => import("./decline-dialog").then((module) => module.DeclineDialog);

interface ApprovalCardProps {
  request: RequestDetails;
  preview: ApprovalPreview | null;
  canDecide: boolean;
}

/** What an approval would do, the choice of categories, and the two decisions. */
export function ApprovalCard({ request, preview, canDecide }: ApprovalCardProps) {
  const [ticked, setTicked] = useState<number[] | null>(null);
  // Until a person ticks, what is proposed: it may come later, with AMP.
  const chosen = ticked ?? preview?.proposed ?? [];
  const [isOwnerConfirmed, setOwnerConfirmed] = useState(false);
  const moving = movingAssignments(preview?.user ?? null, request.gaid);
  // The number that was agreed to: another one is asked about anew.
  const [agreedMoves, setAgreedMoves] = useState(0);
  const isUnsaid = (preview?.user?.isClaimed === true && !isOwnerConfirmed) || agreedMoves !== moving;
  const isRunning = request.state === "approving" && !request.isStopped;
  return (
    <Card>
      <CardHeader title={text.title} description={isRunning ? text.running : text.intro} />
      <CardBody className="grid gap-4 text-sm">
        {request.problem !== null && (
          <Alert
            tone={request.isStopped ? "danger" : "waiting"}
            title={request.isStopped ? text.stopped : text.waiting}
          >
            {request.problem}
          </Alert>
        )}
        {preview === null ? (
          <Alert tone="waiting" title={text.unreadable} />
        ) : (
          <>
            <Deeds preview={preview} gaid={request.gaid} />
            {preview.user?.isClaimed && !isRunning && (
              <Claim user={preview.user} isConfirmed={isOwnerConfirmed} setConfirmed={setOwnerConfirmed} />
            )}
            {moving > 0 && !isRunning && (
              <Moves count={moving} isAgreed={agreedMoves === moving} setAgreed={setAgreedMoves} />
            )}
            <Categories preview={preview} chosen={chosen} setChosen={setTicked} isFixed={isRunning} />
            <EligibilityList preview={preview} chosen={chosen} />
            <FreedAssignments preview={preview} chosen={chosen} />
          </>
        )}
      </CardBody>
      {canDecide && !isRunning && (
        <CardFooter>
          <DialogButton load={loadDecline} dialog={{ requestId: request.id, isStopped: request.isStopped }}>
            {decline.open}
          </DialogButton>
          <ConfirmAction
            variant="primary"
            disabled={!preview?.gaid.isValid || isUnsaid}
            {...confirmationOf(request, consequenceOf(preview, chosen))}
            action={() =>
              approveRequestAction({
                ...{ requestId: request.id, categoryIds: chosen, isOwnerConfirmed },
                expectedUserId: preview?.user?.id ?? null,
                expectedOpenAssignments: agreedMoves,
                despiteAlert: doubtOf(request) !== null,
              })
            }
            done={text.done}
          >
            {request.isStopped ? text.again : text.approve}
          </ConfirmAction>
        </CardFooter>
      )}
    </Card>
  );
}

/** What the page shows against the identity; the server asks again. */
function doubtOf({ kycAlert, isKycStale }: RequestDetails): string | null {
  if (kycAlert !== null) return `${alert.titles[kycAlert]}.`;
  return isKycStale ? kyc.staleText : null;
}

/** Whoever approves in spite of a doubt reads it once more and says so. */
function confirmationOf(request: RequestDetails, consequence: string) {
  const doubt = doubtOf(request);
  return doubt === null
    ? { title: text.approveTitle, consequence, confirmLabel: text.confirm, tone: "primary" as const }
    : {
        ...{ title: text.doubtTitle, consequence: text.doubtConsequence(doubt, consequence) },
        ...{ confirmLabel: text.confirmDoubt, tone: "danger" as const },
      };
}

interface ClaimProps {
  user: NonNullable<ApprovalPreview["user"]>;
  isConfirmed: boolean;
  setConfirmed: (isConfirmed: boolean) => void;
}

/** A GAID proves nothing about whose it is. */
const Claim = ({ user, isConfirmed, setConfirmed }: ClaimProps) => (
  <Alert tone="blocked" title={text.claimed(user.name, user.id)}>
    <div className="grid gap-2">
      <p>{text.claimedText}</p>
      <Checkbox
        label={text.confirmOwner}
        checked={isConfirmed}
        onChange={(event) => setConfirmed(event.target.checked)}
      />
    </div>
  </Alert>
);

interface MovesProps {
  count: number;
  isAgreed: boolean;
  setAgreed: (count: number) => void;
}

/** Open assignments go to whatever wallet is the default when they are sent, so a person says that the new one is meant. */
const Moves = ({ count, isAgreed, setAgreed }: MovesProps) => (
  <Alert tone="blocked" title={text.openAssignments(count)}>
    <div className="grid gap-2">
      <p>{text.openAssignmentsText}</p>
      <Checkbox
        label={text.confirmMoves}
        checked={isAgreed}
        onChange={(event) => setAgreed(event.target.checked ? count : 0)}
      />
    </div>
  </Alert>
);

function consequenceOf(preview: ApprovalPreview | null, chosen: number[]): string {
  const names = namesOf(preview, chosen);
  return preview?.user ? text.consequenceForKnown(preview.user, names) : text.consequence(names);
}

const namesOf = (preview: ApprovalPreview | null, chosen: number[]) =>
  (preview?.categories ?? [])
    .filter(({ id }) => chosen.includes(id))
    .map(({ name }) => name)
    .join(", ");

/** Which user it concerns and which GAID becomes the default. */
function Deeds({ preview: { user }, gaid }: { preview: ApprovalPreview; gaid: string }) {
  if (user === null) return <p>{text.creates}</p>;
  const found = { gaid: text.found, wallet: text.foundByWallet, marker: text.foundByMarker }[user.by];
  const changes = user.defaultGaid !== null && user.defaultGaid !== gaid;
  return (
    <ul className="grid list-disc gap-1 ps-5">
      <li>{found(user.name, user.id)}</li>
      {user.defaultGaid === gaid && <li>{text.keepsDefault}</li>}
      {changes && <li>{text.changesDefault(shortenMiddle(user.defaultGaid ?? ""))}</li>}
    </ul>
  );
}

interface CategoriesProps {
  preview: ApprovalPreview;
  chosen: number[];
  setChosen: (ids: number[]) => void;
  isFixed: boolean;
}

function Categories({ preview: { categories, user }, chosen, setChosen, isFixed }: CategoriesProps) {
  if (categories.length === 0) return <p className="text-muted-foreground">{text.noCategories}</p>;
  const toggle = (id: number, isOn: boolean) =>
    setChosen(isOn ? [...chosen, id] : chosen.filter((other) => other !== id));
  return (
    <fieldset className="grid gap-1.5" disabled={isFixed}>
      <legend className="font-medium">{text.categories}</legend>
      <p className="mb-1 text-muted-foreground text-xs">{text.categoriesHint}</p>
      {categories.map(({ id, name }) => (
        <Checkbox
          key={id}
          label={name}
          hint={user?.categories.includes(id) ? text.hasAlready : undefined}
          checked={chosen.includes(id)}
          onChange={(event) => toggle(id, event.target.checked)}
        />
      ))}
    </fieldset>
  );
}

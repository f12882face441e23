"use client";

import { ConfirmAction } from "@/components/data/confirm-action";
import { BlockTime } from "@/components/ui/block-time";
import { Card, CardBody, CardFooter, CardHeader } from "@/components/ui/card";
import { KeyValue, KeyValues } from "@/components/ui/key-values";
import type { ManagerDetails } from "@/lib/domain/managers";
import { managersText } from "@/lib/messages/managers";
import { revokeManagerAction } from "@/server/actions/managers";
import { LockButton } from "./lock-button";

const { standing: text } = managersText;

/** Whether the manager gets in, when it was last seen, and how its access ends. */
export function StandingCard({ details: { manager, lastSeenAt } }: { details: ManagerDetails }) {
  return (
    <Card>
      <CardHeader title={text.title} />
      <CardBody>
        <KeyValues>
          <KeyValue term={text.id}>{manager.id}</KeyValue>
          <KeyValue term={text.lastSeen}>
            {lastSeenAt === null ? text.notSeen : <BlockTime at={lastSeenAt} />}
            {lastSeenAt !== null && (
              <span className="block text-muted-foreground text-xs">{text.seenHint}</span>
            )}
          </KeyValue>
        </KeyValues>
      </CardBody>
      <CardFooter>
        <ConfirmAction
          variant="danger-quiet"
          title={text.revokeTitle(manager.username)}
          consequence={
            <div className="grid gap-3">
              <ol className="grid list-decimal gap-1.5 ps-5">
                {text.revokeSteps.map((step) => (
                  <li key={step}>{step}</li>
                ))}
              </ol>
              <p>{text.revokeKeeps}</p>
            </div>
          }
          confirmLabel={text.revoke}
          typeToConfirm={manager.username}
          done={text.revoked}
          action={() => revokeManagerAction({ managerId: manager.id })}
        >
          {text.revoke}
        </ConfirmAction>
        {!manager.isLocked && <LockButton manager={manager} />}
      </CardFooter>
    </Card>
  );
}

"use client";

import { ConfirmAction } from "@/components/data/confirm-action";
import { Card, CardHeader } from "@/components/ui/card";
import type { Seed } from "@/lib/contracts/control-worlds";
import { sandboxWorldsText } from "@/lib/messages/sandbox-worlds";
import { beginAnewAction } from "@/server/actions/sandbox-worlds";
import { WorldConsequence } from "./snapshots-card";

const { reset: text } = sandboxWorldsText;

/** Worlds to begin with. */
export const SeedsCard = ({ seeds }: { seeds: Seed[] }) => (
  <Card>
    <CardHeader title={text.title} description={text.description} />
    <ul className="divide-y divide-border">
      {seeds.map(({ name, summary }) => (
        <li key={name} className="flex items-start justify-between gap-4 px-4 py-3">
          <span className="grid gap-0.5">
            <span className="font-medium text-sm">{name}</span>
            <span className="text-muted-foreground text-xs">{summary}</span>
          </span>
          <ConfirmAction
            size="sm"
            variant="danger-quiet"
            aria-label={text.label(name)}
            title={text.dialog(name)}
            consequence={<WorldConsequence words={text.consequence} />}
            confirmLabel={text.confirm}
            typeToConfirm={name}
            done={text.done(name)}
            action={() => beginAnewAction({ seed: name })}
          >
            {text.button}
          </ConfirmAction>
        </li>
      ))}
    </ul>
  </Card>
);

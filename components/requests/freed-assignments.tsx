"use client";

import { Amount } from "@/components/ui/amount";
import { freedAssignments } from "@/lib/domain/freed-assignments";
import type { ApprovalPreview } from "@/lib/domain/requests";
import { freedAssignmentsText as text } from "@/lib/messages/freed-assignments";

/** What may be paid to the person once the chosen categories are added, and could not be until then. */
export function FreedAssignments({ preview, chosen }: { preview: ApprovalPreview; chosen: number[] }) {
  const freed = freedAssignments(preview, chosen);
  if (freed.length === 0) return null;
  return (
    <section className="grid gap-1.5">
      <h3 className="font-medium">{text.title}</h3>
      <ul className="grid gap-1">
        {freed.map(({ asset, count, sats }) => (
          <li key={asset.assetUuid} className="flex flex-wrap justify-between gap-x-4">
            <span className="min-w-0 break-words">{asset.name}</span>
            <span>
              {text.count(count)}
              <Amount sats={sats} precision={asset.precision} ticker={asset.ticker} className="ms-3" />
            </span>
          </li>
        ))}
      </ul>
      <p className="text-muted-foreground text-xs">{text.text}</p>
    </section>
  );
}

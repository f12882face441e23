"use client";

import { useState } from "react";
import { CircleChanges } from "@/components/categories/circle-changes";
import { useImpact } from "@/components/categories/use-impact";
import { ErrorAlert } from "@/components/data/error-alert";
import { useConfirmed } from "@/components/data/use-confirmed";
import { ConfirmDialog } from "@/components/ui/confirm-dialog";
import { Field } from "@/components/ui/field";
import { Select } from "@/components/ui/select";
import { type CategoryName, isHarmful } from "@/lib/domain/eligibility";
import type { BulkImpact } from "@/lib/domain/membership-impact";
import { userJobsText } from "@/lib/messages/user-jobs";
import { randomId } from "@/lib/random-id";
import { routes } from "@/lib/routes";
import { startBulkAction } from "@/server/actions/user-jobs";

const { bulk: text } = userJobsText;

/** Users by their numbers, or all that a search and filters match. */
export type Chosen = { ids: number[] } | { query: { q?: string; filters: Record<string, string> } };

interface BulkDialogProps {
  chosen: Chosen;
  count: number;
  isMember: boolean;
  categories: CategoryName[];
  onClose: () => void;
}

/** Asks for the category, counts whom it concerns, and begins only what was counted. */
export function BulkDialog({ chosen, count, isMember, categories, onClose }: BulkDialogProps) {
  const [intentId] = useState(randomId);
  const [category, setCategory] = useState("");
  const path = pathOf(chosen, category, isMember);
  const { impact, age, waiting, failure, recount } = useImpact<BulkImpact>(path, {
    enabled: category !== "",
  });
  const changing = impact?.changes ?? 0;
  const name = categories.find(({ id }) => String(id) === category)?.name;
  const confirm = useConfirmed(
    () => startBulkAction({ ...chosen, intentId, categoryId: Number(category), isMember, changing }),
    text.begun,
    ({ jobId }) => routes.userJob(jobId),
  );
  const onConfirm = async () => {
    const result = await confirm();
    if (!result.ok) void recount();
    return result;
  };
  return (
    <ConfirmDialog
      title={(isMember ? text.addTitle : text.removeTitle)(count)}
      tone={isMember ? "primary" : "danger"}
      consequence={
        <Field label={text.category}>
          <Select
            value={category}
            onChange={(event) => setCategory(event.target.value)}
            placeholder={text.choose}
            options={categories.map(({ id, name }) => ({ value: String(id), label: name }))}
          />
        </Field>
      }
      confirmLabel={isMember ? text.add : text.remove}
      isReady={changing > 0}
      {...(name && impact?.assets.some(isHarmful) ? { typeToConfirm: name } : {})}
      onConfirm={onConfirm}
      onClose={onClose}
    >
      {failure ? <ErrorAlert error={failure} /> : impact ? <Impact impact={impact} /> : waiting}
      {age}
    </ConfirmDialog>
  );
}

function pathOf(chosen: Chosen, category: string, isMember: boolean): string {
  const params = new URLSearchParams({ target: category, member: isMember ? "1" : "0" });
  if ("ids" in chosen) params.set("ids", chosen.ids.join(","));
  else
    for (const [name, value] of Object.entries({ ...chosen.query.filters, q: chosen.query.q }))
      if (value) params.set(name, value);
  return `/api/users/bulk?${params}`;
}

function Impact({ impact }: { impact: BulkImpact }) {
  const { changes, chosen, assets, archived } = impact;
  if (changes === 0) return <p>{text.none}</p>;
  return (
    <div className="grid gap-2">
      <p>{text.changing(changes, chosen)}</p>
      <CircleChanges changes={assets} archived={archived} />
    </div>
  );
}

"use client";

import { useQuery } from "@tanstack/react-query";
import { useRouter } from "next/navigation";
import { useState } from "react";
import { useConfirmed } from "@/components/categories/use-confirmed";
import { ErrorAlert } from "@/components/data/error-alert";
import { getJson, ViewError } from "@/components/data/get-json";
import { ConfirmDialog } from "@/components/ui/confirm-dialog";
import { Field } from "@/components/ui/field";
import { Select } from "@/components/ui/select";
import { Spinner } from "@/components/ui/spinner";
import type { CategoryName } from "@/lib/domain/eligibility";
import type { MembershipImpact } from "@/lib/domain/membership-impact";
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
  const router = useRouter();
  const [intentId] = useState(randomId);
  const [category, setCategory] = useState("");
  const path = pathOf(chosen, category, isMember);
  const { data, error, refetch } = useQuery<MembershipImpact>({
    queryKey: [path],
    queryFn: () => getJson<MembershipImpact>(path),
    enabled: category !== "",
    staleTime: 0,
  });
  const changing = data?.changing ?? 0;
  const confirm = useConfirmed(
    () => startBulkAction({ ...chosen, intentId, categoryId: Number(category), isMember, changing }),
    text.begun,
  );
  const onConfirm = async () => {
    const result = await confirm();
    if (result.ok) router.push(routes.userJob(result.data.jobId));
    else void refetch();
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
      onConfirm={onConfirm}
      onClose={onClose}
    >
      {error instanceof ViewError && <ErrorAlert error={error.view} />}
      {category !== "" && !error && <Impact impact={data} />}
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

function Impact({ impact }: { impact: MembershipImpact | undefined }) {
  if (!impact)
    return (
      <p role="status" className="flex items-center gap-2 text-muted-foreground">
        <Spinner />
        {text.counting}
      </p>
    );
  const { changing, chosen, assets, isMember } = impact;
  if (changing === 0) return <p>{text.none}</p>;
  return (
    <div className="grid gap-2">
      <p>{text.changing(changing, chosen)}</p>
      {assets.length === 0 && <p className="text-muted-foreground">{text.unused}</p>}
      <ul className="grid gap-1">
        {assets.map(({ assetUuid, name, users, stillMissing }) => (
          <li key={assetUuid}>
            {(isMember ? text.joined : text.left)(name, users)}
            {stillMissing > 0 && <span className="text-muted-foreground"> {text.missing(stillMissing)}</span>}
          </li>
        ))}
      </ul>
    </div>
  );
}

import { Skeleton, TableSkeleton } from "@/components/ui/skeleton";

/** Figures, chart and table, each about as high as it will be. */
export default function OwnershipLoading() {
  return (
    <div className="grid gap-5">
      <Skeleton className="h-24 rounded-lg" />
      <Skeleton className="h-96 rounded-lg" />
      <TableSkeleton />
    </div>
  );
}

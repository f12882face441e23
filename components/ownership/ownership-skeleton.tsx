import { Skeleton, TableSkeleton } from "@/components/ui/skeleton";

/** Figures, chart and table, each about as high as it will be. */
export const OwnershipSkeleton = () => (
  <>
    <Skeleton className="h-24 rounded-lg" />
    <Skeleton className="h-96 rounded-lg" />
    <TableSkeleton />
  </>
);

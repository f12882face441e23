import { OwnershipSkeleton } from "@/components/ownership/ownership-skeleton";
import { Skeleton } from "@/components/ui/skeleton";

export default function OwnershipLoading() {
  return (
    <div className="grid gap-5">
      <Skeleton className="h-24 rounded-lg" />
      <OwnershipSkeleton />
    </div>
  );
}

"use client";

import { useRouter } from "next/navigation";
import { useEffect } from "react";
import { Alert } from "@/components/ui/alert";
import { ownershipMomentText } from "@/lib/messages/ownership-moment";

const EVERY_MS = 3_000;

/** How far the reading of an asset's transactions is; the page is asked for again until they are there. */
export function HistoryLooksAgain({ message }: { message: string }) {
  const router = useRouter();
  useEffect(() => {
    const timer = setInterval(() => router.refresh(), EVERY_MS);
    return () => clearInterval(timer);
  }, [router]);
  return (
    <Alert tone="info" title={ownershipMomentText.history.underWay}>
      {message}
    </Alert>
  );
}

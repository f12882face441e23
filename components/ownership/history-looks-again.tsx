"use client";

import { useRouter } from "next/navigation";
import { useEffect, useTransition } from "react";
import { Alert } from "@/components/ui/alert";
import { ownershipMomentText } from "@/lib/messages/ownership-moment";

const AGAIN_MS = 3_000;

/** How far the reading of an asset's transactions is; the page is asked for again, look after look and while it is in sight, until they are there. */
export function HistoryLooksAgain({ message }: { message: string }) {
  const router = useRouter();
  const [isLooking, look] = useTransition();
  useEffect(() => {
    if (isLooking) return;
    const lookInSight = () => {
      if (document.visibilityState === "visible") look(() => router.refresh());
    };
    const timer = setTimeout(lookInSight, AGAIN_MS);
    document.addEventListener("visibilitychange", lookInSight);
    return () => {
      clearTimeout(timer);
      document.removeEventListener("visibilitychange", lookInSight);
    };
  }, [router, isLooking]);
  return (
    <Alert tone="info" title={ownershipMomentText.history.underWay}>
      {message}
    </Alert>
  );
}

"use client";

import { useRouter } from "next/navigation";
import { useTransition } from "react";
import { Button } from "@/components/ui/button";
import { failuresText } from "@/lib/messages/failures";

/** Asks the server for the page again. */
export function Retry() {
  const router = useRouter();
  const [isPending, start] = useTransition();
  return (
    <Button variant="primary" loading={isPending} onClick={() => start(() => router.refresh())}>
      {failuresText.retry}
    </Button>
  );
}

"use client";

import { type FormEvent, type ReactNode, useTransition } from "react";
import { askLeading } from "@/components/data/get-json";
import { failuresText } from "@/lib/messages/failures";
import { notify } from "@/lib/notify";

type Failed = "stillSignedIn" | "stillPreview";

interface LeavingFormProps {
  /** Leads to another page; works, as a POST, before any script has loaded. */
  action: () => Promise<void>;
  /** What may be so where it got no answer. */
  failed: Failed;
  className?: string;
  children: ReactNode;
}

export function LeavingForm({ action, failed, className, children }: LeavingFormProps) {
  const [isPending, start] = useTransition();
  const leave = (event: FormEvent) => {
    event.preventDefault();
    if (!isPending) start(() => leaveBy(action, failed));
  };
  return (
    <form action={action} onSubmit={leave} className={className}>
      {children}
    </form>
  );
}

/** Says it when nobody answered; the page stays then. */
export async function leaveBy(action: () => Promise<void>, failed: Failed): Promise<void> {
  const error = await askLeading(action);
  if (error) notify({ tone: "danger", title: failuresText[failed], description: error.message });
}

"use client";

import { Failure } from "@/components/shell/failure";

/** Below the frame of the desk, whose navigation stays. */
export default function DeskError({ error, retry }: { error: unknown; retry: () => void }) {
  return <Failure error={error} retry={retry} />;
}

"use client";

import { useRouter } from "next/navigation";
import type { ComponentProps } from "react";
import { CopyFreshness } from "./copy-freshness";

/** The same where a page came from the server as a whole: it is rendered again. */
export function PageCopyFreshness(props: Omit<ComponentProps<typeof CopyFreshness>, "onRefresh">) {
  const router = useRouter();
  return <CopyFreshness {...props} onRefresh={async () => router.refresh()} />;
}

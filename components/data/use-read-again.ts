"use client";

import { useRouter } from "next/navigation";
import { useEffect, useRef } from "react";

/** Has the server paint the page anew when `state`, which a part of it keeps fresh, has become another one. */
export function useReadAgain(state: string): void {
  const router = useRouter();
  const before = useRef(state);
  useEffect(() => {
    if (before.current !== state) router.refresh();
    before.current = state;
  }, [state, router]);
}

"use client";

import NextLink, { type LinkProps, useLinkStatus } from "next/link";
import { useState } from "react";

/**
 * Next's link, whose page is fetched ahead when somebody points at it or reaches it with the keyboard. Next fetches
 * whatever comes into sight: for a list of fifty rows, fifty pages that hardly anybody opens.
 */
export function Link<RouteType>({
  prefetch,
  onPointerEnter,
  onFocus,
  children,
  ...props
}: LinkProps<RouteType>) {
  const [isWanted, setWanted] = useState(false);
  return (
    <NextLink
      {...props}
      prefetch={isWanted ? (prefetch ?? null) : false}
      onPointerEnter={(event) => {
        setWanted(true);
        onPointerEnter?.(event);
      }}
      onFocus={(event) => {
        setWanted(true);
        onFocus?.(event);
      }}
    >
      {children}
      <UnderWay />
    </NextLink>
  );
}

/** Seen at the upper edge of the window, while the next page is on its way: see `desk-under-way` in the styles. */
const UnderWay = () => useLinkStatus().pending && <span className="desk-under-way" hidden />;

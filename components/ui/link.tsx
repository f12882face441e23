"use client";

import NextLink, { type LinkProps, useLinkStatus } from "next/link";

/**
 * Next's link, which fetches nothing ahead: of a page that is made for whoever asks, Next would fetch where it lies and no
 * more, one request for each of fifty rows.
 */
export function Link<RouteType>({ children, ...props }: LinkProps<RouteType>) {
  return (
    <NextLink prefetch={false} {...props}>
      {children}
      <UnderWay />
    </NextLink>
  );
}

/** Seen at the upper edge of the window, while the next page is on its way: see `desk-under-way` in the styles. */
const UnderWay = () => useLinkStatus().pending && <span className="desk-under-way" hidden />;

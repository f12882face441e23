import type { ReactNode } from "react";
import { Freshness } from "@/components/ui/freshness";

/** How old a page is, above what it shows. */
export const AgeLine = ({ children }: { children: ReactNode }) => (
  <div className="-mb-4 flex justify-end">{children}</div>
);

/** The same for a page that AMP or the node was asked for as a whole. @param asOf `page.asOf` */
export const ReadAt = ({ asOf }: { asOf: Date }) => (
  <AgeLine>
    <Freshness freshness={{ asOf, source: "amp" }} />
  </AgeLine>
);

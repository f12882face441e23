import { Freshness } from "@/components/ui/freshness";

/** How old a page is that AMP or the node was asked for as a whole, above what it shows. @param asOf `page.asOf` */
export const ReadAt = ({ asOf }: { asOf: Date }) => (
  <div className="-mb-4 flex justify-end">
    <Freshness freshness={{ asOf, source: "amp" }} />
  </div>
);

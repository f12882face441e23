import { ownershipText } from "@/lib/messages/ownership";
import { BAR_PX, type Bar } from "./bars";

/** The chart as HTML: same places, same sizes, nothing to fetch. */
export const DrawnBars = ({ bars }: { bars: Bar[] }) => (
  <div className="grid h-full grid-cols-[minmax(0,min(36%,200px))_minmax(0,1fr)] text-xs" data-drawn-bars>
    {bars.map(({ id, name, length, share, fill }) => (
      <div key={id} className="col-span-2 grid grid-cols-subgrid items-center" style={{ height: BAR_PX }}>
        <span className="truncate pe-2 text-end">{name}</span>
        <span className="flex items-center gap-1.5">
          <span
            className="h-3.5 min-w-0.5 rounded-e-xs"
            style={{ backgroundColor: fill, width: `calc((100% - 4rem) * ${length / 1_000_000})` }}
          />
          <span className="text-muted-foreground">{ownershipText.percent(share)}</span>
        </span>
      </div>
    ))}
  </div>
);

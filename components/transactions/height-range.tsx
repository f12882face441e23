import type { ReactNode } from "react";
import { Input } from "@/components/ui/input";
import { readDay } from "@/lib/domain/block-days";
import { heightProblem, readHeight } from "@/lib/domain/height-filter";
import type { ListState } from "@/lib/list-state";
import { commonText } from "@/lib/messages/common";
import { heightsText as text } from "@/lib/messages/heights";

/** Fields of the filter bar's form: the first and the last block or day, both included. */
export function HeightRange({ state: { query } }: { state: ListState }) {
  const { from, to, since, until } = query.filters;
  const problem = heightProblem(query.filters);
  return (
    <div className="flex w-full flex-wrap items-center gap-x-4 gap-y-2">
      <Range label={text.blocks}>
        <Height
          name="from"
          label={text.from}
          value={from}
          hint={text.first}
          isWrong={readHeight(from) === null}
        />
        <Height
          name="to"
          label={text.to}
          value={to}
          hint={text.last}
          isWrong={problem === "from-above-to" || readHeight(to) === null}
        />
      </Range>
      <Range label={text.days}>
        <Day name="since" label={text.since} value={since} isWrong={readDay(since) === null} />
        <Day
          name="until"
          label={text.until}
          value={until}
          isWrong={problem === "since-after-until" || readDay(until) === null}
        />
      </Range>
    </div>
  );
}

function Range({ label, children: [first, last] }: { label: string; children: [ReactNode, ReactNode] }) {
  return (
    <span className="flex flex-wrap items-center gap-2 text-muted-foreground text-xs max-sm:w-full">
      <span aria-hidden className="max-sm:w-full">
        {label}
      </span>
      {first}
      <span aria-hidden>{commonText.none}</span>
      {last}
    </span>
  );
}

interface EndProps {
  name: string;
  label: string;
  value: string | undefined;
  isWrong: boolean;
}

const Height = ({ hint, ...end }: EndProps & { hint: string }) => (
  <span className="max-sm:min-w-0 max-sm:flex-1 sm:w-24">
    <Input {...inputOf(end)} placeholder={hint} inputMode="numeric" />
  </span>
);

const Day = (end: EndProps) => (
  <span className="max-sm:min-w-0 max-sm:flex-1 max-sm:[&>input]:px-1.5 sm:w-36">
    <Input {...inputOf(end)} type="date" />
  </span>
);

const inputOf = ({ name, label, value, isWrong }: EndProps) => ({
  name,
  "aria-label": label,
  defaultValue: value ?? "",
  autoComplete: "off",
  "aria-invalid": isWrong || undefined,
});

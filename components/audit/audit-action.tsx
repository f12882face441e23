import ChevronRight from "lucide-react/icons/chevron-right";
import { CopyId } from "@/components/ui/copy-id";
import { cn } from "@/lib/cn";
import { groupDigits } from "@/lib/format/amounts";
import { auditText } from "@/lib/messages/audit";
import { auditDetailsText } from "@/lib/messages/audit-details";
import { commonText } from "@/lib/messages/common";

const LONG = 24;

/** What was done; its ids and amounts are folded away behind it until somebody asks. */
export function AuditAction({ words, detail }: { words: string; detail: Record<string, unknown> }) {
  const pairs = Object.entries(detail);
  if (pairs.length === 0) return <span className="sm:ps-5">{words}</span>;
  return (
    <details className="group/detail">
      <summary className="flex w-fit list-none items-center gap-1 rounded-xs hover:underline max-sm:ms-auto [&::-webkit-details-marker]:hidden">
        <ChevronRight
          aria-hidden
          className="size-4 text-muted-foreground transition-transform group-open/detail:rotate-90 rtl:-scale-x-100"
        />
        {words}
      </summary>
      <AuditFacts detail={detail} className="mt-1 mb-1 text-xs sm:ps-5" />
    </details>
  );
}

/** Ids, amounts and words that an entry keeps. */
export const AuditFacts = ({
  detail,
  className,
}: {
  detail: Record<string, unknown>;
  className?: string;
}) => (
  <dl className={cn("grid grid-cols-[max-content_minmax(0,1fr)] gap-x-4 gap-y-0.5 text-start", className)}>
    {Object.entries(detail).map(([key, value]) => (
      <div key={key} className="col-span-2 grid grid-cols-subgrid items-baseline">
        <dt className="text-muted-foreground">{auditDetailsText[key] ?? key}</dt>
        <dd className="min-w-0 break-words">
          <Value name={key} value={value} />
        </dd>
      </div>
    ))}
  </dl>
);

function Value({ name, value }: { name: string; value: unknown }) {
  const text = textOf(value);
  if (/sats$/i.test(name) && /^\d+$/.test(text)) return groupDigits(text);
  if (text.length > LONG && !text.includes(" ")) return <CopyId value={text} label={auditText.valueLabel} />;
  return text;
}

function textOf(value: unknown): string {
  if (typeof value === "boolean") return value ? commonText.yes : commonText.no;
  if (value === null || value === undefined) return commonText.none;
  return typeof value === "object" ? JSON.stringify(value) : String(value);
}

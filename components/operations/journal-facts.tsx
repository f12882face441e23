import { groupDigits } from "@/lib/format/amounts";
import { encodeJson } from "@/lib/json";
import { commonText } from "@/lib/messages/common";
import { operationJournalText } from "@/lib/messages/operation-journal";

/** What a step left in the journal, each by its word; a name of another version of the desk stands as it is. */
export function JournalFacts({ detail }: { detail: Record<string, unknown> }) {
  const facts = Object.entries(detail).filter(([, value]) => value !== undefined);
  if (facts.length === 0) return null;
  return (
    <dl className="grid gap-y-0.5 text-xs">
      {facts.map(([name, value]) => (
        <div key={name} className="flex flex-wrap gap-x-2 max-sm:justify-end">
          <dt className="text-muted-foreground">{operationJournalText.details[name] ?? name}</dt>
          <dd className="wrap-anywhere min-w-0">{wordsOf(name, value)}</dd>
        </div>
      ))}
    </dl>
  );
}

function wordsOf(name: string, value: unknown): string {
  if (typeof value === "boolean") return value ? commonText.yes : commonText.no;
  if (value === null) return commonText.none;
  const text = typeof value === "object" ? encodeJson(value) : String(value);
  if (/sats$/i.test(name) && /^\d+$/.test(text)) return groupDigits(text);
  return operationJournalText.values[name]?.[text] ?? text;
}

import ChevronRight from "lucide-react/icons/chevron-right";
import { Card, CardBody, CardHeader } from "@/components/ui/card";
import { Freshness } from "@/components/ui/freshness";
import { KeyValue, KeyValues } from "@/components/ui/key-values";
import { settingsText } from "@/lib/messages/settings";

const { amp: text } = settingsText;

interface AmpCardProps {
  asOf: Date;
  version: string;
  notes: string | null;
  versions: { version: string; lines: string[] }[];
}

export function AmpCard({ asOf, version, notes, versions }: AmpCardProps) {
  return (
    <Card>
      <CardHeader
        title={text.title}
        description={text.description}
        actions={<Freshness freshness={{ asOf, source: "amp" }} />}
      />
      <CardBody className="py-2">
        <KeyValues>
          <KeyValue term={text.version}>{version}</KeyValue>
          {notes && <KeyValue term={text.notes}>{notes}</KeyValue>}
        </KeyValues>
      </CardBody>
      <details className="group/changelog border-border border-t">
        <summary className="focus-inset flex min-h-11 list-none items-center gap-2 px-4 py-2 font-medium text-sm hover:bg-accent [&::-webkit-details-marker]:hidden">
          <ChevronRight
            aria-hidden
            className="size-4 text-muted-foreground transition-transform group-open/changelog:rotate-90 rtl:-scale-x-100"
          />
          {text.changelog}
          <span className="font-normal text-muted-foreground text-xs">{text.changelogHint}</span>
        </summary>
        {versions.length === 0 ? (
          <p className="px-4 pb-3 text-muted-foreground text-sm">{text.noChangelog}</p>
        ) : (
          <dl className="grid gap-3 px-4 pt-1 pb-4 text-sm sm:grid-cols-[5rem_minmax(0,1fr)] sm:gap-y-2">
            {versions.map((entry) => (
              <Version key={entry.version} {...entry} />
            ))}
          </dl>
        )}
      </details>
    </Card>
  );
}

function Version({ version, lines }: AmpCardProps["versions"][number]) {
  return (
    <>
      <dt className="font-medium max-sm:-mb-2">{version}</dt>
      <dd className="min-w-0 break-words">
        {lines.map((line) => (
          <p key={line}>{line}</p>
        ))}
      </dd>
    </>
  );
}

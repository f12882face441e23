import { Card, CardBody } from "@/components/ui/card";
import { CopyId } from "@/components/ui/copy-id";
import { KeyValue, KeyValues } from "@/components/ui/key-values";
import { Link } from "@/components/ui/link";
import type { GaidView } from "@/lib/domain/gaid-view";
import { gaidsText } from "@/lib/messages/gaids";
import { routes } from "@/lib/routes";

export function GaidFacts({ view: { gaid, user, problem } }: { view: GaidView }) {
  return (
    <Card>
      <CardBody>
        <KeyValues>
          <KeyValue term={gaidsText.field}>
            <CopyId value={gaid} label={gaidsText.field} full />
          </KeyValue>
          {problem === null && (
            <KeyValue term={gaidsText.owner}>
              {user === null ? (
                <span className="text-muted-foreground">{gaidsText.nobody}</span>
              ) : (
                <Link
                  href={routes.user(user.id)}
                  className="inline-block min-h-6 font-medium leading-6 hover:underline"
                >
                  {user.name}
                </Link>
              )}
            </KeyValue>
          )}
        </KeyValues>
      </CardBody>
    </Card>
  );
}

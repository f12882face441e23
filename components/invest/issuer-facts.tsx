import { Card } from "@/components/ui/card";
import { investText } from "@/lib/messages/invest";
import { SharedFacts } from "./shared-facts";

const { issuer: text } = investText;

/** What the issuer of the link asks for, and what becomes known to it. */
export const IssuerFacts = ({ name }: { name: string }) => (
  <Card className="grid gap-6 p-5 sm:grid-cols-2 sm:p-8">
    <section className="grid content-start gap-2">
      <h2 className="font-semibold text-base">{text.title(name)}</h2>
      <ol className="grid list-decimal gap-1.5 ps-4 text-sm marker:text-muted-foreground">
        {text.asks.map((wish) => (
          <li key={wish}>{wish}</li>
        ))}
      </ol>
    </section>
    <SharedFacts issuer={name} />
  </Card>
);

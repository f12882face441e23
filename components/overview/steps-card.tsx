import { ButtonLink } from "@/components/ui/button";
import { Card, CardHeader } from "@/components/ui/card";
import type { NextStep } from "@/lib/domain/overview";
import { overviewText } from "@/lib/messages/overview";
import { routes } from "@/lib/routes";

const { steps: text } = overviewText;

/** What could be done now; nothing is wrong without it. */
export function StepsCard({ steps }: { steps: NextStep[] }) {
  return (
    <Card>
      <CardHeader title={text.title} />
      <ul className="divide-y divide-border">
        {steps.map((step) => {
          const { title, detail, href } = wordsOf(step);
          return (
            <li
              key={title}
              className="flex flex-wrap items-center justify-between gap-x-4 gap-y-1.5 px-4 py-2.5"
            >
              <div className="min-w-0 flex-1 basis-56">
                <p className="font-medium text-sm">{title}</p>
                <p className="text-muted-foreground text-xs">{detail}</p>
              </div>
              <ButtonLink size="sm" href={href} aria-label={`${text.open}: ${title}`}>
                {text.open}
              </ButtonLink>
            </li>
          );
        })}
      </ul>
    </Card>
  );
}

function wordsOf(step: NextStep) {
  switch (step.kind) {
    case "distribute":
      return {
        title: text.distribute(step.asset.name),
        detail: text.distributeText,
        href: routes.distributions(step.asset.assetUuid),
      };
    case "requests":
      return { title: text.requests(step.count), detail: text.requestsText, href: routes.requests };
    case "notifications":
      return { title: text.notifications, detail: text.notificationsText, href: routes.settings };
  }
}

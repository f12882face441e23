import { BlockTime } from "@/components/ui/block-time";
import { ButtonLink } from "@/components/ui/button";
import { Card, CardBody, CardHeader } from "@/components/ui/card";
import { Link } from "@/components/ui/link";
import { Status } from "@/components/ui/status";
import type { Work } from "@/lib/domain/unfinished-work";
import { unfinishedWorkText as text } from "@/lib/messages/unfinished-work";
import { routes } from "@/lib/routes";

/** Long jobs beside the treasury's operations, found again after the tab was closed. */
export const WorkCard = ({ works }: { works: Work[] }) => (
  <Card className="mt-5">
    <CardHeader
      title={text.title}
      description={text.description}
      actions={
        <ButtonLink size="sm" variant="ghost" href={routes.userJobs}>
          {text.jobs}
        </ButtonLink>
      }
    />
    {works.length === 0 ? (
      <CardBody>
        <p className="text-muted-foreground text-sm">{text.none}</p>
      </CardBody>
    ) : (
      <ul className="divide-y divide-border">
        {works.map(({ id, tone, title, detail, href, person, begunAt }) => (
          <li key={id} className="flex flex-wrap items-center justify-between gap-x-4 gap-y-1 px-4 py-2.5">
            <div className="min-w-0">
              <Status tone={tone} wraps className="text-sm">
                <Link href={href} className="font-medium hover:underline">
                  {title}
                </Link>
              </Status>
              <p className="ms-4 text-muted-foreground text-xs">{detail}</p>
            </div>
            <p className="flex flex-wrap gap-x-3 text-muted-foreground text-xs">
              <span>{person}</span>
              <BlockTime at={begunAt} />
            </p>
          </li>
        ))}
      </ul>
    )}
  </Card>
);

import type { ReactNode } from "react";
import { after } from "@/lib/after";
import { PromptShape } from "./prompt-shape";
import { PageSkeleton } from "./skeleton";

/** Longer than a page's reads take while all is well, shorter than a person begins to wonder. */
const WAITED_MS = 400;

/**
 * Where every page begins, below the bar that stays. After a link Next looks whether what is new begins within sight,
 * and then scrolls nowhere. Of a page in a new frame, as an asset's with its name and tabs, it takes the page alone, far
 * below: so much could stay scrolled away. With this the page begins where its frame does.
 */
const PageTop = () => (
  <span
    aria-hidden
    data-page-top
    className="absolute top-[calc(var(--band-height)+var(--topbar-height)+1rem)]"
  />
);

/**
 * A page, or a frame of pages, that comes whole when its reads are quick, and as an outline first when they are not.
 * What follows an outline is painted late, and an outline that flashes up for a page that is nearly there is in the way.
 * Within that time, a page that does not exist and one that leads elsewhere have the status of it, too.
 */
export const promptly =
  <P,>(Page: (props: P) => Promise<Awaited<ReactNode>>, outline: ReactNode = <PageSkeleton />) =>
  async (props: P): Promise<ReactNode> => {
    const page = Page(props);
    const inTime = await Promise.race([page.then((node) => ({ node })), after(WAITED_MS)]);
    return (
      <>
        <PageTop />
        {inTime ? (
          <PromptShape>{inTime.node}</PromptShape>
        ) : (
          <PromptShape outline={outline}>
            <Following page={page} />
          </PromptShape>
        )}
      </>
    );
  };

const Following = ({ page }: { page: Promise<Awaited<ReactNode>> }) => page;

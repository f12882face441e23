import type { ReactNode } from "react";
import { PromptShape } from "./prompt-shape";
import { PageSkeleton } from "./skeleton";

/** Longer than a page's reads take while all is well, shorter than a person begins to wonder. */
const WAITED_MS = 400;

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
    if (inTime) return <PromptShape>{inTime.node}</PromptShape>;
    return (
      <PromptShape outline={outline}>
        <Following page={page} />
      </PromptShape>
    );
  };

const Following = ({ page }: { page: Promise<Awaited<ReactNode>> }) => page;

const after = (ms: number) => new Promise<null>((resolve) => void setTimeout(resolve, ms, null));

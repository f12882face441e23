import type { Metadata } from "next";
import { VestingCalendar } from "@/components/assignments/vesting/vesting-calendar";
import { PageCopyFreshness } from "@/components/data/page-copy-freshness";
import { PageFailure } from "@/components/data/page-failure";
import { ExportButton } from "@/components/export/export-button";
import { ButtonLink } from "@/components/ui/button";
import { Pagination } from "@/components/ui/pagination";
import { promptly } from "@/components/ui/promptly";
import { assetFiles } from "@/lib/list-files";
import { parseListState } from "@/lib/list-state";
import { vestingText } from "@/lib/messages/vesting";
import { routes } from "@/lib/routes";
import { pageData } from "@/server/doors/page-data";
import { readVesting } from "@/server/services/vesting";

export const generateMetadata = (): Metadata => ({ title: vestingText.title });

export default promptly(async function VestingPage({
  params,
  searchParams,
}: PageProps<"/assets/[uuid]/assignments/vesting">) {
  const { uuid } = await params;
  const state = parseListState(await searchParams, assetFiles.vesting(uuid));
  const page = await pageData((actor) => readVesting(actor, uuid, state.query));
  if (!page.ok) return <PageFailure title={vestingText.title} error={page.error} state={state} />;
  const { asset, figures, total, nextCursor, freshness, page: moments } = page.data;
  const shown = moments.dates.length;
  return (
    <div className="grid gap-5">
      <div className="flex flex-wrap items-center justify-end gap-2">
        <PageCopyFreshness freshness={freshness} of={{ list: "assignments", assetUuid: uuid }} />
        <ExportButton list="vesting" state={state} />
        <ButtonLink size="sm" href={routes.assignments(uuid)}>
          {vestingText.toAssignments}
        </ButtonLink>
      </div>
      <VestingCalendar
        asset={asset}
        figures={figures}
        page={moments}
        pages={
          shown < total && <Pagination state={state} shown={shown} total={total} nextCursor={nextCursor} />
        }
      />
    </div>
  );
});

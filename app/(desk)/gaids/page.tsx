import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { PageFailure } from "@/components/data/page-failure";
import { GaidForm } from "@/components/gaids/gaid-form";
import { Card, CardBody } from "@/components/ui/card";
import { PageHeader } from "@/components/ui/page-header";
import { promptly } from "@/components/ui/promptly";
import { gaidsText } from "@/lib/messages/gaids";
import { routes } from "@/lib/routes";
import { pageData } from "@/server/doors/page-data";
import { mayLookUpGaids } from "@/server/services/gaids";

export const generateMetadata = (): Metadata => ({ title: gaidsText.title });

export default promptly(async function GaidsPage({ searchParams }: PageProps<"/gaids">) {
  const { gaid } = await searchParams;
  const text = typeof gaid === "string" ? gaid.trim() : "";
  if (text !== "") redirect(routes.gaid(text));
  const page = await pageData(mayLookUpGaids);
  if (!page.ok) return <PageFailure title={gaidsText.title} error={page.error} />;
  return (
    <>
      <PageHeader title={gaidsText.title} description={gaidsText.description} />
      <Card>
        <CardBody>
          <GaidForm />
        </CardBody>
      </Card>
    </>
  );
});

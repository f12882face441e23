import Coins from "lucide-react/icons/coins";
import type { Route } from "next";
import { Amount, Sats } from "@/components/ui/amount";
import { Badge } from "@/components/ui/badge";
import { BlockTime } from "@/components/ui/block-time";
import { Button, ButtonLink } from "@/components/ui/button";
import { Card, CardBody, CardHeader } from "@/components/ui/card";
import { CopyId } from "@/components/ui/copy-id";
import { EmptyState } from "@/components/ui/empty-state";
import { FilterBar } from "@/components/ui/filter-bar";
import { Freshness } from "@/components/ui/freshness";
import { KeyValue, KeyValues } from "@/components/ui/key-values";
import { PageHeader } from "@/components/ui/page-header";
import { Pagination } from "@/components/ui/pagination";
import { Progress } from "@/components/ui/progress";
import { TableSkeleton } from "@/components/ui/skeleton";
import { SortTh } from "@/components/ui/sort-th";
import { Status } from "@/components/ui/status";
import { StepBar } from "@/components/ui/step-bar";
import { Stepper } from "@/components/ui/stepper";
import { RowTitle, Table, TableBody, TableHead, TableRow, Td, Th } from "@/components/ui/table";
import { Tabs } from "@/components/ui/tabs";
import { parseListState } from "@/lib/list-state";
import { Demo } from "./demo";

const id = "4f9c1d2a7be03c55d18e6a907cc1f2ab83d4e5f60718293a4b5c6d7e8f77ab02";
export default async function P({ searchParams }: { searchParams: Promise<Record<string, string>> }) {
  const state = parseListState(await searchParams, {
    path: "/gallery-u/more",
    sorts: ["name", "at", "amount"],
    defaultSort: "-at",
    filters: { type: ["issue", "burn"] },
  });
  return (
    <>
      <PageHeader
        title="Northwind Bond 2027"
        aside={
          <>
            <Badge>NWB27</Badge>
            <Badge tone="ok">Ready</Badge>
          </>
        }
        crumbs={[{ label: "Assets", href: "/assets" as Route }]}
        description={<CopyId value={id} label="asset id" />}
        freshness={<Freshness freshness={{ asOf: new Date("2026-11-20T12:03:10Z"), source: "amp" }} />}
        actions={
          <>
            <Button>Reissue</Button>
            <ButtonLink href="/gallery-u" variant="primary">
              Distribute
            </ButtonLink>
          </>
        }
        tabs={
          <Tabs
            label="Asset"
            tabs={["more", "ownership", "activity", "assignments", "distributions", "supply", "settings"].map(
              (x, i) => ({
                href: `/gallery-u/${x}` as Route,
                label: x[0]!.toUpperCase() + x.slice(1),
                ...(i === 3 && { count: 12 }),
              }),
            )}
          />
        }
      />
      <div className="grid gap-5">
        <Demo />
        <Card>
          <FilterBar
            state={state}
            search="Transaction, user or amount"
            filters={[
              {
                name: "type",
                label: "Type",
                options: [
                  { value: "issue", label: "Issuance" },
                  { value: "burn", label: "Burn" },
                ],
              },
            ]}
            sorts={[{ value: "-at", label: "Newest first" }]}
          >
            <Button size="sm">Export</Button>
          </FilterBar>
          <Table caption="Activities" className="border-t">
            <TableHead>
              <SortTh state={state} column="at" first="descending">
                Time
              </SortTh>
              <Th>Type</Th>
              <Th>Transaction</Th>
              <SortTh state={state} column="name">
                User
              </SortTh>
              <SortTh state={state} column="amount" numeric>
                Amount
              </SortTh>
            </TableHead>
            <TableBody>
              {[1, 2, 3, 4].map((i) => (
                <TableRow key={i}>
                  <Td label="Time">
                    <BlockTime
                      at={i === 1 ? null : new Date(1795000000000 - i * 9e6)}
                      height={3214567 - i * 40}
                    />
                  </Td>
                  <Td label="Type">
                    <Badge>Transfer</Badge>
                  </Td>
                  <Td label="Transaction">
                    <CopyId value={id} label="transaction id" />
                  </Td>
                  <RowTitle>Ada Lindqvist</RowTitle>
                  <Td numeric label="Amount">
                    <Amount sats={BigInt(i) * -1234567n} precision={2} ticker="NWB27" signed />
                  </Td>
                </TableRow>
              ))}
            </TableBody>
          </Table>
          <Pagination state={state} shown={4} total={312} nextCursor="abc" />
        </Card>
        <div className="grid gap-5 md:grid-cols-[1fr_1fr_1fr]">
          <Card>
            <CardHeader title="From issued to ready" />
            <CardBody>
              <Stepper
                label="Readiness"
                steps={[
                  {
                    id: "1",
                    title: "Issued",
                    state: "done",
                    aside: "#3,214,527",
                    description: "20,000,000.00 NWB27 in one output of the treasury",
                  },
                  { id: "2", title: "2 confirmations", state: "done", aside: "2 of 2" },
                  {
                    id: "3",
                    title: "Authorised",
                    state: "current",
                    description: "AMP is asked at 3 confirmations.",
                  },
                  {
                    id: "4",
                    title: "Registry",
                    state: "waiting",
                    description: "northwind.example has to serve the proof file.",
                  },
                  {
                    id: "5",
                    title: "Categories",
                    state: "blocked",
                    description: "No category is required yet: everyone with a GAID could receive it.",
                    action: <Button size="sm">Require a category</Button>,
                  },
                  { id: "6", title: "Ready", state: "todo" },
                ]}
              />
            </CardBody>
          </Card>
          <Card>
            <CardHeader title="Facts" />
            <CardBody className="py-1.5">
              <KeyValues>
                <KeyValue term="Issuer">Northwind Capital</KeyValue>
                <KeyValue term="Supply">
                  <Amount sats={2000000000n} precision={2} ticker="NWB27" />
                </KeyValue>
                <KeyValue term="As AMP counts">
                  <Sats sats={2000000000n} />
                </KeyValue>
                <KeyValue term="Asset id">
                  <CopyId full value={id} label="asset id" />
                </KeyValue>
                <KeyValue term="State">
                  <Status tone="ok">Ready</Status>
                </KeyValue>
              </KeyValues>
            </CardBody>
          </Card>
          <Card>
            <EmptyState
              icon={<Coins aria-hidden />}
              title="No assets yet"
              action={<Button variant="primary">Issue an asset</Button>}
            >
              An asset is a security on Liquid that AMP watches over: who may hold it, who holds it, and what
              moves.
            </EmptyState>
          </Card>
        </div>
        <StepBar
          label="Wizard"
          steps={["Type", "Identity", "Supply", "Reissuance", "Addresses", "Review"].map((title, i) => ({
            id: title,
            title,
            state: i < 2 ? ("done" as const) : i === 2 ? ("current" as const) : ("todo" as const),
          }))}
        />
        <Progress label="Distribution" done={140} total={312} />
        <TableSkeleton rows={3} />
      </div>
    </>
  );
}

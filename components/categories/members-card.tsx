"use client";

import Users from "lucide-react/icons/users";
import { CopyFreshness } from "@/components/data/copy-freshness";
import { ListTable, optionsOf } from "@/components/data/list-table";
import { useLive } from "@/components/data/use-live";
import { ExportButton } from "@/components/export/export-button";
import { Card, CardBody, CardHeader } from "@/components/ui/card";
import { CopyId } from "@/components/ui/copy-id";
import { EmptyState } from "@/components/ui/empty-state";
import { FilterBar } from "@/components/ui/filter-bar";
import { Link } from "@/components/ui/link";
import { SortTh } from "@/components/ui/sort-th";
import { Status } from "@/components/ui/status";
import { RowTitle, TableRow, Td, Th } from "@/components/ui/table";
import type { RegisteredUser } from "@/lib/contracts/amp/registered-users";
import type { ListPage } from "@/lib/contracts/list";
import type { CategoryDetails } from "@/lib/domain/categories";
import { isFiltered, type ListState, listHref } from "@/lib/list-state";
import { categoriesText } from "@/lib/messages/categories";
import { usersText } from "@/lib/messages/users";
import { routes } from "@/lib/routes";
import { AddMemberForm } from "./add-member-form";
import { RemoveMemberButton } from "./remove-member-button";

const { memberCard: text } = categoriesText;
const { columns, kinds } = usersText;

interface MembersCardProps {
  state: ListState;
  initial: ListPage<RegisteredUser>;
  details: CategoryDetails;
  canChange: boolean;
}

export function MembersCard({ state, initial, details, canChange }: MembersCardProps) {
  const { data, refresh, error } = useLive(`/api${listHref(state, state.query)}`, initial);
  const { category } = details;
  const isEmpty = category.memberCount === 0;
  return (
    <Card>
      <CardHeader
        title={text.title}
        description={categoriesText.members(category.memberCount)}
        actions={<CopyFreshness freshness={data.freshness} of={{ list: "users" }} onRefresh={refresh} />}
      />
      <CardBody className="border-border border-b">
        {canChange ? (
          <AddMemberForm category={category} />
        ) : (
          <p className="text-muted-foreground text-sm">{text.readOnly}</p>
        )}
      </CardBody>
      {!isEmpty && (
        <FilterBar state={state} search={text.search} sorts={optionsOf(usersText.sorts)}>
          <ExportButton list="members" state={state} />
        </FilterBar>
      )}
      <ListTable
        state={state}
        page={data}
        error={error}
        caption={text.title}
        empty={<NoMembers isSearch={isFiltered(state)} canChange={canChange} />}
        head={
          <>
            <SortTh state={state} column="name">
              {columns.name}
            </SortTh>
            <Th>{columns.kind}</Th>
            <Th>{columns.gaid}</Th>
            <SortTh state={state} column="id" numeric>
              {columns.id}
            </SortTh>
            {canChange && (
              <Th fit>
                <span className="sr-only">{text.remove}</span>
              </Th>
            )}
          </>
        }
        row={(user) => <MemberRow key={user.id} user={user} details={details} canChange={canChange} />}
      />
    </Card>
  );
}

function MemberRow({
  user,
  details,
  canChange,
}: {
  user: RegisteredUser;
  details: CategoryDetails;
  canChange: boolean;
}) {
  return (
    <TableRow>
      <RowTitle>
        <Link href={routes.user(user.id)} className="font-medium hover:underline">
          {user.name}
        </Link>
      </RowTitle>
      <Td label={columns.kind}>{user.isCompany ? kinds.company : kinds.person}</Td>
      <Td label={columns.gaid}>
        {user.gaid === null ? (
          <Status tone="waiting">{usersText.noWallet}</Status>
        ) : (
          <CopyId value={user.gaid} label={columns.gaid} />
        )}
      </Td>
      <Td label={columns.id} numeric>
        {user.id}
      </Td>
      {canChange && (
        <Td fit>
          <RemoveMemberButton user={user} category={details.category} label={text.removeOne(user.name)} />
        </Td>
      )}
    </TableRow>
  );
}

function NoMembers({ isSearch, canChange }: { isSearch: boolean; canChange: boolean }) {
  if (isSearch) return <EmptyState icon={<Users aria-hidden />} title={text.filtered} />;
  return (
    <EmptyState icon={<Users aria-hidden />} title={text.none}>
      {canChange ? text.noneText : text.noneManager}
    </EmptyState>
  );
}

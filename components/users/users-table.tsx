"use client";

import Users from "lucide-react/icons/users";
import { CopyFreshness } from "@/components/data/copy-freshness";
import { ListTable, optionsOf } from "@/components/data/list-table";
import { useLive } from "@/components/data/use-live";
import { ExportButton } from "@/components/export/export-button";
import { Badge } from "@/components/ui/badge";
import { ButtonLink } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { CopyId } from "@/components/ui/copy-id";
import { EmptyState } from "@/components/ui/empty-state";
import { FilterBar } from "@/components/ui/filter-bar";
import { Link } from "@/components/ui/link";
import { SortTh } from "@/components/ui/sort-th";
import { Status } from "@/components/ui/status";
import { RowTitle, TableRow, Td, Th } from "@/components/ui/table";
import type { CategoryName } from "@/lib/domain/eligibility";
import type { BalanceBasis, UserRow, UsersPage } from "@/lib/domain/users";
import { isFiltered, type ListState, listHref } from "@/lib/list-state";
import { userJobsText } from "@/lib/messages/user-jobs";
import { usersText } from "@/lib/messages/users";
import { routes } from "@/lib/routes";
import { BalanceNote } from "./balance-note";
import { SelectionBar, SelectOne, SelectPage } from "./selection-bar";
import { type Selection, useSelection } from "./use-selection";

interface UsersTableProps {
  state: ListState;
  initial: UsersPage;
  categories: CategoryName[];
  canAdd: boolean;
  canCategorise: boolean;
  /** What the person may filter by. */
  filterable: { kyc: boolean; balance: boolean };
}

const { archives, columns, companies, filters, kinds, kycStates, sorts, wallets } = usersText;
const sortOptions = () => optionsOf(sorts);
const walletField = () => ({ name: "wallet", label: filters.wallet, options: optionsOf(wallets) });
const companyField = () => ({ name: "company", label: filters.company, options: optionsOf(companies) });
const kycField = () => ({ name: "kyc", label: filters.kyc, options: optionsOf(kycStates) });
const balanceField = () => ({
  name: "balance",
  label: filters.balance,
  options: optionsOf(usersText.balances.choices),
});
const archivedField = () => ({ name: "archived", label: filters.archived, options: optionsOf(archives) });

/** Only beside a filter by balance, which it narrows to one asset. */
const assetField = ({ assets }: BalanceBasis) => ({
  name: "asset",
  label: filters.asset,
  options: assets.map(({ assetUuid, name }) => ({ value: assetUuid, label: name })),
});

export function UsersTable(props: UsersTableProps) {
  const { state, initial, categories, canAdd, canCategorise, filterable } = props;
  const { data, refresh, error } = useLive(`/api${listHref(state, state.query)}`, initial);
  const selection = useSelection(state);
  const options = categories.map(({ id, name }) => ({ value: String(id), label: name }));
  const category = { name: "category", label: filters.category, options };
  const without = { name: "without", label: filters.without, options };
  const { balances } = data;
  return (
    <Card>
      <FilterBar
        state={state}
        search={usersText.search}
        filters={[
          ...[category, without, walletField(), companyField(), archivedField()],
          ...(filterable.kyc ? [kycField()] : []),
          ...(filterable.balance ? [balanceField()] : []),
          ...(balances ? [assetField(balances)] : []),
        ]}
        sorts={sortOptions()}
      >
        <CopyFreshness freshness={data.freshness} of={{ list: "users" }} onRefresh={refresh} />
        <ExportButton list="users" state={state} />
      </FilterBar>
      {balances && <BalanceNote basis={balances} filters={state.query.filters} onRefresh={refresh} />}
      {canCategorise && (
        <SelectionBar state={state} selection={selection} page={data} categories={categories} />
      )}
      <ListTable
        state={state}
        page={data}
        error={error}
        caption={usersText.title}
        empty={<NoUsers isSearch={isFiltered(state)} canAdd={canAdd} />}
        head={
          <>
            {canCategorise && (
              <Th fit>
                <span className="sr-only">{userJobsText.selection.column}</span>
                <SelectPage selection={selection} ids={data.rows.map(({ id }) => id)} />
              </Th>
            )}
            <SortTh state={state} column="name">
              {columns.name}
            </SortTh>
            <Th>{columns.kind}</Th>
            <Th>{columns.gaid}</Th>
            <Th>{columns.categories}</Th>
            <SortTh state={state} column="id" numeric>
              {columns.id}
            </SortTh>
          </>
        }
        row={(user) => (
          <UserTableRow key={user.id} user={user} selection={canCategorise ? selection : null} />
        )}
      />
    </Card>
  );
}

function UserTableRow({ user, selection }: { user: UserRow; selection: Selection | null }) {
  return (
    <TableRow>
      {selection && (
        <Td label={userJobsText.selection.column}>
          <SelectOne selection={selection} user={user} />
        </Td>
      )}
      <RowTitle>
        <Link href={routes.user(user.id)} className="font-medium hover:underline">
          {user.name}
        </Link>
        {user.isArchived && (
          <Badge tone="waiting" className="ms-2">
            {usersText.archive.archived}
          </Badge>
        )}
      </RowTitle>
      <Td label={columns.kind}>{user.isCompany ? kinds.company : kinds.person}</Td>
      <Td label={columns.gaid}>
        {user.gaid === null ? (
          <Status tone="waiting">{usersText.noWallet}</Status>
        ) : (
          <CopyId value={user.gaid} label={columns.gaid} />
        )}
      </Td>
      <Td label={columns.categories}>
        <CategoryBadges categories={user.categoryNames} />
      </Td>
      <Td label={columns.id} numeric>
        {user.id}
      </Td>
    </TableRow>
  );
}

const SHOWN = 3;

function CategoryBadges({ categories }: { categories: CategoryName[] }) {
  if (categories.length === 0) return <span className="text-muted-foreground">{usersText.noCategory}</span>;
  const rest = categories.slice(SHOWN);
  return (
    <span className="inline-flex flex-wrap gap-1">
      {categories.slice(0, SHOWN).map(({ id, name }) => (
        <Badge key={id}>{name}</Badge>
      ))}
      {rest.length > 0 && (
        <Badge title={rest.map(({ name }) => name).join(", ")}>{usersText.moreCategories(rest.length)}</Badge>
      )}
    </span>
  );
}

function NoUsers({ isSearch, canAdd }: { isSearch: boolean; canAdd: boolean }) {
  if (isSearch) return <EmptyState icon={<Users aria-hidden />} title={usersText.empty.filtered} />;
  return (
    <EmptyState
      icon={<Users aria-hidden />}
      title={usersText.empty.title}
      action={
        canAdd && (
          <ButtonLink variant="primary" href={routes.newUser}>
            {usersText.add}
          </ButtonLink>
        )
      }
    >
      {usersText.empty.text}
    </EmptyState>
  );
}

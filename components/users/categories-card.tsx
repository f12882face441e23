import { CategoryLine } from "@/components/categories/category-line";
import { RemoveMemberButton } from "@/components/categories/remove-member-button";
import { AskIssuer } from "@/components/managers/ask-issuer";
import { Card, CardBody, CardHeader } from "@/components/ui/card";
import type { CategoryName } from "@/lib/domain/eligibility";
import { categoriesText } from "@/lib/messages/categories";
import { usersText } from "@/lib/messages/users";
import { CATEGORIES_CARD } from "@/lib/routes";
import { AddToCategoryForm } from "./add-to-category-form";

const { categories: text } = usersText;

interface CategoriesCardProps {
  user: { id: number; name: string; categories: number[] };
  /** Every category of the workspace with what requires it. */
  all: (CategoryName & { usedBy: number })[];
  canChange: boolean;
  /** The category to add to that a link chose; empty when none did. */
  chosen: string;
}

/** A manager, who changes nothing, is told of the granted assets alone. */
const usedBy = (count: number, isIssuer: boolean) =>
  count === 0 && !isIssuer ? categoriesText.usedByNoneOfYours : categoriesText.usedBy(count);

export function CategoriesCard({ user, all, canChange, chosen }: CategoriesCardProps) {
  const own = all.filter(({ id }) => user.categories.includes(id));
  const others = all.filter(({ id }) => !user.categories.includes(id));
  return (
    <Card id={CATEGORIES_CARD}>
      <CardHeader title={text.title} description={text.description} />
      {own.length > 0 && (
        <ul className="divide-y divide-border border-border border-b">
          {own.map((category) => (
            <li
              key={category.id}
              className="flex min-h-10 items-center justify-between gap-3 px-4 py-1.5 text-sm"
            >
              <CategoryLine category={category} note={usedBy(category.usedBy, canChange)} />
              {canChange && (
                <RemoveMemberButton user={user} category={category} label={text.removeFrom(category.name)} />
              )}
            </li>
          ))}
        </ul>
      )}
      <CardBody className="grid gap-3 text-sm">
        {own.length === 0 && <p className="text-muted-foreground">{text.none}</p>}
        {canChange ? (
          <AddToCategoryForm
            key={chosen}
            user={user}
            categories={others}
            hasAny={all.length > 0}
            chosen={chosen}
          />
        ) : (
          <div className="grid justify-items-start gap-2">
            <p className="text-muted-foreground">{text.readOnly}</p>
            <AskIssuer
              wanted={{
                kind: "category",
                user: { id: user.id, name: user.name },
                categories: others.map(({ id, name }) => ({ id, name })),
              }}
            />
          </div>
        )}
      </CardBody>
    </Card>
  );
}

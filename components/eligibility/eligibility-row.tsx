import { Link } from "@/components/ui/link";
import { Status } from "@/components/ui/status";
import { RowTitle, TableRow, Td } from "@/components/ui/table";
import {
  type AssetRule,
  type CategoryName,
  canReceive,
  type EligibilityRow as Row,
} from "@/lib/domain/eligibility";
import { failingWords } from "@/lib/format/eligibility-words";
import { eligibilityText } from "@/lib/messages/eligibility";
import { routes } from "@/lib/routes";
import { UserRemedy } from "./remedies";

const { list: text, rules } = eligibilityText;

interface EligibilityRowProps {
  row: Row;
  assetUuid: string;
  /** What is in the way of everybody. */
  ofAsset: readonly AssetRule[];
  required: readonly CategoryName[];
  canAdd: boolean;
}

export function EligibilityRow({ row, assetUuid, ofAsset, required, canAdd }: EligibilityRowProps) {
  const isClear = ofAsset.length === 0 && canReceive(row.failing);
  return (
    <TableRow>
      <RowTitle>
        <Link href={routes.user(row.id)} className="font-medium hover:underline">
          {row.name}
        </Link>
      </RowTitle>
      <Td label={text.verdict}>
        <Status tone={isClear ? "ok" : "blocked"}>{isClear ? text.yes : text.no}</Status>
      </Td>
      <Td label={text.rulesShort}>
        {ofAsset.length + row.failing.length === 0 ? (
          <span className="text-muted-foreground">{text.nothing}</span>
        ) : (
          <ul className="grid gap-0.5">
            {ofAsset.map((rule) => (
              <li key={rule}>{rules[rule]}</li>
            ))}
            {row.failing.map((rule) => (
              <li key={rule.rule === "category" ? rule.categoryId : rule.rule}>
                {failingWords(rule, required)}{" "}
                <UserRemedy rule={rule} user={row} assetUuid={assetUuid} canAdd={canAdd} />
              </li>
            ))}
          </ul>
        )}
      </Td>
      <Td label={text.id} numeric>
        {row.id}
      </Td>
    </TableRow>
  );
}

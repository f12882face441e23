import type { Route } from "next";
import { Card, CardHeader } from "@/components/ui/card";
import { Link } from "@/components/ui/link";
import { RowTitle, Table, TableBody, TableHead, TableRow, Td, Th } from "@/components/ui/table";
import type { EligibilityView, RuleFilter } from "@/lib/domain/eligibility";
import { groupDigits } from "@/lib/format/amounts";
import { type ListState, listHref } from "@/lib/list-state";
import { eligibilityText } from "@/lib/messages/eligibility";

const { summary: text } = eligibilityText;

interface RuleSummaryProps {
  state: ListState;
  view: EligibilityView;
}

/** How many of the register fail each rule; each line leads to those users. */
export function RuleSummary({ state, view: { counts, failing, required } }: RuleSummaryProps) {
  const { users, clear, noGaid, blacklisted, missing } = counts;
  const isOpen = failing.length === 0;
  const rules: { label: string; count: number; rule: RuleFilter }[] = [
    { label: isOpen ? text.now : text.clear, count: clear, rule: "clear" },
    ...required.map(({ id, name }) => ({ label: text.missing(name), count: missing[id] ?? 0, rule: id })),
    { label: text.noGaid, count: noGaid, rule: "no-gaid" },
    { label: text.blacklisted, count: blacklisted, rule: "blacklisted" },
  ];
  return (
    <Card className="max-w-3xl">
      <CardHeader title={text.title} description={text.description} />
      <Table caption={text.title} narrow="scroll">
        <TableHead>
          <Th>{text.rule}</Th>
          <Th numeric>{text.count}</Th>
        </TableHead>
        <TableBody>
          <Line label={text.all} value={groupDigits(String(users))} />
          {!isOpen && <Line label={text.now} value={text.ofAll(0, users)} />}
          {rules.map(({ label, count, rule }) => (
            <Line
              key={label}
              label={label}
              value={text.ofAll(count, users)}
              href={listHref(state, { q: "", filters: { rule: String(rule) } }) as Route}
            />
          ))}
        </TableBody>
      </Table>
    </Card>
  );
}

function Line({ label, value, href }: { label: string; value: string; href?: Route }) {
  return (
    <TableRow>
      <RowTitle>
        {href ? (
          <Link
            href={href}
            scroll={false}
            aria-label={text.show(label)}
            className="text-link underline-offset-2 hover:underline"
          >
            {label}
          </Link>
        ) : (
          label
        )}
      </RowTitle>
      <Td numeric>{value}</Td>
    </TableRow>
  );
}

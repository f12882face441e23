import Search from "lucide-react/icons/search";
import { Button } from "@/components/ui/button";
import { Input } from "@/components/ui/input";
import { categoryMatrixText } from "@/lib/messages/category-matrix";

const { columns: text } = categoryMatrixText;

interface ColumnBarProps {
  search: string;
  onSearch: (search: string) => void;
  /** The first and the last column shown, counted from one, of how many. */
  from: number;
  to: number;
  all: number;
  onMove: (direction: -1 | 1) => void;
}

/** Which of the categories stand side by side. */
export function ColumnBar({ search, onSearch, from, to, all, onMove }: ColumnBarProps) {
  return (
    <div className="flex flex-wrap items-center gap-2 border-border border-b px-4 py-2.5">
      <Input
        type="search"
        aria-label={text.search}
        placeholder={text.search}
        value={search}
        onChange={(event) => onSearch(event.target.value)}
        autoComplete="off"
        leading={<Search aria-hidden />}
        className="w-full sm:w-72"
      />
      <p role="status" className="text-muted-foreground text-sm tabular-nums">
        {all === 0 ? text.none : text.shown(from, to, all)}
      </p>
      {(from > 1 || to < all) && (
        <span className="ms-auto flex gap-2">
          <Button size="sm" disabled={from <= 1} onClick={() => onMove(-1)}>
            {text.previous}
          </Button>
          <Button size="sm" disabled={to >= all} onClick={() => onMove(1)}>
            {text.next}
          </Button>
        </span>
      )}
    </div>
  );
}

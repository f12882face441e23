import { cn } from "@/lib/cn";
import type { RegisteredUser } from "@/lib/contracts/amp/registered-users";
import { shortenMiddle } from "@/lib/format/ids";
import { usersText } from "@/lib/messages/users";
import type { UserSearch } from "./use-user-search";

const { picker: text } = usersText;

interface UserOptionsProps {
  id: string;
  search: UserSearch;
  current: RegisteredUser | undefined;
  optionId: (user: RegisteredUser) => string;
  onPoint: (index: number) => void;
  onPick: (user: RegisteredUser) => void;
}

/** The list below a `UserPicker`. Focus stays in the field: a press here must not take it away. */
export function UserOptions({ id, search, current, optionId, onPoint, onPick }: UserOptionsProps) {
  const note = noteFor(search);
  return (
    <div
      onPointerDown={(event) => event.preventDefault()}
      className="surface-floating absolute inset-x-0 top-full z-20 mt-1 max-h-72 overflow-y-auto p-1"
    >
      <div id={id} role="listbox" aria-label={usersText.title}>
        {search.users.map((user, index) => (
          <div
            key={user.id}
            id={optionId(user)}
            role="option"
            tabIndex={-1}
            aria-selected={user === current}
            onPointerUp={() => onPick(user)}
            onPointerMove={() => onPoint(index)}
            className={cn(
              "flex min-h-8 cursor-pointer items-center justify-between gap-4 rounded-sm px-2.5 py-1 text-sm",
              user === current && "bg-accent",
            )}
          >
            <span className="truncate">{user.name}</span>
            <span className="shrink-0 text-muted-foreground text-xs">
              {user.gaid === null ? usersText.noWallet : <code>{shortenMiddle(user.gaid, 4)}</code>}
            </span>
          </div>
        ))}
      </div>
      {note && (
        <p role="status" className="px-2.5 py-1.5 text-muted-foreground text-xs">
          {note}
        </p>
      )}
    </div>
  );
}

function noteFor({ users, more, isSearching, isFailed }: UserSearch): string | null {
  if (isFailed) return text.failed;
  if (users.length === 0) return isSearching ? text.searching : text.none;
  return more > 0 ? text.more(more) : null;
}

"use client";

import { type KeyboardEvent, useId, useState } from "react";
import { useChoice } from "@/components/typed/use-choice";
import type { WiredProps } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { Spinner } from "@/components/ui/spinner";
import type { RegisteredUser } from "@/lib/contracts/amp/registered-users";
import { usersText } from "@/lib/messages/users";
import { useUserSearch } from "./use-user-search";
import { UserOptions } from "./user-options";

const { picker: text } = usersText;

export type PickedUser = Pick<RegisteredUser, "id" | "name">;

interface UserPickerProps extends WiredProps {
  picked: PickedUser | null;
  onPick: (user: PickedUser | null) => void;
  /** Leaves out the members of this category. */
  without?: number;
}

/**
 * A combobox over all registered users: the server searches, so that it stays quick with 100,000 of them. The words
 * stay in the field, the arrows walk the list below it.
 */
export function UserPicker({ picked, onPick, without, ...wired }: UserPickerProps) {
  const listId = useId();
  const [words, setWords] = useState("");
  const [isOpen, setOpen] = useState(false);
  const [active, setActive] = useState(0);
  const search = useUserSearch({ words: picked ? "" : words, without, isOpen });
  const current = search.users[Math.min(active, search.users.length - 1)];
  const optionId = (user: RegisteredUser) => `${listId}-${user.id}`;

  const pick = ({ id, name }: PickedUser) => {
    onPick({ id, name });
    setOpen(false);
  };
  const field = useChoice<HTMLInputElement, PickedUser>(() => picked, pick);
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === "Escape" && isOpen) setOpen(false);
    else if (event.key === "Enter" && isOpen) {
      // A list of earlier words must not decide whom these words mean.
      if (current && !search.isSearching) pick(current);
    } else if (event.key === "ArrowDown" && !isOpen) setOpen(true);
    else if (event.key === "ArrowDown") setActive(Math.min(active + 1, search.users.length - 1));
    else if (event.key === "ArrowUp" && isOpen) setActive(Math.max(active - 1, 0));
    else return;
    event.preventDefault();
  };
  return (
    <div className="relative">
      <Input
        {...wired}
        ref={field}
        data-choice="user"
        role="combobox"
        aria-expanded={isOpen}
        aria-controls={listId}
        aria-autocomplete="list"
        aria-activedescendant={isOpen && current ? optionId(current) : undefined}
        autoComplete="off"
        spellCheck={false}
        placeholder={text.placeholder}
        value={picked?.name ?? words}
        onFocus={() => setOpen(!picked)}
        onClick={() => setOpen(!picked)}
        onBlur={() => setOpen(false)}
        onKeyDown={onKeyDown}
        onChange={(event) => {
          onPick(null);
          setWords(event.target.value);
          setActive(0);
          setOpen(true);
        }}
        // Never left out: the field would become another element and lose the focus.
        trailing={isOpen && search.isSearching ? <Spinner /> : ""}
      />
      {isOpen && (
        <UserOptions
          id={listId}
          search={search}
          current={current}
          optionId={optionId}
          onPoint={setActive}
          onPick={pick}
        />
      )}
    </div>
  );
}

"use client";

import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { useEffect, useState } from "react";
import { getJson } from "@/components/data/get-json";
import type { RegisteredUser } from "@/lib/contracts/amp/registered-users";
import type { ListPage } from "@/lib/contracts/list";

const PAUSE_MS = 150;
const SHOWN = 8;

export interface UserSearch {
  users: RegisteredUser[];
  /** Further ones that the words also match. */
  more: number;
  /** The users are those of an earlier question while this is true. */
  isSearching: boolean;
  isFailed: boolean;
}

/** The first registered users that match, asked of the server once the person pauses. */
export function useUserSearch(options: {
  words: string;
  without: number | undefined;
  isOpen: boolean;
}): UserSearch {
  const { without, isOpen } = options;
  const asked = options.words.trim();
  const words = usePaused(asked);
  const params = new URLSearchParams({ limit: String(SHOWN) });
  if (words) params.set("q", words);
  if (without !== undefined) params.set("without", String(without));
  const path = `/api/users?${params}`;
  const { data, isFetching, isPlaceholderData, isError } = useQuery({
    queryKey: [path],
    queryFn: () => getJson<ListPage<RegisteredUser>>(path),
    enabled: isOpen,
    placeholderData: keepPreviousData,
  });
  const users = data?.rows ?? [];
  return {
    users,
    more: Math.max(0, (data?.total ?? 0) - users.length),
    isSearching: asked !== words || isPlaceholderData || (isFetching && !data),
    isFailed: isError,
  };
}

function usePaused(words: string): string {
  const [paused, setPaused] = useState(words);
  useEffect(() => {
    const timer = setTimeout(() => setPaused(words), PAUSE_MS);
    return () => clearTimeout(timer);
  }, [words]);
  return paused;
}

/** A list as somebody wants to see it again. */
export interface SavedView {
  id: string;
  name: string;
  /** An address of this desk: a list's path with its query. */
  href: string;
}

export const LONGEST_VIEW_NAME = 60;
/** Of one list, for one person. */
export const MOST_VIEWS = 50;

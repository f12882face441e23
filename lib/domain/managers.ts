/** An investment manager with the names of the assets granted to it. */
export interface ManagerRow {
  id: number;
  username: string;
  isLocked: boolean;
  assets: { assetUuid: string; name: string }[];
}
